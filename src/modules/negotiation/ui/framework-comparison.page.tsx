import { useParams } from 'react-router';
import { useMessages } from '../../../web/i18n/index.ts';
import { ComparisonScreen } from './comparison-screen.tsx';
import { messages } from './messages.ts';

/** What changed between two revisions of a framework agreement, for the prestataire. */
export default function FrameworkComparisonPage() {
  const t = useMessages(messages);
  const { id = '' } = useParams();
  const back = { to: `/contrats-cadres/${id}/negociation`, label: t('backToDiscussion') };
  return <ComparisonScreen subject={{ type: 'framework', id }} back={back} />;
}
