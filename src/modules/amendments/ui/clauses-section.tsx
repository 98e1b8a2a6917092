import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, Empty, Section, StateLabel, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { ClauseOperation } from '../../contracts/index.ts';
import { withAdded, withoutOperation, withRemoved, withReworded } from '../domain/clause-operations.ts';
import { messages } from './messages.ts';
import { RewordDialog } from './reword-dialog.tsx';
import type { DraftClauses } from './shapes.ts';

type Props = {
  amendmentId: string;
  clauses: DraftClauses;
  operations: readonly ClauseOperation[];
  onChange: (operations: ClauseOperation[]) => void;
  /** Saves what waits, so that a clause is read as the draft now leaves it. */
  flush: () => Promise<void>;
};

const tones = { add: 'good', remove: 'bad', replace: 'caution' } as const;

/** The clauses of the contract: one joins, one leaves, one is reworded, and each of these can be taken back. */
export const ClausesSection = ({ amendmentId, clauses, operations, onChange, flush }: Props) => {
  const t = useMessages(messages);
  const [reworded, reword] = useState<{ id: string; title: string } | null>(null);
  const titles = new Map(
    [...clauses.changes, ...clauses.available, ...clauses.parts.flatMap((part) => part.clauses)].map(({ id, title }) => [
      id,
      title,
    ]),
  );
  const touched = new Set(operations.map(({ clauseId }) => clauseId));
  const available = clauses.available.filter(({ id }) => !touched.has(id));
  return (
    <Section title={t('clauses')}>
      <p className="max-w-reading text-sm text-ink-soft">{t('clausesLead')}</p>
      {operations.length > 0 && (
        <ul aria-label={t('clausesChanged')} className="divide-y divide-line border-y border-line text-sm">
          {operations.map((operation) => {
            const title = titles.get(operation.clauseId) ?? operation.clauseId;
            return (
              <li
                key={operation.op + operation.clauseId}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
              >
                <span className="flex min-w-0 flex-wrap items-center gap-x-3">
                  <StateLabel tone={tones[operation.op]}>{t(`clause_${operation.op}`)}</StateLabel>
                  <span className="font-medium">{title}</span>
                </span>
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={t('clauseUndoWhat', { title })}
                  onPress={() => onChange(withoutOperation(operations, operation))}
                >
                  {t('clauseUndo')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <Held
        clauses={clauses}
        operations={operations}
        onRemove={(id) => onChange(withRemoved(operations, id))}
        onReword={(clause) => void flush().then(() => reword(clause))}
      />
      <details className="border-b border-line">
        <summary className="min-h-11 cursor-pointer py-2.5 font-medium">{t('clausesToAdd', { count: available.length })}</summary>
        {available.length === 0 ? (
          <Empty title={t('clausesNone')}>{t('clausesNoneHint')}</Empty>
        ) : (
          <ul className="divide-y divide-line border-t border-line text-sm">
            {available.map(({ id, title, summary, partId }) => (
              <li key={id} className="flex items-center justify-between gap-3 py-2">
                <span className="min-w-0">
                  <span className="block font-medium">{title}</span>
                  <span className="block text-xs text-ink-soft">{summary}</span>
                </span>
                <Button
                  size="sm"
                  aria-label={t('clauseAddWhat', { title })}
                  onPress={() => onChange(withAdded(operations, id, partId))}
                >
                  <Plus size={15} aria-hidden />
                  {t('clauseAdd')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </details>
      {reworded && (
        <RewordDialog
          amendmentId={amendmentId}
          clause={reworded}
          onClose={() => reword(null)}
          onReworded={(replacement) => {
            onChange(withReworded(operations, replacement));
            reword(null);
          }}
        />
      )}
    </Section>
  );
};

type HeldProps = Pick<Props, 'clauses' | 'operations'> & {
  onRemove: (clauseId: string) => void;
  onReword: (clause: { id: string; title: string }) => void;
};
const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The clauses that the contract holds, found by a word; a mandatory one says that it stays. */
const Held = ({ clauses, operations, onRemove, onReword }: HeldProps) => {
  const t = useMessages(messages);
  const [sought, setSought] = useState('');
  const leaving = new Set(operations.filter(({ op }) => op === 'remove').map(({ clauseId }) => clauseId));
  const found = clauses.parts
    .map((part) => ({
      ...part,
      clauses: part.clauses.filter(
        ({ id, number, title, summary }) =>
          !leaving.has(id) && plain([number, title, summary].join(' ')).includes(plain(sought.trim())),
      ),
    }))
    .filter((part) => part.clauses.length > 0);
  return (
    <details className="border-t border-line">
      <summary className="min-h-11 cursor-pointer py-2.5 font-medium">{t('clausesHeld')}</summary>
      <div className="flex flex-col gap-4 border-t border-line py-3 text-sm">
        <TextField label={t('clauseSearch')} type="search" value={sought} onChange={setSought} />
        {found.length === 0 && <p className="text-ink-soft">{t('clauseNotFound')}</p>}
        {found.map((part) => (
          <div key={part.title}>
            <h4 className="pb-1 font-semibold text-ink-soft">{part.title}</h4>
            <ol className="divide-y divide-line border-y border-line">
              {part.clauses.map(({ id, number, title, summary, removable }) => (
                <li key={id} className="flex flex-col justify-between gap-x-4 gap-y-2 py-2 md:flex-row md:items-start">
                  <span className="flex min-w-0 gap-3">
                    <span className="w-10 shrink-0 text-ink-soft tabular-nums">{number}</span>
                    <span className="min-w-0">
                      <span className="block font-medium">{title}</span>
                      <span className="block text-xs text-ink-soft">{summary}</span>
                    </span>
                  </span>
                  <span className="flex shrink-0 gap-2 max-md:pl-13">
                    <Button size="sm" aria-label={t('clauseRewordWhat', { title })} onPress={() => onReword({ id, title })}>
                      {t('clauseReword')}
                    </Button>
                    {removable ? (
                      <Button
                        size="sm"
                        variant="quiet"
                        aria-label={t('clauseRemoveWhat', { title })}
                        onPress={() => onRemove(id)}
                      >
                        {t('clauseRemove')}
                      </Button>
                    ) : (
                      <span className="self-center text-xs text-ink-soft">{t('clauseMandatory')}</span>
                    )}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </details>
  );
};
