import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Loaded, Notice, Page, PageHeader, Skeleton, Tabs } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { FileInput, OwnInput, PasteInput } from './choose-input.tsx';
import { FiledList } from './filed-list.tsx';
import { messages } from './messages.ts';
import { ResultView } from './result-view.tsx';
import type { Asked, AuditAnswer, FiledAnswer } from './shapes.ts';

/** Something to audit on top; then its score, its findings, and its text with the words lit. The address names our own documents. */
export default function AuditPage() {
  const t = useMessages(messages);
  const [query, setQuery] = useSearchParams();
  const [foreign, setForeign] = useState<AuditAnswer | null>(null);
  const own = ownAsked(query);
  const filedId = query.get('audit');
  const leave = () => {
    setForeign(null);
    setQuery({});
  };
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      {foreign ? (
        <ResultView key="foreign" asked={{ source: 'foreign' }} answer={foreign} onAnswer={setForeign} onOther={leave} />
      ) : own ? (
        <OwnResult key={JSON.stringify(own)} asked={own} onOther={leave} />
      ) : filedId ? (
        <FiledResult key={filedId} id={filedId} onOther={leave} />
      ) : (
        <Tabs
          label={t('input')}
          tabs={[
            { id: 'file', title: t('tabFile'), content: <FileInput onAnswer={setForeign} /> },
            { id: 'paste', title: t('tabPaste'), content: <PasteInput onAnswer={setForeign} /> },
            { id: 'own', title: t('tabOwn'), content: <OwnInput onChosen={(chosen) => setQuery(chosen)} /> },
            { id: 'filed', title: t('tabFiled'), content: <FiledList /> },
          ]}
        />
      )}
    </Page>
  );
}

const ownAsked = (query: URLSearchParams): Exclude<Asked, { source: 'foreign' }> | null => {
  const [quoteId, clientId] = [query.get('devis'), query.get('client')];
  if (quoteId) return { source: 'quote', quoteId };
  return clientId ? { source: 'client', clientId } : null;
};

const OwnResult = ({ asked, onOther }: { asked: Exclude<Asked, { source: 'foreign' }>; onOther: () => void }) => {
  const run = useCommand(() => request<AuditAnswer>('POST', '/audits', asked), { quiet: true });
  const { mutate } = run;
  useEffect(() => mutate(), [mutate]);
  if (run.error) return <Notice tone="bad">{run.error.message}</Notice>;
  if (!run.data) return <Skeleton lines={8} />;
  return <ResultView asked={asked} answer={run.data} onAgain={() => mutate()} onOther={onOther} />;
};

const FiledResult = ({ id, onOther }: { id: string; onOther: () => void }) => {
  const read = useRead<FiledAnswer>(`/audits/${id}`);
  return (
    <Loaded read={read}>
      {(filed) => (
        <ResultView
          asked={{ source: 'foreign' }}
          answer={filed}
          filed={{
            documentId: filed.documentId,
            title: filed.title,
            accepted: Object.fromEntries(filed.accepted.map(({ key, reason }) => [key, reason])),
          }}
          onOther={onOther}
        />
      )}
    </Loaded>
  );
};
