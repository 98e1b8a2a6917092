import { useParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import { Loaded, Page, Skeleton } from '../../../web/design/index.ts';
import { DraftQuote } from './draft-quote.tsx';
import { ReadDraft } from './read-draft.tsx';
import { SentQuote } from './sent-quote.tsx';
import type { OrganisationView, QuoteDetail } from './shapes.ts';

/** One quote: written while it is a draft, followed once it is sent. */
export default function QuotePage() {
  const { id = '' } = useParams();
  const read = useRead<QuoteDetail>(`/quotes/${id}`, {
    // A page kept from an earlier visit may hold an old revision; while the PDF is laid out or a signature is awaited, look again.
    gcTime: 0,
    refetchOnWindowFocus: ({ state: { data } }) => data?.status !== 'draft',
    refetchInterval: ({ state: { data } }) => (data?.status === 'sent' ? (data.documentId ? 5000 : 1200) : false),
  });
  const organisation = useRead<OrganisationView>('/organisation');
  const me = useRead<{ actor: { role?: string } }>('/me', { staleTime: 60_000 });
  const mayAct = me.data?.actor.role === 'owner';
  if (!me.data) return <Skeleton lines={6} className="p-8" />;
  return (
    <Loaded read={read}>
      {(quote) =>
        quote.status !== 'draft' ? (
          <Page>
            <SentQuote quote={quote} mayAct={mayAct} />
          </Page>
        ) : (
          <Loaded read={organisation}>
            {({ identity }) =>
              mayAct ? (
                <DraftQuote key={quote.id} quote={quote} vatRegime={identity.vatRegime} />
              ) : (
                <ReadDraft quote={quote} vatRegime={identity.vatRegime} />
              )
            }
          </Loaded>
        )
      }
    </Loaded>
  );
}
