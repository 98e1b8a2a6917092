import { FieldGroup, TextField } from '../../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../../web/i18n/index.ts';
import type { CivilDate } from '../../../../shared/time.ts';
import { At, useTerm } from '../editing.tsx';
import { messages } from '../messages.ts';
import { frenchE164 } from '../french-e164.ts';
import { hints, labels } from '../term-labels.ts';
import { ChoiceTerm, DayTerm, NumberTerm, YesTerm } from '../term-fields.tsx';
import { SlotsTerm } from './slots.tsx';

/** When, how often, and how much: what the dial gate will enforce. */
export const PlanningSection = () => {
  const t = useMessages(messages);
  const [startsOn] = useTerm<CivilDate>('period.startsOn');
  return (
    <>
      <FieldGroup title={t('groupDates')}>
        <DayTerm path="period.startsOn" />
        <DayTerm path="period.endsOn" min={startsOn ?? undefined} />
        <DayTerm path="validUntil" />
      </FieldGroup>
      <FieldGroup title={t('groupVolumes')} intro={t('volumesIntro')}>
        <ChoiceTerm path="volumes.period" group="volumePeriod" wide />
        <NumberTerm path="volumes.calls" unit={t('calls')} min={1} optional />
        <NumberTerm path="volumes.hours" unit="h" min={1} optional />
        <NumberTerm path="volumes.appointments" unit={t('appointments')} min={1} optional />
        <NumberTerm path="volumes.warnAtPercent" unit="%" min={50} max={100} />
      </FieldGroup>
      <FieldGroup title={t('groupSlots')} columns={1}>
        <SlotsTerm />
        <ChoiceTerm path="calling.publicHolidays" group="publicHolidays" />
      </FieldGroup>
      <FieldGroup title={t('groupCalling')}>
        <NumberTerm path="calling.attemptsPerProspect" unit={t('attempts')} min={1} max={20} />
        <NumberTerm path="calling.hoursBetweenAttempts" unit="h" min={0} max={720} />
        <PresentedNumber />
        <YesTerm path="calling.script.required" />
        <YesTerm path="calling.script.approvedByClient" />
      </FieldGroup>
    </>
  );
};

/** Kept as +33…, shown as people write it. */
const PresentedNumber = () => {
  const format = useFormats();
  const label = useMessages(labels);
  const hint = useMessages(hints);
  const [value, set] = useTerm<string>('calling.presentedNumber');
  return (
    <At path="calling.presentedNumber" wide>
      <TextField
        label={label('calling.presentedNumber')}
        hint={hint('calling.presentedNumber')}
        type="tel"
        figures
        value={value ? format.phone(value) : ''}
        onChange={(next) => set(next === '' ? null : frenchE164(next))}
      />
    </At>
  );
};
