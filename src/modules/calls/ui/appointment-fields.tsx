import { DateField, Select, TextField, TimeField } from '../../../web/design/index.ts';
import { type CivilDate, civilDateOf, type ClockTime, type Instant } from '../../../shared/time.ts';
import { nextWeekday } from './callback-fields.tsx';
import { personOf, type Prospect } from './shapes.ts';
import { useWords } from './use-words.ts';

export type AppointmentDraft = {
  day: CivilDate | null;
  time: ClockTime | null;
  contactName: string;
  contactRole: string;
  format: 'phone' | 'video' | 'on_site';
  place: string;
};

export const emptyAppointment = (prospect: Prospect, now: Instant): AppointmentDraft => ({
  day: nextWeekday(nextWeekday(civilDateOf(now))),
  time: '10:00' as ClockTime,
  contactName: personOf(prospect),
  contactRole: prospect.jobTitle ?? '',
  format: 'video',
  place: '',
});

/** The appointment, read aloud before it is saved: when, with whom, how. */
export const AppointmentFields = ({
  value,
  onChange,
}: {
  value: AppointmentDraft;
  onChange: (next: AppointmentDraft) => void;
}) => {
  const { t } = useWords();
  const formats = [
    { value: 'video', label: t('format_video') },
    { value: 'phone', label: t('format_phone') },
    { value: 'on_site', label: t('format_on_site') },
  ] as const;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <DateField
        label={t('meetingDay')}
        name="appointment.meetingAt"
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      <TimeField label={t('meetingTime')} value={value.time} onChange={(time) => onChange({ ...value, time })} />
      <TextField
        label={t('contactName')}
        name="appointment.contactName"
        value={value.contactName}
        onChange={(contactName) => onChange({ ...value, contactName })}
      />
      <TextField
        label={t('contactRole')}
        name="appointment.contactRole"
        optional
        value={value.contactRole}
        onChange={(contactRole) => onChange({ ...value, contactRole })}
      />
      <Select label={t('format')} options={formats} value={value.format} onChange={(format) => onChange({ ...value, format })} />
      <TextField
        label={t('place')}
        name="appointment.place"
        optional
        value={value.place}
        onChange={(place) => onChange({ ...value, place })}
      />
    </div>
  );
};
