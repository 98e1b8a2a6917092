import { FieldGroup } from '../../../../web/design/index.ts';
import { useMessages } from '../../../../web/i18n/index.ts';
import { useTerm } from '../editing.tsx';
import { DueExamples } from '../due-examples.tsx';
import { messages } from '../messages.ts';
import { ChoiceTerm, MoneyTerm, NumberTerm, TextTerm } from '../term-fields.tsx';
import { MilestonesTerm } from './milestones.tsx';

/** When it is paid, how the delay is counted, and what lateness costs. */
export const PaymentSection = () => {
  const t = useMessages(messages);
  const [penalty] = useTerm<string>('payment.penalty.kind');
  return (
    <>
      <FieldGroup title={t('groupMilestones')} columns={1}>
        <MilestonesTerm />
      </FieldGroup>
      <FieldGroup title={t('groupDelay')} intro={t('delayIntro')}>
        <NumberTerm path="payment.delay.days" unit={t('daysUnit')} min={0} max={60} />
        <ChoiceTerm path="payment.delay.method" group="method" list />
        <div className="md:col-span-full">
          <DueExamples />
        </div>
        <TextTerm path="payment.means" wide />
      </FieldGroup>
      <FieldGroup title={t('groupLate')}>
        <ChoiceTerm path="payment.penalty.kind" group="penalty" wide />
        {penalty === 'ecb_plus_points' && (
          <NumberTerm path="payment.penalty.points" unit={t('points')} min={0} max={30} decimals={2} />
        )}
        {penalty === 'times_legal' && <NumberTerm path="payment.penalty.times" unit="×" min={3} max={10} decimals={2} />}
        {penalty === 'fixed_rate' && (
          <NumberTerm path="payment.penalty.rateBp" unit="%" min={0} max={100} scale={100} decimals={2} />
        )}
        {penalty && penalty !== 'fixed_rate' && <ChoiceTerm path="payment.penalty.mode" group="mode" />}
        <MoneyTerm path="payment.recoveryIndemnityCents" />
        <MoneyTerm path="payment.receivableCapCents" optional />
      </FieldGroup>
      <p className="text-xs text-ink-soft">{t('noDiscount')}</p>
    </>
  );
};
