import { type Instant } from '../../../shared/time.ts';
import { encodeMulaw } from '../audio/g711.ts';
import { SAMPLE_RATE, silence, tone } from '../audio/voice.ts';
import { openPeer, pace } from '../peer.ts';
import type {
  CallEnd,
  CallEvent,
  CallEventBody,
  FailureCause,
  IceCandidate,
  OriginateCommand,
  RawRecording,
  SessionDescription,
} from '../port.ts';
import { recordLeg } from './leg.ts';
import { prospectSound, scenarioFor, type Turn } from './scenarios.ts';

export type SimulatedCall = Awaited<ReturnType<typeof placeSimulatedCall>>;
type Options = { now: () => Instant; speed: number; emit: (event: CallEvent) => void };

const samplesPerMs = SAMPLE_RATE / 1000;
/** Without a packet from the caller's browser for this long, the call is over: a closed tab says nothing. */
const lostCallerMs = 15_000;
/** However fast the line plays, a busy machine is given this long in real time. */
const leastPatienceMs = 4_000;
const connectMs = 10_000;

/** A call to nobody: real WebRTC towards the caller, a scripted prospect at the other end, both legs kept. */
export const placeSimulatedCall = async (command: OriginateCommand, offer: SessionDescription, { now, speed, emit }: Options) => {
  const scenario = scenarioFor(command.to, command.scenario);
  const { peer, track, send } = openPeer();
  const sound = prospectSound(command.to);
  const legs = { caller: recordLeg(), prospect: recordLeg() };
  const gaps: RawRecording['gaps'] = [];
  const wall = () => performance.now() * speed;
  let seq = 0;
  let answeredAt: number | null = null;
  let ended: CallEnd | null = null;
  let recording: 'off' | 'armed' | 'on' | 'paused' | 'stopped' = 'off';
  let pausedFromMs = 0;
  let lastHeard = wall();
  let rung = false;
  const stops: (() => void)[] = [];

  const mediaMs = () => (answeredAt === null ? null : Math.round(wall() - answeredAt));
  const say = (body: CallEventBody) =>
    emit({
      callId: command.callId,
      tenantId: command.tenantId,
      seq: ++seq,
      at: now(),
      mediaMs: mediaMs(),
      source: 'media_server',
      ...body,
    });
  const later = (mediaSeconds: number, work: () => void) => {
    const timer = setTimeout(work, (mediaSeconds * 1000) / speed);
    stops.push(() => clearTimeout(timer));
  };

  const end = (by: CallEnd['by'], cause?: FailureCause, sipCode?: number) => {
    if (ended) return;
    const talkMs = mediaMs() ?? 0;
    if (recording === 'paused') gaps.push({ fromMs: pausedFromMs, toMs: talkMs, why: 'pause' });
    if (recording === 'on' || recording === 'paused') say({ type: 'recording', state: 'stopped', why: 'call_ended' });
    ended = { type: 'ended', by, talkMs, ...(cause && { cause }), ...(sipCode && { sipCode }) };
    say(ended);
    for (const stop of stops) stop();
    // Leaves the last packets a moment to reach the caller's ear before the line closes.
    setTimeout(() => void peer.close().catch(() => undefined), 50).unref();
  };

  peer.onTrack.subscribe((heard) => {
    let first = true;
    heard.onReceiveRtp.subscribe((packet) => {
      lastHeard = wall();
      if (answeredAt === null || ended) return;
      if (first) say({ type: 'media_up', leg: 'caller' });
      first = false;
      if (recording === 'on')
        legs.caller.hear(packet.payload, packet.header.timestamp, Math.round((wall() - answeredAt) * samplesPerMs));
    });
  });

  const ring = () => {
    if (ended) return;
    if (scenario.line === 'invalid_number') return later(0.4, () => end('network', 'invalid_number', 404));
    if (scenario.line === 'busy') return later(0.6, () => end('network', 'busy', 486));
    say({ type: 'ringing' });
    const ringback = tone([440], { on: 1.5, off: 3.5 }, 0.15);
    const stopRinging = pace(speed, () => send(encodeMulaw(ringback())));
    stops.push(stopRinging);
    if (scenario.line === 'no_answer') return later(Math.min(command.maxRingSeconds, 25), () => end('network', 'no_answer', 480));
    later(Math.min(scenario.ringSeconds, command.maxRingSeconds), () => {
      stopRinging();
      answer();
    });
  };

  const answer = () => {
    if (ended) return;
    answeredAt = wall();
    say({ type: 'answered' });
    say({ type: 'media_up', leg: 'prospect' });
    recording = command.recording;
    if (recording === 'on') say({ type: 'recording', state: 'started', why: 'policy' });
    const nextFrame = speech(scenario.turns, sound);
    let sent = 0;
    stops.push(
      pace(speed, () => {
        const samples = nextFrame();
        const payload = encodeMulaw(samples ?? silence());
        const timestamp = send(payload);
        if (recording === 'on') legs.prospect.hear(payload, timestamp, sent * 160);
        sent += 1;
        if (samples === null && scenario.then === 'hangs_up') end('prospect', undefined, 200);
        else if (sent * 20 > command.maxTalkSeconds * 1000) end('system', 'max_duration');
        else if (wall() - lastHeard > Math.max(lostCallerMs, leastPatienceMs * speed)) callerLost();
      }),
    );
  };

  const callerLost = () => {
    say({ type: 'media_missing', leg: 'caller' });
    end('network', 'media_missing');
  };

  say({ type: 'requested' });
  await peer.setRemoteDescription(offer);
  const transceiver = peer.getTransceivers()[0];
  if (!transceiver) throw new Error('the offer has no audio');
  await transceiver.sender.replaceTrack(track);
  transceiver.setDirection('sendrecv');
  await peer.setLocalDescription(await peer.createAnswer());
  say({ type: 'dialing' });

  const connectTimer = setTimeout(callerLost, connectMs);
  stops.push(() => clearTimeout(connectTimer));
  peer.connectionStateChange.subscribe((state) => {
    if (state === 'connected') {
      clearTimeout(connectTimer);
      if (!rung) ring();
      rung = true;
    }
    if (state === 'failed' || state === 'closed') end('network', answeredAt === null ? 'unreachable' : 'media_missing');
  });

  return {
    answer: { type: 'answer', sdp: peer.localDescription!.sdp } satisfies SessionDescription,
    addIce: async (candidate: IceCandidate | null) => {
      // A candidate that does not parse is dropped: another one will do, or the connection timer speaks.
      if (candidate?.candidate) await peer.addIceCandidate(candidate as never).catch(() => undefined);
    },
    hangup: () => end('caller', answeredAt === null ? 'cancelled_by_caller' : undefined, answeredAt === null ? 487 : 200),
    setRecording: (action: 'start' | 'pause' | 'resume' | 'stop', why: string) => {
      if (recording === 'armed' && action === 'start') {
        recording = 'on';
        gaps.push({ fromMs: 0, toMs: mediaMs() ?? 0, why: 'not_started' });
        say({ type: 'recording', state: 'started', why });
      } else if (recording === 'armed' && action === 'stop') {
        recording = 'stopped';
        say({ type: 'recording', state: 'stopped', why });
      } else if (recording === 'on' && action === 'pause') {
        recording = 'paused';
        pausedFromMs = mediaMs() ?? 0;
        say({ type: 'recording', state: 'paused', why });
      } else if (recording === 'paused' && action === 'resume') {
        recording = 'on';
        gaps.push({ fromMs: pausedFromMs, toMs: mediaMs() ?? 0, why });
        say({ type: 'recording', state: 'resumed', why });
      } else if ((recording === 'on' || recording === 'paused') && action === 'stop') {
        recording = 'stopped';
        say({ type: 'recording', state: 'stopped', why });
      }
    },
    isLive: () => ended === null,
    elapsedMs: () => (ended ? ended.talkMs : mediaMs()),
    recorded: (): RawRecording | null => {
      if (!ended || ended.talkMs === 0 || legs.prospect.packets() + legs.caller.packets() === 0) return null;
      const length = ended.talkMs * samplesPerMs;
      return { sampleRate: 8000, caller: legs.caller.bytes(length), prospect: legs.prospect.bytes(length), gaps };
    },
    abandon: () => end('system', 'media_server_lost'),
  };
};

/** Plays the turns one after the other; null once all are said. */
const speech = (turns: Turn[], sound: (turn: Turn['sound']) => Int16Array) => {
  let index = 0;
  let left = Math.round((turns[0]?.seconds ?? 0) * 50);
  return (): Int16Array | null => {
    while (left <= 0 && index < turns.length) left = Math.round((turns[++index]?.seconds ?? 0) * 50);
    const turn = turns[index];
    if (!turn) return null;
    left -= 1;
    return sound(turn.sound);
  };
};
