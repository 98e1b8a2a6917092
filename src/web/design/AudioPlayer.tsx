import { lazy, Suspense, type Ref } from 'react';
import { Skeleton } from './Feedback.tsx';

/** A moment in the recording: a criterion ticked, a disputed passage. */
export type AudioMarker = { id: string; atSeconds: number; label: string };
export type AudioHandle = { toggle: () => void; seek: (seconds: number) => void; currentSeconds: () => number };
export type AudioPlayerProps = {
  /** Address of the recording; the server answers range requests. */
  src: string;
  label: string;
  durationSeconds: number;
  /** Loudness, 0..1, evenly spaced: drawn without downloading the sound. */
  peaks?: readonly number[];
  markers?: readonly AudioMarker[];
  onTime?: (seconds: number) => void;
  onPlayed?: () => void;
  ref?: Ref<AudioHandle>;
};

const Player = lazy(() => import('./audio-wave.tsx'));

/** Listens to a call. Space or K plays, J and L move by 5 s; the page may seek through `ref`. */
export const AudioPlayer = (props: AudioPlayerProps) => (
  <Suspense fallback={<Skeleton lines={3} />}>
    <Player {...props} />
  </Suspense>
);
