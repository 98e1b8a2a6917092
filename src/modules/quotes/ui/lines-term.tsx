import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button, IconButton, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { moved, without } from './draft-path.ts';
import { At, useTerm } from './editing.tsx';
import { messages } from './messages.ts';
import { hints, labels, type TermLabel } from './term-labels.ts';

/** A heading over a list, with what to know before filling it in. `titled={false}`: the group above already bears the name. */
export const ListHead = ({ name, titled = true }: { name: TermLabel; titled?: boolean }) => {
  const t = useMessages(labels);
  const hint = useMessages(hints);
  return (
    <div className="flex flex-col gap-0.5">
      <h3 className={titled ? 'text-sm font-medium' : 'sr-only'}>{t(name)}</h3>
      {name in hints.fr && <p className="text-xs text-ink-soft">{hint(name as keyof (typeof hints)['fr'])}</p>}
    </div>
  );
};

/** Up, down and away, for one item of a list. Alt + arrow does it from inside the item's fields. */
const RowActions = ({
  index,
  count,
  onMove,
  onRemove,
  what,
}: {
  index: number;
  count: number;
  onMove?: (step: -1 | 1) => void;
  onRemove: () => void;
  what: string;
}) => {
  const t = useMessages(messages);
  return (
    <div className="flex shrink-0">
      {onMove && index > 0 && (
        <IconButton label={t('moveUp', { what })} onPress={() => onMove(-1)}>
          <ArrowUp size={16} aria-hidden />
        </IconButton>
      )}
      {onMove && index < count - 1 && (
        <IconButton label={t('moveDown', { what })} onPress={() => onMove(1)}>
          <ArrowDown size={16} aria-hidden />
        </IconButton>
      )}
      <IconButton label={t('remove', { what })} onPress={onRemove}>
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </div>
  );
};

const stepOf = ({ altKey, key }: KeyboardEvent): -1 | 1 | null =>
  altKey && key === 'ArrowUp' ? -1 : altKey && key === 'ArrowDown' ? 1 : null;

type RowProps = Parameters<typeof RowActions>[0] & {
  children: ReactNode;
  /** What the row amounts to, on its last line. */ note?: ReactNode;
};

/** One item of several fields: the fields, then what it amounts to and its actions. */
export const Row = ({ children, note, ...actions }: RowProps) => (
  <li
    className="flex flex-col gap-1 border-l-2 border-line pl-4"
    onKeyDownCapture={(event) => {
      const step = stepOf(event);
      if (step && actions.onMove) {
        event.preventDefault();
        actions.onMove(step);
      }
    }}
  >
    {children}
    <div className="flex items-center justify-between gap-3">
      <span className="text-sm text-ink-soft tabular-nums">{note}</span>
      <RowActions {...actions} />
    </div>
  </li>
);

export const AddButton = ({ onPress, children }: { onPress: () => void; children: ReactNode }) => (
  <span>
    <Button size="sm" onPress={onPress}>
      <Plus size={15} aria-hidden />
      {children}
    </Button>
  </span>
);

/** A list of one-line sentences. Enter adds the next one, Alt + arrows move it, emptying it and Backspace takes it away. */
export const LinesTerm = ({ path, titled = true }: { path: TermLabel; titled?: boolean }) => {
  const t = useMessages(messages);
  const label = useMessages(labels)(path);
  const [value, set] = useTerm<string[]>(path);
  const list = useRef<HTMLOListElement>(null);
  // An empty list shows its first line, ready to be written.
  const lines = value?.length ? value : [''];
  const focus = (index: number) => requestAnimationFrame(() => list.current?.querySelectorAll('input')[index]?.focus());
  const replace = (next: readonly string[], at?: number) => {
    set([...next]);
    if (at !== undefined) focus(at);
  };
  const insert = (at: number) => replace([...lines.slice(0, at), '', ...lines.slice(at)], at);
  const keys = (index: number) => (event: KeyboardEvent<HTMLElement>) => {
    const step = stepOf(event);
    if (event.key === 'Enter') insert(index + 1);
    else if (step) replace(moved(lines, index, step), Math.min(Math.max(index + step, 0), lines.length - 1));
    else if (event.key === 'Backspace' && lines[index] === '' && lines.length > 1)
      replace(without(lines, index), Math.max(index - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <At path={path} wide>
      <ListHead name={path} titled={titled} />
      <ol ref={list} className="flex flex-col gap-1.5">
        {lines.map((line, index) => (
          <li key={index} className="flex items-center gap-1" onKeyDownCapture={keys(index)}>
            <div className="min-w-0 flex-1">
              <TextField
                label={t('lineOf', { label, number: index + 1 })}
                labelHidden
                value={line}
                onChange={(next) => replace(lines.map((one, at) => (at === index ? next : one)))}
              />
            </div>
            <RowActions
              index={index}
              count={lines.length}
              what={`${label} ${index + 1}`}
              onMove={(step) => replace(moved(lines, index, step), index + step)}
              onRemove={() => replace(without(lines, index))}
            />
          </li>
        ))}
      </ol>
      <AddButton onPress={() => insert(lines.length)}>{t('addLine')}</AddButton>
    </At>
  );
};
