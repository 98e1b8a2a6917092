import { SILENCE } from '../audio/g711.ts';

/** One side of a call as it was heard: µ-law bytes at their place in time, silence elsewhere. */
export type RecordedLeg = {
  /** `timestamp` is RTP's, `arrivedAt` the samples of talk elapsed when the packet came. */
  hear: (payload: Uint8Array, timestamp: number, arrivedAt: number) => void;
  packets: () => number;
  bytes: (length: number) => Uint8Array;
};

/** A packet that strays more than this from its arrival means that the sender's clock restarted. */
const maxDriftSamples = 4000;

export const recordLeg = (): RecordedLeg => {
  const pieces: { at: number; payload: Uint8Array }[] = [];
  let base: number | null = null;
  return {
    hear: (payload, timestamp, arrivedAt) => {
      let at = base === null ? arrivedAt : (timestamp - base) | 0;
      if (base === null || Math.abs(at - arrivedAt) > maxDriftSamples) {
        base = (timestamp - arrivedAt) | 0;
        at = arrivedAt;
      }
      pieces.push({ at, payload: Uint8Array.from(payload) });
    },
    packets: () => pieces.length,
    bytes: (length) => {
      const leg = new Uint8Array(length).fill(SILENCE);
      for (const { at, payload } of pieces) {
        if (at < 0 || at >= length) continue;
        leg.set(payload.subarray(0, length - at), at);
      }
      return leg;
    },
  };
};
