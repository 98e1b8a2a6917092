import { useMemo } from 'react';
import { useRead } from '../../../web/api/client.ts';
import { Notice, Page, PageHeader, TwoPane } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { EditingProvider } from './editing.tsx';
import { Essentials } from './essentials.tsx';
import { messages } from './messages.ts';
import { PreviewPane } from './preview-pane.tsx';
import type { ClientLine, QuoteDetail } from './shapes.ts';
import { QuoteStatusLabel } from './status-label.tsx';
import { contentOf } from './use-draft.ts';

const nothing = () => undefined;

/** A draft for someone who reads it: a lawyer, an accountant. */
export const ReadDraft = ({ quote, vatRegime }: { quote: QuoteDetail; vatRegime: 'real' | 'franchise' }) => {
  const t = useMessages(messages);
  const clients = useRead<{ clients: ClientLine[] }>('/clients');
  const clientName = clients.data?.clients.find(({ clientId }) => clientId === quote.clientId)?.name ?? '';
  const editing = useMemo(
    () => ({ content: contentOf(quote), findings: quote.findings, asked: quote.asked, vatRegime, set: nothing, change: nothing }),
    [quote, vatRegime],
  );
  return (
    <EditingProvider value={editing}>
      <Page>
        <PageHeader title={quote.title} back={{ to: '/devis', label: t('quotes') }} state={<QuoteStatusLabel status="draft" />} />
        <Notice>{t('readOnly')}</Notice>
        <TwoPane
          left={<Essentials draft={quote.draft} />}
          right={<PreviewPane quoteId={quote.id} clientName={clientName} looked={null} follows={false} />}
        />
      </Page>
    </EditingProvider>
  );
};
