import type { Instant } from '../../../shared/time.ts';
import type { CallEvent, TelephonyAdapter, TelephonyProblem } from '../port.ts';
import { placeSimulatedCall, type SimulatedCall } from './call.ts';

type Options = {
  now: () => Instant;
  /** 1 plays in real time. Tests and the demonstration go faster; the recording keeps its full length. */
  speed?: number;
};

const unknown: TelephonyProblem = { ok: false, code: 'call_unknown' };
const done = { ok: true, value: null } as const;

/** The line of the first run, of tests and of demonstrations: rings, answers, talks and is recorded, without a telephone. */
export const simulatedLine = ({ now, speed = 1 }: Options): TelephonyAdapter => {
  const calls = new Map<string, SimulatedCall | 'placing'>();
  const listeners = new Set<(event: CallEvent) => void>();
  const emit = (event: CallEvent) => listeners.forEach((listener) => listener(event));
  const placed = (callId: string) => {
    const call = calls.get(callId);
    return call === 'placing' ? undefined : call;
  };

  return {
    id: 'simulated',
    capabilities: () => ({
      browserAudio: true,
      serverRecording: true,
      dualChannel: true,
      recordingPause: true,
      evidence: 'simulated',
    }),
    originate: async (command, offer) => {
      if (calls.has(command.callId)) return { ok: false, code: 'call_already_placed' };
      if (!offer) return { ok: false, code: 'offer_missing' };
      if (!/^m=audio /m.test(offer.sdp)) return { ok: false, code: 'offer_unusable' };
      calls.set(command.callId, 'placing');
      try {
        const call = await placeSimulatedCall(command, offer, { now, speed, emit });
        calls.set(command.callId, call);
        return { ok: true, value: { kind: 'webrtc', answer: call.answer } };
      } catch {
        calls.delete(command.callId);
        return { ok: false, code: 'offer_unusable' };
      }
    },
    addIce: async (callId, candidate) => {
      const call = placed(callId);
      if (!call) return unknown;
      await call.addIce(candidate);
      return done;
    },
    hangup: async (callId) => {
      const call = placed(callId);
      if (!call) return unknown;
      call.hangup();
      return done;
    },
    recording: async (callId, action, why) => {
      const call = placed(callId);
      if (!call) return unknown;
      call.setRecording(action, why);
      return done;
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetchRecording: (callId) => placed(callId)?.recorded() ?? null,
    forget: (callId) => {
      if (placed(callId)?.isLive() === false) calls.delete(callId);
    },
    isLive: (callId) => calls.get(callId) === 'placing' || (placed(callId)?.isLive() ?? false),
    elapsedMs: (callId) => placed(callId)?.elapsedMs() ?? null,
    stop: async () => {
      for (const callId of calls.keys()) placed(callId)?.abandon();
      listeners.clear();
      calls.clear();
    },
  };
};
