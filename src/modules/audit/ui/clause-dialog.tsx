import { useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, ButtonLink, Dialog, Loaded, notify, Select } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { Finding } from '../index.ts';
import { messages } from './messages.ts';

type ModelClause = { id: string; title: string; summary: string; text: string; sources: string[] };

/** The model clause that mends a finding: put into our own draft, or copied in plain words into somebody else's contract. */
export const ClauseDialog = ({
  finding,
  quoteId,
  onClose,
  onInserted,
}: {
  finding: Finding;
  /** Our own draft, when the finding is about one. */ quoteId: string | null;
  onClose: () => void;
  onInserted: () => void;
}) => {
  const t = useMessages(messages);
  const [clauseId, setClauseId] = useState(finding.cures[0]!);
  const read = useRead<ModelClause>(`/audits/model-clauses/${clauseId}`);
  const titles = useRead<{ clauses: { id: string; title: string }[] }>('/clauses', { retry: false });
  const insert = useCommand(() => request('POST', `/quotes/${quoteId}/clauses`, { clauseId }), {
    invalidate: [['quotes', quoteId]],
    done: t('inserted'),
    onDone: onInserted,
  });
  const copy = async () => {
    await navigator.clipboard.writeText(`${read.data!.title}\n\n${read.data!.text}\n`);
    notify(t('copied'));
  };
  return (
    <Dialog
      wide
      title={t('clauseTitle', { title: read.data?.title ?? '' })}
      isOpen
      onClose={onClose}
      footer={
        <>
          {quoteId && <ButtonLink to={`/devis/${quoteId}`}>{t('completeIn')}</ButtonLink>}
          <Button variant={quoteId ? 'secondary' : 'primary'} onPress={() => void copy()} isPending={!read.data}>
            {t('copy')}
          </Button>
          {quoteId && (
            <Button variant="primary" onPress={() => insert.mutate()} isPending={insert.isPending}>
              {t('insert')}
            </Button>
          )}
        </>
      }
    >
      <p className="text-sm text-ink-soft">{quoteId ? t('clauseOwnLead') : t('clauseLead')}</p>
      {finding.cures.length > 1 && (
        <Select
          label={t('clausePick')}
          value={clauseId}
          onChange={setClauseId}
          options={finding.cures.map((id) => ({
            value: id,
            label:
              titles.data?.clauses.find((clause) => clause.id === id)?.title ??
              (id === clauseId ? read.data?.title : undefined) ??
              id,
          }))}
        />
      )}
      <Loaded read={read} lines={8}>
        {(clause) => (
          <div
            lang="fr"
            className="prose-document max-h-96 overflow-y-auto rounded-md border border-line bg-paper px-5 py-4 text-[0.95rem]! whitespace-pre-line"
            tabIndex={0}
            role="document"
            aria-label={clause.title}
          >
            {clause.text}
          </div>
        )}
      </Loaded>
    </Dialog>
  );
};
