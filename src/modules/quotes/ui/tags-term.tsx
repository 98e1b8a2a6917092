import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { departmentsIn } from './departments.ts';
import { At, useTerm } from './editing.tsx';
import { messages } from './messages.ts';
import { hints, labels } from './term-labels.ts';

/** French départements by their number, typed or pasted: « 75, 92 2A ». */
export const DepartmentsTerm = ({ path }: { path: 'scope.allowedDepartments' | 'scope.forbiddenDepartments' }) => {
  const t = useMessages(messages);
  const label = useMessages(labels)(path);
  const hint = useMessages(hints)(path);
  const [value, set] = useTerm<string[]>(path);
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState<string[]>([]);
  const chosen = value ?? [];
  const take = () => {
    const { known, unknown: strange } = departmentsIn(typed);
    setUnknown(strange);
    setTyped(strange.join(' '));
    if (known.length) set([...new Set([...chosen, ...known])].sort());
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      take();
    } else if (event.key === 'Backspace' && typed === '' && chosen.length) set(chosen.slice(0, -1));
  };
  return (
    <At path={path}>
      <TextField
        label={label}
        hint={hint}
        optional
        placeholder={t('departmentsPlaceholder')}
        value={typed}
        onChange={setTyped}
        onKeyDown={keys as never}
        onBlur={take}
        error={unknown.length ? t('departmentUnknown', { what: unknown.join(', ') }) : null}
      />
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label={label}>
          {chosen.map((department) => (
            <li key={department}>
              <button
                type="button"
                aria-label={t('remove', { what: department })}
                onClick={() => set(chosen.filter((one) => one !== department))}
                className="inline-flex h-7 items-center gap-1 rounded-md border border-line bg-sunken px-2 text-sm tabular-nums hover:border-edge max-md:h-9"
              >
                {department}
                <X size={13} aria-hidden className="text-ink-soft" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </At>
  );
};
