import { ExternalLink } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { addDays } from '../../../shared/time.ts';
import { PaymentTerms, Terms } from '../../contracts/index.ts';
import { checkedDueDate } from '../../invoicing/index.ts';
import { useEditing } from './editing.tsx';
import { messages } from './messages.ts';

const law = 'https://www.legifrance.gouv.fr/codes/id/LEGITEXT000005634379';

/** Three invoices of this mission with the day on which each is due: « fin de mois » is never argued afterwards. */
export const DueExamples = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const { draft } = useEditing().content;
  const delay = PaymentTerms.shape.delay.safeParse(draft.payment?.delay);
  const period = Terms.shape.period.safeParse(draft.period);
  if (!delay.success || !period.success) return <p className="text-xs text-ink-soft">{t('dueExamplesWait')}</p>;
  const { startsOn, endsOn } = period.data;
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-sunken px-4 py-3 text-sm">
      <p className="font-medium">{t('dueExamples')}</p>
      <ul className="flex flex-col gap-1 tabular-nums">
        {[startsOn, endsOn, addDays(endsOn, 7)].map((issuedOn) => {
          const { dueOn, lawful } = checkedDueDate(issuedOn, delay.data);
          return (
            <li key={issuedOn} className={lawful ? undefined : 'text-bad'}>
              {t('dueExample', { issued: format.day(issuedOn), due: format.day(dueOn) })}
              {!lawful && <strong className="font-medium">{` ▲ ${t('dueUnlawful')}`}</strong>}
            </li>
          );
        })}
      </ul>
      <p className="text-xs">
        <ExternalLink href={law}>{t('dueLaw')}</ExternalLink>
      </p>
    </div>
  );
};
