import { useParams, useSearchParams } from 'react-router';
import { Page } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { standing } from '../../../web/api/standing.ts';
import { Discussion } from './discussion.tsx';
import { messages } from './messages.ts';

/** The negotiation of a document, for the client: by the link to sign it, or from its space. */
export default function DiscussionPage() {
  const t = useMessages(messages);
  const { type = 'quote', id = '' } = useParams();
  const [query] = useSearchParams();
  const request = query.get('demande');
  const back =
    standing() === 'client' || !request
      ? { to: '/espace', label: t('backToSpace') }
      : { to: `/signature/${request}`, label: t('backToSigning') };
  return (
    <Page>
      <Discussion subject={{ type, id }} back={back} compareAt={`/discussion/${type}/${id}/comparaison`} mayAct />
    </Page>
  );
}
