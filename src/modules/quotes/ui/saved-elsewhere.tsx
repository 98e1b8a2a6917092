import { Button, Notice } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { labelOf } from '../../contracts/index.ts';
import { elsewhereMessages } from './elsewhere-messages.ts';
import { type TermLabel, labels } from './term-labels.ts';
import type { DraftEditor } from './use-draft.ts';

/** Two people on one draft: what could be brought together is said; where they disagree, both values are there to choose from. */
export const SavedElsewhere = ({ editor }: { editor: DraftEditor }) => {
  const said = useMessages(elsewhereMessages);
  const { language } = useLanguage();
  const label = useMessages(labels);
  const { saving, broughtIn } = editor.state;
  if (saving.kind !== 'conflict') return broughtIn ? <Notice>{said('broughtIn')}</Notice> : null;
  const conflicts = saving.conflicts ?? [];
  const nameOf = (path: string) => {
    const term = path.replace(/^draft\./, '');
    const known = term.replace(/\.\d+(?=\.|$)/g, '.*') as TermLabel;
    return known in labels.fr ? label(known) : labelOf(term)[language];
  };
  const shown = (value: unknown) => wordsOf(value) || said('emptyValue');
  return (
    <Notice
      tone="caution"
      action={
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onPress={() => void editor.keepMine()}>
            {said('keepMine')}
          </Button>
          <Button size="sm" onPress={() => void editor.takeTheirs()}>
            {said('takeTheirs')}
          </Button>
        </div>
      }
    >
      <p>{said('conflict')}</p>
      {conflicts.length > 0 && (
        <>
          <p className="mt-2 font-medium">{said('conflictPlaces')}</p>
          <ul className="mt-1 flex flex-col gap-2">
            {conflicts.map(({ path, mine, theirs }) => (
              <li key={path} className="flex flex-col gap-1">
                <span className="text-ink-soft">{nameOf(path)}</span>
                <span className="flex flex-wrap gap-2">
                  <Button size="sm" onPress={() => editor.settle(path, 'mine')}>
                    {said('mineIs', { value: shown(mine) })}
                  </Button>
                  <Button size="sm" onPress={() => editor.settle(path, 'theirs')}>
                    {said('theirsIs', { value: shown(theirs) })}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
};

/** A value in a few words: a text, a number, or the names of the items of a list. */
const wordsOf = (value: unknown): string => {
  if (value == null) return '';
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ');
  if (typeof value === 'object') {
    const { label, formula } = value as { label?: unknown; formula?: unknown };
    return typeof label === 'string'
      ? label
      : typeof formula === 'string'
        ? formula
        : Object.values(value).map(wordsOf).filter(Boolean).join(' ');
  }
  const words = String(value);
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
};
