import { useState } from 'react';
import { apiAddress, request, useCommand } from '../../../web/api/client.ts';
import { Button, ButtonLink, Card, ConfirmDialog, ExternalLink, Notice, Section, TwoPane } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { ImportDetail } from './import-shapes.ts';
import { messages } from './messages.ts';

/** What became of each row: kept, set aside and why, put right; the score of the file, and the way back. */
export const ResultStep = ({ state, onOther }: { state: ImportDetail; onOther: () => void }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const counts = state.counts!;
  const aside = counts.read - counts.accepted;
  return (
    <>
      {state.undoneAt && (
        <Notice tone="caution">
          {t('undoneState', { day: format.dayOf(state.undoneAt) })}{' '}
          {state.undo && t('undone', { removed: state.undo.removed, kept: state.undo.kept })}
        </Notice>
      )}
      <Card className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('resultTitle', { count: counts.accepted })}</h2>
        <p className="text-sm text-ink-soft">
          {t('resultSum', {
            read: counts.read,
            accepted: format.count(counts.accepted),
            rejected: format.count(counts.rejected),
            duplicates: format.count(counts.duplicates),
            suppressed: format.count(counts.suppressed),
          })}
        </p>
        <div className="flex flex-wrap items-start gap-3">
          <ButtonLink variant="primary" to={`/missions/${state.missionId}/prospects`}>
            {t('seeProspects')}
          </ButtonLink>
          <Button onPress={onOther}>{t('otherFile')}</Button>
          {state.status === 'done' && <UndoButton state={state} />}
        </div>
      </Card>
      <TwoPane
        even
        left={<Quality state={state} />}
        right={
          <>
            <Section title={t('asideTitle')}>
              <Reasons rows={state.reasons} head={t('reason')} none={t('asideNone')} />
              {aside > 0 && (
                <p className="text-sm">
                  <ExternalLink href={apiAddress(`/imports/${state.id}/errors.csv`)} download>
                    {t('errorsFile')}
                  </ExternalLink>
                  <span className="block text-xs text-ink-soft">{t('errorsHint')}</span>
                </p>
              )}
            </Section>
            <Section title={t('notesTitle')}>
              <Reasons rows={state.notes} head={t('note')} none={t('notesNone')} />
            </Section>
          </>
        }
      />
    </>
  );
};

const Quality = ({ state }: { state: ImportDetail }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const quality = state.quality;
  if (!quality) return null;
  return (
    <Section title={quality.score === null ? t('qualityNone') : t('qualityTitle', { score: quality.score })}>
      <ul className="flex flex-col gap-4 rounded-md border border-line bg-surface p-4">
        {quality.parts.map((part) => (
          <li key={part.name} className="flex flex-col gap-1">
            <div className="flex justify-between gap-3 text-sm">
              <span>{t(`part_${part.name}`)}</span>
              <span className="font-medium tabular-nums">{part.rate === null ? '—' : format.rate(part.rate)}</span>
            </div>
            <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-line">
              <div className="h-full bg-primary" style={{ width: `${(part.rate ?? 0) / 100}%` }} />
            </div>
            <p className="text-xs text-ink-soft tabular-nums">
              {format.count(part.numerator)} / {format.count(part.denominator)} · {t('weight')} {part.weight}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Reasons = ({
  rows,
  head,
  none,
}: {
  rows: readonly { code: string; rows: number; sentence: string }[];
  head: string;
  none: string;
}) => {
  const t = useMessages(messages);
  const format = useFormats();
  if (rows.length === 0) return <p className="text-sm text-ink-soft">{none}</p>;
  return (
    <table className="w-full border-collapse rounded-md border border-line bg-surface text-sm">
      <thead>
        <tr className="border-b border-line text-xs text-ink-soft">
          <th scope="col" className="px-3 py-2 text-left font-medium">
            {head}
          </th>
          <th scope="col" className="px-3 py-2 text-right font-medium">
            {t('rows')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} className="border-b border-line last:border-b-0">
            <td className="px-3 py-2">{row.sentence}</td>
            <td className="px-3 py-2 text-right tabular-nums">{format.count(row.rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const UndoButton = ({ state }: { state: ImportDetail }) => {
  const t = useMessages(messages);
  const [asking, setAsking] = useState(false);
  const undo = useCommand(() => request<{ removed: number; kept: number }>('DELETE', `/imports/${state.id}`), {
    invalidate: [
      ['imports', state.id],
      ['missions', state.missionId],
    ],
    done: ({ removed, kept }) => t('undone', { removed, kept }),
  });
  return (
    <>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        {t('undo')}
      </Button>
      <ConfirmDialog
        title={t('undoTitle')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        action={t('undo')}
        danger
        isPending={undo.isPending}
        onConfirm={() => undo.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        {t('undoWhy')}
      </ConfirmDialog>
    </>
  );
};
