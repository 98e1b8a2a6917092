import { useParams } from 'react-router';
import { useMessages } from '../../../web/i18n/index.ts';
import { ComparisonScreen } from './comparison-screen.tsx';
import { messages } from './messages.ts';

/** The same, for the client. */
export default function ComparisonPage() {
  const t = useMessages(messages);
  const { type = 'quote', id = '' } = useParams();
  return <ComparisonScreen subject={{ type, id }} back={{ to: `/discussion/${type}/${id}`, label: t('backToDiscussion') }} />;
}
