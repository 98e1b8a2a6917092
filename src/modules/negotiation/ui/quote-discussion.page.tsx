import { useParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import { Page } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { Discussion } from './discussion.tsx';
import { messages } from './messages.ts';

/** The negotiation of a sent quote, for the prestataire. */
export default function QuoteDiscussionPage() {
  const t = useMessages(messages);
  const { id = '' } = useParams();
  const me = useRead<{ actor: { role?: string } }>('/me', { staleTime: 60_000 });
  return (
    <Page>
      <Discussion
        subject={{ type: 'quote', id }}
        back={{ to: `/devis/${id}`, label: t('backToQuote') }}
        compareAt={`/devis/${id}/comparaison`}
        mayAct={me.data?.actor.role === 'owner'}
      />
    </Page>
  );
}
