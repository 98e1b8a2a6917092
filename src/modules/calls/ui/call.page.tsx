import { useParams } from 'react-router';
import { apiAddress, useRead } from '../../../web/api/client.ts';
import {
  AudioPlayer,
  Badge,
  Facts,
  Loaded,
  Page,
  PageHeader,
  Section,
  StateLabel,
  Timeline,
  TwoPane,
  type Fact,
} from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import { outcomes } from '../domain/outcomes.ts';
import { toneOf } from './call-history.tsx';
import type { CallDetail, Recording } from './shapes.ts';
import { useWords } from './use-words.ts';
import { VerdictNotice } from './verdict-notice.tsx';

/** One call: its verdict, its events, its criteria and its sound. */
export default function CallPage() {
  const { callId } = useParams() as { callId: string };
  return <Loaded read={useRead<CallDetail>(`/attempts/${callId}`)}>{(call) => <CallOf call={call} />}</Loaded>;
}

const CallOf = ({ call }: { call: CallDetail }) => {
  const { id } = useParams() as { id: string };
  const { t, coded, language } = useWords();
  const format = useFormats();
  const facts: Fact[] = [
    {
      label: t('outcomeColumn'),
      value: (
        <StateLabel tone={call.outcome ? toneOf(call.outcome) : 'caution'}>
          {call.outcome ? outcomes[call.outcome].labels[language] : t('toQualify')}
        </StateLabel>
      ),
    },
    { label: t('talkColumn'), value: format.duration(call.talkSeconds) },
    { label: t('callerColumn'), value: call.callerName },
    ...(call.outcomeReason ? [{ label: t('reason'), value: call.outcomeReason }] : []),
    ...(call.outcomeNote ? [{ label: t('note'), value: call.outcomeNote }] : []),
  ];
  return (
    <Page>
      <PageHeader
        title={t('callTitle', { moment: format.moment(call.requestedAt) })}
        back={{ to: `/missions/${id}/appels`, label: t('callsTitle') }}
        state={<Badge tone={call.evidence === 'simulated' ? 'caution' : 'neutral'}>{coded('ev_', call.evidence)}</Badge>}
      />
      <TwoPane
        left={
          <>
            <Facts stacked facts={facts} />
            <VerdictNotice allowed={call.verdict.allowed} sentence={call.verdict.sentence} checks={call.verdict.checks} />
          </>
        }
        right={
          <>
            <Sound call={call} />
            {call.events.length > 0 && (
              <Section title={t('events')}>
                <Timeline
                  label={t('events')}
                  items={call.events.map(({ seq, at, mediaMs, type, details }) => ({
                    id: String(seq),
                    when: mediaMs === null ? format.time(at) : format.duration(mediaMs / 1000),
                    title: coded('e_', type),
                    detail: [details['leg'], details['state'], details['cause']]
                      .filter((word) => typeof word === 'string')
                      .map((word) => coded('d_', word))
                      .join(' · '),
                  }))}
                />
              </Section>
            )}
          </>
        }
      />
    </Page>
  );
};

const Sound = ({ call }: { call: CallDetail }) => {
  const { t } = useWords();
  const format = useFormats();
  const { recording } = call;
  const status = !recording ? (
    t('noRecording')
  ) : recording.status === 'purged' ? (
    <Purged recording={recording} />
  ) : recording.status === 'held' ? (
    t('recordingHeld')
  ) : recording.keepUntil ? (
    t('keptUntil', { moment: format.moment(recording.keepUntil) })
  ) : null;
  return (
    <Section title={t('recording')}>
      {recording && recording.status !== 'purged' && <Player call={call} recording={recording} />}
      <p className="text-ink-soft">{status}</p>
      {recording && <p className="text-xs break-all text-ink-soft">{`${t('hash')} SHA-256 ${recording.legsSha256}`}</p>}
    </Section>
  );
};

const Purged = ({ recording }: { recording: Recording }) => {
  const { t, coded } = useWords();
  const format = useFormats();
  return (
    <>{t('recordingPurged', { moment: format.moment(recording.purgedAt!), reason: coded('p_', recording.purgeReason ?? '') })}</>
  );
};

type PeaksAnswer = { peaks: { durationMs: number; caller: number[]; prospect: number[] } | null };
const Player = ({ call, recording }: { call: CallDetail; recording: Recording }) => {
  const { t } = useWords();
  const { data } = useRead<PeaksAnswer>(`/recordings/${recording.recordingId}/peaks`);
  const labelOf = (id: string) => call.criteria.find((criterion) => criterion.id === id)?.label ?? id;
  const marks = call.marks
    .flatMap(({ criterionId, state, momentSeconds }) =>
      state === 'met' && momentSeconds !== null
        ? [{ id: criterionId, atSeconds: momentSeconds, label: labelOf(criterionId) }]
        : [],
    )
    .sort((a, b) => a.atSeconds - b.atSeconds);
  if (!data) return null;
  return (
    <AudioPlayer
      src={apiAddress(`/recordings/${recording.recordingId}/audio`)}
      label={t('recording')}
      durationSeconds={recording.durationMs / 1000}
      {...(data.peaks ? { peaks: loudness(data.peaks) } : {})}
      markers={marks}
    />
  );
};

/** The louder of the two voices at each point, from 0 to 1. */
export const loudness = ({ caller, prospect }: { caller: number[]; prospect: number[] }): number[] =>
  Array.from(
    { length: caller.length / 2 },
    (_, n) =>
      Math.max(...[caller, prospect].flatMap((voice) => [Math.abs(voice[2 * n] ?? 0), Math.abs(voice[2 * n + 1] ?? 0)])) / 128,
  );
