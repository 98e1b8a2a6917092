import type { Instant } from '../../shared/time.ts';

/**
 * What a call can be relied on for. `server`: our media server signalled and recorded it. `provider`: signed webhook and
 * fetched recording. `client`: timed in the caller's browser. `declared`: typed by the caller. `simulated`: no telephone rang.
 */
export type EvidenceLevel = 'server' | 'provider' | 'client' | 'declared' | 'simulated';
export type LineId = 'simulated' | 'manual';

export type FailureCause =
  | 'busy'
  | 'no_answer'
  | 'invalid_number'
  | 'rejected'
  | 'cancelled_by_caller'
  | 'unreachable'
  | 'media_missing'
  | 'media_server_lost'
  | 'max_duration';

export type TelephonyCapabilities = {
  browserAudio: boolean;
  serverRecording: boolean;
  dualChannel: boolean;
  recordingPause: boolean;
  evidence: EvidenceLevel;
};

export type OriginateCommand = {
  /** The attempt's id: one attempt, one call. Asking twice for the same id is refused. */
  callId: string;
  tenantId: string;
  missionId: string;
  /** E.164, already checked by the gate. */
  to: string;
  /** Presented number, E.164. */
  from: string;
  maxRingSeconds: number;
  maxTalkSeconds: number;
  /** `armed`: nothing is kept until it is started during the call. */
  recording: 'off' | 'on' | 'armed';
  /** The stored verdict that allows this call. No adapter dials without one. */
  gateVerdictId: string;
  /** Simulated line only: how the prospect behaves. Otherwise it follows from the number. */
  scenario?: string;
};

export type SessionDescription = { type: 'offer' | 'answer'; sdp: string };
export type IceCandidate = { candidate: string; sdpMid?: string | null; sdpMLineIndex?: number | null };

/** What the caller's screen needs next: an SDP answer to play, or a `tel:` link to open. */
export type CallHandle = { kind: 'webrtc'; answer: SessionDescription } | { kind: 'tel-link'; href: string };

export type Leg = 'caller' | 'prospect';
export type CallEnd = {
  type: 'ended';
  by: 'caller' | 'prospect' | 'network' | 'system';
  /** From answer to end; 0 when nobody answered. */
  talkMs: number;
  sipCode?: number;
  cause?: FailureCause;
};
export type CallEventBody =
  | { type: 'requested' }
  | { type: 'dialing' }
  | { type: 'ringing' }
  | { type: 'answered' }
  | { type: 'media_up'; leg: Leg }
  | { type: 'media_missing'; leg: Leg }
  | { type: 'recording'; state: 'started' | 'paused' | 'resumed' | 'stopped'; why: string }
  | CallEnd;
export type CallEvent = {
  callId: string;
  tenantId: string;
  /** 1, 2, 3… without a gap within a call. */
  seq: number;
  at: Instant;
  /** Milliseconds of media since the answer, null before it: where the event is in the recording. */
  mediaMs: number | null;
  source: 'media_server' | 'provider' | 'browser' | 'caller';
} & CallEventBody;

/** Both legs as they were heard, 8 kHz µ-law, same length, silence where nothing came. */
export type RawRecording = {
  sampleRate: 8000;
  caller: Uint8Array;
  prospect: Uint8Array;
  gaps: { fromMs: number; toMs: number; why: string }[];
};

export type TelephonyProblem = {
  ok: false;
  code: 'call_already_placed' | 'call_unknown' | 'offer_missing' | 'offer_unusable' | 'line_has_no_audio';
};
export type TelephonyAnswer<T> = { ok: true; value: T } | TelephonyProblem;

/** One way to place a call. Adapters carry no business rule: the gate has already said yes. */
export interface TelephonyAdapter {
  readonly id: LineId;
  capabilities(): TelephonyCapabilities;
  originate(command: OriginateCommand, offer?: SessionDescription): Promise<TelephonyAnswer<CallHandle>>;
  addIce(callId: string, candidate: IceCandidate | null): Promise<TelephonyAnswer<null>>;
  hangup(callId: string): Promise<TelephonyAnswer<null>>;
  recording(callId: string, action: 'start' | 'pause' | 'resume' | 'stop', why: string): Promise<TelephonyAnswer<null>>;
  /** Listeners are called in order and one at a time per call; the returned function unsubscribes. */
  onEvent(listener: (event: CallEvent) => void): () => void;
  /** The legs of an ended call, until `forget`. Null when there is nothing to keep. */
  fetchRecording(callId: string): RawRecording | null;
  forget(callId: string): void;
  isLive(callId: string): boolean;
  /** Milliseconds of conversation so far; null before the answer, or where nothing is heard. */
  elapsedMs(callId: string): number | null;
  stop(): Promise<void>;
}
