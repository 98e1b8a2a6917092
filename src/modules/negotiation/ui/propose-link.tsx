import { ButtonLink } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { Subject } from './shapes.ts';

/** On the page where a document is signed: the way to ask for something else, on the document. */
export const ProposeLink = ({ subject, requestId }: { subject: Subject; requestId: string }) => {
  const t = useMessages(messages);
  return (
    <div className="flex flex-col items-center gap-2 text-center">
      <p className="text-sm text-ink-soft">{t('proposeWhy')}</p>
      <ButtonLink to={`/discussion/${subject.type}/${subject.id}?demande=${requestId}`}>{t('proposeChange')}</ButtonLink>
    </div>
  );
};
