import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { Button, ComboBox, IconButton, Link, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { type ClauseLine, StandingLabel } from './labels.tsx';
import { messages } from './messages.ts';
import type { ModelDraft } from './model-editor.tsx';

type Part = ModelDraft['parts'][number];
type Props = {
  part: Part;
  clauses: readonly ClauseLine[];
  /** Clauses that stand somewhere in the model already: one stands once. */
  taken: readonly string[];
  mayWrite: boolean;
  onChange: (part: Part) => void;
  onRemove: () => void;
};

/** One part of a model: its clauses in reading order, moved by buttons as well as by keyboard. */
export const PartEditor = ({ part, clauses, taken, mayWrite, onChange, onRemove }: Props) => {
  const t = useMessages(messages);
  const lineOf = (id: string) => clauses.find((clause) => clause.id === id);
  const move = (index: number, by: number) => {
    const next = [...part.clauses];
    const [moved] = next.splice(index, 1);
    next.splice(index + by, 0, moved!);
    onChange({ ...part, clauses: next });
  };
  return (
    <section className="flex flex-col gap-3 rounded-md border border-line bg-surface p-4">
      {mayWrite ? (
        <TextField label={t('partTitle')} value={part.title} onChange={(title) => onChange({ ...part, title })} />
      ) : (
        <h2 className="font-semibold">{part.title}</h2>
      )}
      {part.clauses.length === 0 && <p className="text-sm text-ink-soft">{t('emptyPart')}</p>}
      <ol className="flex flex-col">
        {part.clauses.map((id, index) => {
          const clause = lineOf(id);
          const title = clause?.title ?? id;
          const presence =
            clause?.mandatory === 'choice' ? t('optional') : typeof clause?.mandatory === 'object' ? t('conditional') : null;
          return (
            <li key={id} className="flex items-center gap-2 border-t border-line py-1.5 text-sm first:border-t-0">
              <span className="w-9 shrink-0 text-ink-soft tabular-nums">{`${part.prefix}${index + 1}`}</span>
              <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
                <Link to={`/modeles/clauses/${id}`}>{title}</Link>
                {presence && <span className="text-xs text-ink-soft">{presence}</span>}
                {clause && clause.standing !== 'done' && (
                  <span className="text-xs">
                    <StandingLabel standing={clause.standing} />
                  </span>
                )}
              </span>
              {mayWrite && (
                <span className="flex shrink-0">
                  {index > 0 && (
                    <IconButton label={t('moveUp', { title })} onPress={() => move(index, -1)}>
                      <ArrowUp size={16} aria-hidden />
                    </IconButton>
                  )}
                  {index < part.clauses.length - 1 && (
                    <IconButton label={t('moveDown', { title })} onPress={() => move(index, 1)}>
                      <ArrowDown size={16} aria-hidden />
                    </IconButton>
                  )}
                  <IconButton
                    label={t('remove', { title })}
                    onPress={() => onChange({ ...part, clauses: part.clauses.filter((one) => one !== id) })}
                  >
                    <X size={16} aria-hidden />
                  </IconButton>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {mayWrite && (
        <div className="flex flex-wrap items-end justify-between gap-3">
          <ComboBox
            label={t('addClause')}
            value={null}
            onChange={(id) => id && onChange({ ...part, clauses: [...part.clauses, id] })}
            options={clauses
              .filter(({ id, state }) => !taken.includes(id) && state !== 'retired')
              .map(({ id, title }) => ({ value: id, label: title }))}
          />
          {part.kind === 'annex' && (
            <Button variant="quiet" onPress={onRemove}>
              {t('removePart')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
};
