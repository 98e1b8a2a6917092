import type { Ref } from 'react';
import { apiAddress, useRead, type Answer } from '../../../web/api/client.ts';
import { AudioPlayer, Empty, Notice, Skeleton, usePhone, type AudioHandle, type AudioMarker } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { AppointmentDetail } from './shapes.ts';

type Peaks = Answer<'get', '/recordings/{id}/peaks'>;

/** The call to be judged: its sound with the moments that matter, or, without a recording, what the claim rests on. */
export const CallSound = ({
  appointment,
  markers,
  player,
}: {
  appointment: AppointmentDetail;
  markers: readonly AudioMarker[];
  player: Ref<AudioHandle>;
}) => {
  const t = useMessages(messages);
  const phone = usePhone();
  const { recordingId, evidenceLevel, callerName } = appointment;
  if (!recordingId)
    return (
      <Empty title={t(`ev_${evidenceLevel}`)}>
        {evidenceLevel === 'declared' ? t('declaredWhy', { caller: callerName }) : t('noSoundYet')}
      </Empty>
    );
  return (
    <div className="flex flex-col gap-2">
      <Sound recordingId={recordingId} markers={markers} player={player} />
      <p className="text-xs text-ink-soft">
        {t(`ev_${evidenceLevel}`)}. {t('listensLogged')} {!phone && t('playerKeys')}
      </p>
    </div>
  );
};

const Sound = ({
  recordingId,
  markers,
  player,
}: {
  recordingId: string;
  markers: readonly AudioMarker[];
  player: Ref<AudioHandle>;
}) => {
  const t = useMessages(messages);
  const read = useRead<Peaks>(`/recordings/${recordingId}/peaks`, {
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.peaks === null ? 3_000 : false),
  });
  // Erased at the end of its signed time, or not ours to hear: the server says which.
  if (read.error) return <Notice tone="caution">{read.error.message}</Notice>;
  if (!read.data) return <Skeleton lines={3} />;
  const { peaks } = read.data;
  if (!peaks) return <Notice>{t('soundPreparing')}</Notice>;
  return (
    <AudioPlayer
      ref={player}
      src={apiAddress(`/recordings/${recordingId}/audio`)}
      label={t('recording')}
      durationSeconds={peaks.durationMs / 1000}
      peaks={loudness(peaks)}
      markers={markers}
    />
  );
};

const drawn = new WeakMap<object, number[]>();
/** The louder of the two voices at each point, from 0 to 1. Kept, so that the wave is drawn once. */
const loudness = (peaks: { caller: number[]; prospect: number[] }): number[] => {
  const known = drawn.get(peaks);
  if (known) return known;
  const loud = Array.from(
    { length: Math.floor(peaks.caller.length / 2) },
    (_, n) =>
      Math.max(
        ...[peaks.caller, peaks.prospect].flatMap((voice) => [Math.abs(voice[2 * n] ?? 0), Math.abs(voice[2 * n + 1] ?? 0)]),
      ) / 128,
  );
  drawn.set(peaks, loud);
  return loud;
};
