import { useEffect, useState } from 'react';
import type { ApiError } from '../../../web/api/client.ts';
import { Button, Form, NumberField, Section, TextField, useHotkey } from '../../../web/design/index.ts';
import type { CriterionSeen } from '../domain/record-outcome.ts';
import { type OutcomeCode, outcomes, permittedOutcomes } from '../domain/outcomes.ts';
import { type CivilDate, type ClockTime, momentOf } from '../../../shared/time.ts';
import { AppointmentFields, type AppointmentDraft, emptyAppointment } from './appointment-fields.tsx';
import { CallbackFields, type CallbackDraft, emptyCallback } from './callback-fields.tsx';
import type { CallDetail, Desk, Prospect } from './shapes.ts';
import { useWords } from './use-words.ts';

export type OutcomeBody = {
  code: OutcomeCode;
  reason: string;
  note: string;
  callbackAt: string | null;
  callbackFor: 'me' | 'team';
  appointment: object | null;
  declaredTalkSeconds: number | null;
};
type Props = {
  call: CallDetail;
  desk: Desk;
  prospect: Prospect;
  error: ApiError | null;
  isPending: boolean;
  onSave: (body: OutcomeBody) => void;
};

/** What came of the call: first the code, by its key, then only what that code asks for. */
export const OutcomePanel = ({ call, desk, prospect, error, isPending, onSave }: Props) => {
  const { t } = useWords();
  const [code, setCode] = useState<OutcomeCode | null>(null);
  const [talkSeconds, setTalkSeconds] = useState<number | null>(call.evidence === 'declared' ? 0 : null);
  const permitted =
    call.evidence === 'declared'
      ? permittedOutcomes({ level: 'declared', answered: (talkSeconds ?? 0) > 0, talkSeconds: talkSeconds ?? 0, cause: null })
      : call.permittedOutcomes;
  return (
    <Section
      title={t('outcome')}
      aside={
        code && (
          <Button size="sm" variant="quiet" onPress={() => setCode(null)}>
            {t('back')}
          </Button>
        )
      }
    >
      {call.evidence === 'declared' && (
        <NumberField
          label={t('talkDeclared')}
          hint={t('talkDeclaredHint')}
          unit={t('seconds')}
          minValue={0}
          value={talkSeconds}
          onChange={setTalkSeconds}
        />
      )}
      {code === null ? (
        <Codes permitted={permitted} onChoose={setCode} />
      ) : (
        <Details key={code} {...{ code, call, desk, prospect, error, isPending, onSave, talkSeconds }} />
      )}
    </Section>
  );
};

/** A code keeps its key whatever the call permits: fingers learn it. An objection has its own key and its own confirmation. */
const keys: Partial<Record<OutcomeCode, string>> = {
  NRP: '1',
  OCC: '2',
  REP: '3',
  BAR: '4',
  ABS: '5',
  RAP: '6',
  HC: '7',
  'CA-': '8',
  RDV: '9',
  CA0: '0',
  FNX: 'F',
  DBL: 'D',
  TEC: 'T',
};

const Codes = ({ permitted, onChoose }: { permitted: readonly OutcomeCode[]; onChoose: (code: OutcomeCode) => void }) => {
  const { t, language } = useWords();
  const codes = Object.keys(keys).filter((code): code is OutcomeCode => permitted.includes(code as OutcomeCode));
  return (
    <>
      <p className="text-ink-soft">{t('outcomeIntro')}</p>
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        {codes.map((code) => (
          <CodeButton key={code} code={code} label={outcomes[code].labels[language]} hotkey={keys[code]!} onChoose={onChoose} />
        ))}
      </div>
    </>
  );
};

const CodeButton = ({
  code,
  label,
  hotkey,
  onChoose,
}: {
  code: OutcomeCode;
  label: string;
  hotkey: string;
  onChoose: (code: OutcomeCode) => void;
}) => {
  useHotkey(hotkey, () => onChoose(code));
  return (
    <Button wide hotkey={hotkey} onPress={() => onChoose(code)}>
      <span className="min-w-0 flex-1 truncate text-left">{label}</span>
    </Button>
  );
};

type DetailsProps = Props & { code: OutcomeCode; talkSeconds: number | null };
const Details = ({ code, call, desk, prospect, error, isPending, onSave, talkSeconds }: DetailsProps) => {
  const { t, language } = useWords();
  const outcome = outcomes[code];
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [callback, setCallback] = useState<CallbackDraft>(() => emptyCallback(desk.now));
  const [appointment, setAppointment] = useState<AppointmentDraft>(() => emptyAppointment(prospect, desk.now));
  useEffect(
    () =>
      document
        .querySelector<HTMLElement>(
          '[data-outcome-form] input, [data-outcome-form] textarea, [data-outcome-form] [role=spinbutton]',
        )
        ?.focus(),
    [],
  );
  const needsCallback = outcome.requires.includes('callbackAt');
  const needsAppointment = outcome.requires.includes('appointment');
  const missing = desk.criteria.filter(
    ({ id }) => !call.marks.some(({ criterionId, state }) => criterionId === id && state === 'met'),
  );
  const whyNot =
    needsAppointment && missing.length > 0
      ? t('criteriaMissing', { labels: missing.map(({ label }) => label).join(', ') })
      : null;
  const save = () =>
    onSave({
      code,
      reason,
      note,
      callbackAt: needsCallback ? momentIn(callback.day, callback.time, prospect.timeZone) : null,
      callbackFor: callback.who,
      appointment: needsAppointment ? appointmentBody(appointment, call.marks) : null,
      declaredTalkSeconds: talkSeconds,
    });
  return (
    <div data-outcome-form>
      <Form error={error} onSubmit={save}>
        <p className="text-base font-semibold">{outcome.labels[language]}</p>
        {outcome.requires.includes('reason') && (
          <TextField label={t('reason')} name="reason" value={reason} onChange={setReason} maxLength={500} />
        )}
        {needsCallback && <CallbackFields value={callback} onChange={setCallback} />}
        {needsAppointment && <AppointmentFields value={appointment} onChange={setAppointment} />}
        <TextField label={t('note')} name="note" optional lines={3} value={note} onChange={setNote} maxLength={4000} />
        <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot}>
          {t('save')}
        </Button>
      </Form>
    </div>
  );
};

const appointmentBody = ({ day, time, ...rest }: AppointmentDraft, marks: readonly CriterionSeen[]) => ({
  ...rest,
  meetingAt: momentIn(day, time, 'Europe/Paris'),
  criteria: marks.filter(({ state }) => state === 'met'),
});

const momentIn = (day: CivilDate | null, time: ClockTime | null, timeZone: string): string | null =>
  day && time ? momentOf(day, time, timeZone) : null;
