import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { request, useCommand, useLive, useRead } from '../../../web/api/client.ts';
import {
  Button,
  Card,
  ConfirmDialog,
  Loaded,
  Notice,
  Page,
  PageHeader,
  RadioGroup,
  Section,
  StateLabel,
  TextField,
  type AudioHandle,
} from '../../../web/design/index.ts';
import { useFormats, useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import { appointmentRefusals, ruleOnContest } from '../index.ts';
import { CallSound } from './call-sound.tsx';
import { CriteriaList } from './criteria-list.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { messages } from './messages.ts';
import { printedMoment } from './moment.ts';
import { asJudged, type AppointmentDetail } from './shapes.ts';
import { tones } from './state-sentence.ts';
import { useNow } from './use-now.ts';
import { usePlayerKeys } from './use-player-keys.ts';

/** The arbiter's desk: the call, the signed criteria, what each side points at, and one decision. */
export default function RulingPage() {
  const { appointmentId = '' } = useParams();
  const read = useRead<AppointmentDetail>(`/appointments/${appointmentId}`);
  return <Loaded read={read}>{(appointment) => <Dispute appointment={appointment} />}</Loaded>;
}

const Dispute = ({ appointment }: { appointment: AppointmentDetail }) => {
  const t = useMessages(messages);
  const player = useRef<AudioHandle>(null);
  usePlayerKeys(player);
  useLive(`/appointments/${appointment.id}/live`, ['appointments']);
  const { refusal, contest, parties, criteria, ref, company, state } = appointment;
  const denied = criteria.find(({ id }) => id === refusal?.criterionId);
  const listen = appointment.recordingId ? (seconds: number) => player.current?.seek(seconds) : null;
  const markers = [
    ...(refusal && refusal.momentSeconds !== null
      ? [{ id: 'refusal', atSeconds: refusal.momentSeconds, label: t('momentRefusal') }]
      : []),
    ...(contest && contest.momentSeconds !== null
      ? [{ id: 'contest', atSeconds: contest.momentSeconds, label: t('momentContest') }]
      : []),
    ...appointment.marks.flatMap(({ criterionId, momentSeconds }) =>
      momentSeconds === null
        ? []
        : [
            {
              id: criterionId,
              atSeconds: momentSeconds,
              label: criteria.find(({ id }) => id === criterionId)?.label ?? criterionId,
            },
          ],
    ),
  ].sort((a, b) => a.atSeconds - b.atSeconds);
  return (
    <Page>
      <PageHeader
        title={t('arbitration', { ref, company })}
        state={<StateLabel tone={tones[state]}>{t(`state_${state}`)}</StateLabel>}
        lead={t('arbitrationLead', parties)}
      />
      <CallSound appointment={appointment} markers={markers} player={player} />
      <div className="grid items-stretch gap-6 md:grid-cols-2">
        {refusal && <Side title={t('clientSays', parties)} criterion={denied?.label} said={refusal} onListen={listen} />}
        {contest && <Side title={t('callerSays', parties)} criterion={undefined} said={contest} onListen={listen} />}
      </div>
      <div className="grid items-start gap-6 md:grid-cols-2">
        <CriteriaList appointment={appointment} onListen={listen} />
        {state === 'contested' ? <Ruling appointment={appointment} /> : <Ruled appointment={appointment} />}
      </div>
    </Page>
  );
};

type Said = { momentSeconds: number | null; text: string; at: string; by: string };
const Side = ({
  title,
  criterion,
  said,
  onListen,
}: {
  title: string;
  criterion: string | undefined;
  said: Said;
  onListen: ((seconds: number) => void) | null;
}) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { momentSeconds } = said;
  return (
    <Card className="flex flex-col gap-3">
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        <p className="text-xs text-ink-soft">
          {said.by}, {format.moment(said.at)}
        </p>
      </div>
      {criterion && <p className="text-sm font-medium">{t('refusalGround', { criterion })}</p>}
      <p className="text-sm">
        {said.text ? t('quoted', { text: said.text }) : <span className="text-ink-soft">{t('noWords')}</span>}
      </p>
      <div className="mt-auto">
        {momentSeconds === null ? (
          <span className="text-sm text-ink-soft">{t('outsideOfCall')}</span>
        ) : onListen ? (
          <Button size="sm" onPress={() => onListen(momentSeconds)}>
            {t('listenAt', { moment: printedMoment(momentSeconds) })}
          </Button>
        ) : (
          <span className="text-sm text-ink-soft">{t('h_atMoment', { moment: printedMoment(momentSeconds) })}</span>
        )}
      </div>
    </Card>
  );
};

const Ruling = ({ appointment }: { appointment: AppointmentDetail }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(appointmentRefusals);
  const now = useNow(appointment.now);
  const [inFavourOf, setSide] = useState<'caller' | 'client' | null>(null);
  const [text, setText] = useState('');
  const [asking, setAsking] = useState(false);
  const rule = useCommand(() => request('POST', `/appointments/${appointment.id}/ruling`, { inFavourOf, text }), {
    quiet: true,
    invalidate: [['appointments']],
    done: t('ruledToast'),
    onDone: () => setAsking(false),
  });
  const reason =
    inFavourOf === null ? t('chooseSide') : whyNot(ruleOnContest(asJudged(appointment), { inFavourOf, text }, { now }));
  return (
    <Card className="flex flex-col gap-5">
      {rule.error && <Notice tone="bad">{rule.error.message}</Notice>}
      <RadioGroup
        label={t('yourRuling')}
        value={inFavourOf}
        onChange={setSide}
        options={[
          { value: 'caller', label: t('forCaller'), hint: t('forCallerHint') },
          { value: 'client', label: t('forClient'), hint: t('forClientHint') },
        ]}
      />
      <TextField label={t('reason')} hint={t('reasonHint')} lines={5} value={text} onChange={setText} />
      <div>
        <Button variant="primary" onPress={() => setAsking(true)} whyDisabled={reason}>
          {t('rule')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('ruleTitle')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        action={t('rule')}
        onConfirm={() => rule.mutate()}
        isPending={rule.isPending}
      >
        <p className="font-medium text-ink">{inFavourOf && t(inFavourOf === 'caller' ? 'forCaller' : 'forClient')}.</p>
        <p>{t('ruleWhy')}</p>
      </ConfirmDialog>
    </Card>
  );
};

const Ruled = ({ appointment }: { appointment: AppointmentDetail }) => {
  const t = useMessages(messages);
  return (
    <Section title={t('ruled')}>
      <DecisionHistory appointment={appointment} />
    </Section>
  );
};
