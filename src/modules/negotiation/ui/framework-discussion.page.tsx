import { useParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import { Page } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { Discussion } from './discussion.tsx';
import { messages } from './messages.ts';

/** The negotiation of a sent framework agreement, for the prestataire. */
export default function FrameworkDiscussionPage() {
  const t = useMessages(messages);
  const { id = '' } = useParams();
  const me = useRead<{ actor: { role?: string } }>('/me', { staleTime: 60_000 });
  return (
    <Page>
      <Discussion
        subject={{ type: 'framework', id }}
        back={{ to: `/contrats-cadres/${id}`, label: t('backToFramework') }}
        compareAt={`/contrats-cadres/${id}/comparaison`}
        mayAct={me.data?.actor.role === 'owner'}
      />
    </Page>
  );
}
