import { useParams } from 'react-router';
import { useMessages } from '../../../web/i18n/index.ts';
import { ComparisonScreen } from './comparison-screen.tsx';
import { messages } from './messages.ts';

/** What changed between two revisions of a quote, for the prestataire. */
export default function QuoteComparisonPage() {
  const t = useMessages(messages);
  const { id = '' } = useParams();
  return (
    <ComparisonScreen subject={{ type: 'quote', id }} back={{ to: `/devis/${id}/negociation`, label: t('backToDiscussion') }} />
  );
}
