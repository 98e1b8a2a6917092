import { useRef } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useLive, useRead, type Answer } from '../../../web/api/client.ts';
import {
  Button,
  Facts,
  Loaded,
  Page,
  PageHeader,
  Section,
  StateLabel,
  useHotkey,
  usePhone,
  type AudioHandle,
  type Fact,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { CallSound } from './call-sound.tsx';
import { CriteriaList } from './criteria-list.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { DecisionPanel, type Person } from './decision-panel.tsx';
import { inFilter, reviewFilters, type ReviewFilter } from './inbox.ts';
import { MeetingPanel } from './meeting-panel.tsx';
import { messages } from './messages.ts';
import type { AppointmentDetail } from './shapes.ts';
import { tones } from './state-sentence.ts';
import { useNow } from './use-now.ts';
import { usePlayerKeys } from './use-player-keys.ts';

/** One appointment to judge: its sound beside its criteria, the decision and its deadline. */
export default function AppointmentPage() {
  const { appointmentId = '' } = useParams();
  const read = useRead<AppointmentDetail>(`/appointments/${appointmentId}`);
  return <Loaded read={read}>{(appointment) => <Judged key={appointment.id} appointment={appointment} />}</Loaded>;
}

const usePerson = (): Person => {
  const actor = useMe().data?.actor;
  return actor?.kind === 'client' ? 'client' : actor?.kind === 'member' && actor.role !== 'reader' ? 'contester' : 'reader';
};

const Judged = ({ appointment }: { appointment: AppointmentDetail }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const person = usePerson();
  const role = useMe().data?.actor;
  const player = useRef<AudioHandle>(null);
  const now = useNow(appointment.now);
  useLive(`/appointments/${appointment.id}/live`, ['appointments']);
  usePlayerKeys(player);
  const labelOf = (id: string) => appointment.criteria.find((criterion) => criterion.id === id)?.label ?? id;
  const { refusal, contest } = appointment;
  const markers = [
    ...appointment.marks.flatMap(({ criterionId, momentSeconds }) =>
      momentSeconds === null ? [] : [{ id: criterionId, atSeconds: momentSeconds, label: labelOf(criterionId) }],
    ),
    ...(refusal && refusal.momentSeconds !== null
      ? [{ id: 'refusal', atSeconds: refusal.momentSeconds, label: t('momentRefusal') }]
      : []),
    ...(contest && contest.momentSeconds !== null
      ? [{ id: 'contest', atSeconds: contest.momentSeconds, label: t('momentContest') }]
      : []),
  ].sort((a, b) => a.atSeconds - b.atSeconds);
  const facts: Fact[] = [
    { label: t('meeting'), value: format.moment(appointment.meetingAt) },
    { label: t('place'), value: appointment.meetingPlace },
    { label: t('contact'), value: [appointment.contactName, appointment.contactRole].filter(Boolean).join(', ') },
    ...(appointment.phone
      ? [{ label: t('phone'), value: <span className="tabular-nums">{format.phone(appointment.phone)}</span> }]
      : []),
    { label: t('caller'), value: appointment.callerName },
    { label: t('booked'), value: format.moment(appointment.bookedAt) },
    { label: t('price'), value: format.money(appointment.priceCents) },
    ...(appointment.note ? [{ label: t('note'), value: appointment.note }] : []),
  ];
  return (
    <Page>
      <PageHeader
        title={`${appointment.ref}, ${appointment.company}`}
        back={{ to: '/a-valider', label: t('inbox') }}
        state={<StateLabel tone={tones[appointment.state]}>{t(`state_${appointment.state}`)}</StateLabel>}
        others={<Neighbours appointment={appointment} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_1fr] lg:gap-8">
        <div className="min-w-0 lg:col-start-1">
          <CallSound appointment={appointment} markers={markers} player={player} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <DecisionPanel appointment={appointment} now={now} person={person} player={player} />
          <CriteriaList
            appointment={appointment}
            onListen={appointment.recordingId ? (seconds) => player.current?.seek(seconds) : null}
          />
        </div>
        <div className="grid min-w-0 gap-6 md:grid-cols-2 lg:col-start-1">
          <Section title={t('facts')}>
            <Facts stacked facts={facts} />
          </Section>
          <Section title={t('history')}>
            <DecisionHistory appointment={appointment} />
          </Section>
          <div className="md:col-span-2">
            <MeetingPanel
              appointment={appointment}
              now={now}
              maySay={person === 'client' || (role?.kind === 'member' && role.role === 'owner')}
            />
          </div>
        </div>
      </div>
    </Page>
  );
};

/** The one before and the one after in the list that the reader came from. */
const Neighbours = ({ appointment }: { appointment: AppointmentDetail }) => {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const phone = usePhone();
  const [search] = useSearchParams();
  const asked = search.get('etat') as ReviewFilter | null;
  const filter = asked && reviewFilters.includes(asked) ? asked : 'to_review';
  const all = useRead<Answer<'get', '/appointments'>>('/appointments').data?.appointments ?? [];
  const rows = inFilter(all, filter);
  const at = rows.findIndex(({ id }) => id === appointment.id);
  // Just decided: it left the list, and what waits next is its first.
  const [before, after] = at === -1 ? [undefined, rows[0]] : [rows[at - 1], rows[at + 1]];
  const go = (row: { id: string } | undefined) =>
    row && void navigate(`/a-valider/${row.id}${filter === 'to_review' ? '' : `?etat=${filter}`}`);
  useHotkey('k', () => go(before), before !== undefined);
  useHotkey('j', () => go(after), after !== undefined);
  if (!before && !after) return null;
  return (
    <div className="flex items-center gap-2">
      {at !== -1 && (
        <span className="text-xs text-ink-soft tabular-nums">{t('placeInInbox', { place: at + 1, total: rows.length })}</span>
      )}
      {before && (
        <Button size="sm" {...(phone ? {} : { hotkey: 'K' })} onPress={() => go(before)}>
          {t('previous')}
        </Button>
      )}
      {after && (
        <Button size="sm" {...(phone ? {} : { hotkey: 'J' })} onPress={() => go(after)}>
          {t('next')}
        </Button>
      )}
    </div>
  );
};
