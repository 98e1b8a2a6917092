import { DateField, RadioGroup, TimeField } from '../../../web/design/index.ts';
import { addDays, type CivilDate, civilDateOf, type ClockTime, type Instant, weekdayOf } from '../../../shared/time.ts';
import { useWords } from './use-words.ts';

export type CallbackDraft = { day: CivilDate | null; time: ClockTime | null; who: 'me' | 'team' };

/** The next weekday at ten: a fair first proposal. */
export const emptyCallback = (now: Instant): CallbackDraft => ({
  day: nextWeekday(civilDateOf(now)),
  time: '10:00' as ClockTime,
  who: 'me',
});

export const nextWeekday = (day: CivilDate): CivilDate => {
  const next = addDays(day, 1);
  return weekdayOf(next) > 5 ? nextWeekday(next) : next;
};

/** When to call back, on the callee's clock, and who. */
export const CallbackFields = ({ value, onChange }: { value: CallbackDraft; onChange: (next: CallbackDraft) => void }) => {
  const { t } = useWords();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField label={t('callbackDay')} name="callbackAt" value={value.day} onChange={(day) => onChange({ ...value, day })} />
        <TimeField label={t('callbackTime')} value={value.time} onChange={(time) => onChange({ ...value, time })} />
      </div>
      <RadioGroup
        label={t('callbackFor')}
        inline
        options={[
          { value: 'me', label: t('me') },
          { value: 'team', label: t('team') },
        ]}
        value={value.who}
        onChange={(who) => onChange({ ...value, who })}
      />
    </>
  );
};
