import { useLive, useRead } from '../../../web/api/client.ts';
import { ButtonLink, Card } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { isForMe } from './discussion.tsx';
import { messages } from './messages.ts';
import { addressOf, type Discussed, type Subject } from './shapes.ts';

/** What the negotiation expects of the prestataire, on the page of the document. */
export const NegotiationCard = ({ subject, to }: { subject: Subject; to: string }) => {
  const t = useMessages(messages);
  const address = addressOf(subject);
  const { data } = useRead<Discussed>(address);
  useLive(`${address}/live`, address.split('/').filter(Boolean));
  if (!data || (!data.isOpen && data.items.length === 0 && data.revisions.length < 2)) return null;
  const waiting = data.items.filter((item) => isForMe(item, data.party)).length;
  return (
    <Card className="flex flex-col items-start gap-3">
      <h2 className="text-base font-semibold">{t('discussion')}</h2>
      <p className={waiting > 0 ? 'text-sm font-medium text-needle' : 'text-sm text-ink-soft'}>
        {t('waitingCount', { count: waiting })}
      </p>
      {data.awaiting.length > 0 && <p className="text-sm">{t('agreedCount', { count: data.awaiting.length })}</p>}
      <ButtonLink to={to} variant={waiting > 0 ? 'primary' : 'secondary'}>
        {t('openDiscussion')}
      </ButtonLink>
    </Card>
  );
};
