import type { Instant } from '../../../shared/time.ts';
import type { CallEvent, CallEventBody, OriginateCommand, TelephonyAdapter } from '../port.ts';

/** The caller's own telephone: we open a `tel:` link and keep what the caller declares. Nothing is heard or recorded. */
export const manualLine = ({ now }: { now: () => Instant }): TelephonyAdapter => {
  const calls = new Map<string, { command: OriginateCommand; seq: number; live: boolean }>();
  const listeners = new Set<(event: CallEvent) => void>();
  const say = (callId: string, body: CallEventBody) => {
    const call = calls.get(callId)!;
    const event: CallEvent = {
      callId,
      tenantId: call.command.tenantId,
      seq: ++call.seq,
      at: now(),
      mediaMs: null,
      source: 'caller',
      ...body,
    };
    for (const listener of listeners) listener(event);
  };
  const noAudio = { ok: false, code: 'line_has_no_audio' } as const;

  return {
    id: 'manual',
    capabilities: () => ({
      browserAudio: false,
      serverRecording: false,
      dualChannel: false,
      recordingPause: false,
      evidence: 'declared',
    }),
    originate: async (command) => {
      if (calls.has(command.callId)) return { ok: false, code: 'call_already_placed' };
      calls.set(command.callId, { command, seq: 0, live: true });
      say(command.callId, { type: 'requested' });
      say(command.callId, { type: 'dialing' });
      return { ok: true, value: { kind: 'tel-link', href: `tel:${command.to}` } };
    },
    addIce: async () => noAudio,
    hangup: async (callId) => {
      const call = calls.get(callId);
      if (!call) return { ok: false, code: 'call_unknown' };
      if (call.live) {
        call.live = false;
        // How long it lasted is for the caller to declare with the outcome: nobody measured it.
        say(callId, { type: 'ended', by: 'caller', talkMs: 0 });
      }
      return { ok: true, value: null };
    },
    recording: async () => noAudio,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetchRecording: () => null,
    forget: (callId) => void calls.delete(callId),
    isLive: (callId) => calls.get(callId)?.live ?? false,
    elapsedMs: () => null,
    stop: async () => {
      listeners.clear();
      calls.clear();
    },
  };
};
