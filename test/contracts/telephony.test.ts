import { afterEach, describe, expect, test } from 'vitest';
import { decodeMulaw } from '../../src/platform/telephony/audio/g711.ts';
import { toneLevel } from '../../src/platform/telephony/audio/goertzel.ts';
import { tone } from '../../src/platform/telephony/audio/voice.ts';
import { headlessCaller } from '../../src/platform/telephony/headless-caller.ts';
import {
  createTelephony,
  type CallEvent,
  type LineId,
  type OriginateCommand,
  type Telephony,
} from '../../src/platform/telephony/index.ts';
import { instant } from '../../src/shared/time.ts';

const speed = 10;
const aCall = (given: Partial<OriginateCommand> = {}): OriginateCommand => ({
  callId: crypto.randomUUID(),
  tenantId: 't1',
  missionId: 'm1',
  to: '+33199000001',
  from: '+33199009999',
  maxRingSeconds: 25,
  maxTalkSeconds: 120,
  recording: 'on',
  gateVerdictId: 'v1',
  ...given,
});

let telephony: Telephony;
const open = (playSpeed = speed) => {
  telephony = createTelephony({ now: () => instant(new Date()), simulatedSpeed: playSpeed });
  const events: CallEvent[] = [];
  telephony.onEvent((event) => void events.push(event));
  return { telephony, events };
};
afterEach(() => telephony.stop());

const until = async (met: () => boolean, withinMs = 8000): Promise<void> => {
  for (const start = Date.now(); !met(); await new Promise((resume) => setTimeout(resume, 10)))
    if (Date.now() - start > withinMs) throw new Error('nothing happened in time');
};

/** Places a call as the caller's browser would, and answers with the events once `met`. */
const dial = async (
  line: LineId,
  command: OriginateCommand,
  met: (events: CallEvent[]) => boolean,
  act?: (events: CallEvent[]) => Promise<void>,
  playSpeed = speed,
) => {
  const { telephony, events } = open(playSpeed);
  const caller = line === 'simulated' ? await headlessCaller({ speed: playSpeed, sound: tone([440]) }) : null;
  const placed = await telephony.line(line).originate(command, caller?.offer);
  if (!placed.ok) throw new Error(placed.code);
  if (placed.value.kind === 'webrtc') await caller!.accept(placed.value.answer);
  await act?.(events);
  await until(() => met(events));
  await caller?.leave();
  return { events, types: events.map(({ type }) => type), placed, heard: caller?.heardPackets() ?? 0 };
};
const hasEnded = (events: CallEvent[]) => events.at(-1)?.type === 'ended';

const lines: { id: LineId; scenario?: string }[] = [{ id: 'simulated', scenario: 'interested' }, { id: 'manual' }];

describe.each(lines)('every line keeps the same promises: $id', ({ id, ...given }) => {
  test('a call is announced from its request to its end, in order and without a gap', async () => {
    const command = aCall(given);
    const { events, types } = await dial(id, command, hasEnded, async (soFar) => {
      await until(() => soFar.some(({ type }) => type === (id === 'manual' ? 'dialing' : 'answered')));
      await telephony.line(id).hangup(command.callId);
    });
    expect(types.slice(0, 2)).toEqual(['requested', 'dialing']);
    expect(types.filter((type) => type === 'ended')).toHaveLength(1);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(new Set(events.map(({ tenantId }) => tenantId))).toEqual(new Set(['t1']));
    expect(telephony.line(id).isLive(command.callId)).toBe(false);
  });

  test('the same attempt is never dialled twice', async () => {
    const command = aCall(given);
    await dial(id, command, (events) => events.length >= 2);
    const again = await telephony.line(id).originate(command, { type: 'offer', sdp: 'm=audio 9' });
    expect(again).toEqual({ ok: false, code: 'call_already_placed' });
  });

  test('hanging up twice ends the call once', async () => {
    const command = aCall(given);
    const { types } = await dial(id, command, hasEnded, async () => {
      await telephony.line(id).hangup(command.callId);
      await telephony.line(id).hangup(command.callId);
    });
    expect(types.filter((type) => type === 'ended')).toHaveLength(1);
  });

  test('a call nobody knows is refused, not invented', async () => {
    open();
    expect(await telephony.line(id).hangup('nobody')).toEqual({ ok: false, code: 'call_unknown' });
    expect(telephony.line(id).fetchRecording('nobody')).toBeNull();
  });

  test('what it claims to be is what it is', () => {
    const { evidence, serverRecording } = open().telephony.line(id).capabilities();
    expect([evidence, serverRecording]).toEqual(id === 'manual' ? ['declared', false] : ['simulated', true]);
  });
});

describe('the simulated line', () => {
  test.each([
    ['busy', ['requested', 'dialing', 'ended'], { cause: 'busy', sipCode: 486, talkMs: 0 }],
    ['invalid_number', ['requested', 'dialing', 'ended'], { cause: 'invalid_number', sipCode: 404, talkMs: 0 }],
    ['no_answer', ['requested', 'dialing', 'ringing', 'ended'], { cause: 'no_answer', sipCode: 480, talkMs: 0 }],
  ])('%s: the reason is said, and there is nothing to record', async (scenario, expected, end) => {
    const command = aCall({ scenario });
    const { types, events } = await dial('simulated', command, hasEnded);
    expect(types).toEqual(expected);
    expect(events.at(-1)).toMatchObject({ by: 'network', ...end });
    expect(telephony.line('simulated').fetchRecording(command.callId)).toBeNull();
  });

  test('a prospect who hangs up ends the call', async () => {
    const { events, types } = await dial('simulated', aCall({ scenario: 'hangs_up' }), hasEnded);
    expect(types.slice(0, 4)).toEqual(['requested', 'dialing', 'ringing', 'answered']);
    expect(events.at(-1)).toMatchObject({ by: 'prospect' });
    expect((events.at(-1) as { talkMs: number }).talkMs).toBeGreaterThan(1500);
  });

  test('the caller who gives up while it rings is heard as such', async () => {
    const command = aCall({ scenario: 'no_answer' });
    const { events } = await dial('simulated', command, hasEnded, async (soFar) => {
      await until(() => soFar.some(({ type }) => type === 'ringing'));
      await telephony.line('simulated').hangup(command.callId);
    });
    expect(events.at(-1)).toMatchObject({ by: 'caller', cause: 'cancelled_by_caller', talkMs: 0 });
  });

  test('each voice is on its own leg, and only there', async () => {
    // Near life: on a busy machine, packets ten times as fast would miss their turn.
    const command = aCall({ scenario: 'tone', maxTalkSeconds: 6 });
    const { heard } = await dial('simulated', command, hasEnded, undefined, 1.5);
    const legs = telephony.line('simulated').fetchRecording(command.callId)!;
    const [caller, prospect] = [decodeMulaw(legs.caller), decodeMulaw(legs.prospect)];
    const level = {
      callerOwn: toneLevel(caller, 440, 8000),
      callerOther: toneLevel(caller, 880, 8000),
      prospectOwn: toneLevel(prospect, 880, 8000),
      prospectOther: toneLevel(prospect, 440, 8000),
    };
    expect(level.callerOwn).toBeGreaterThan(-12);
    expect(level.prospectOwn).toBeGreaterThan(-12);
    // µ-law itself adds noise some 70 dB under the voice; the other voice must be lost in it.
    expect(level.callerOwn - level.callerOther).toBeGreaterThan(60);
    expect(level.prospectOwn - level.prospectOther).toBeGreaterThan(60);
    expect(legs.caller).toHaveLength(legs.prospect.length);
    expect(legs.caller.length / 8).toBeGreaterThan(5900);
    expect(heard).toBeGreaterThan(200);
  });

  test('armed, it records nothing until it is started, and keeps no sound of what came before', async () => {
    const never = aCall({ scenario: 'tone', maxTalkSeconds: 3, recording: 'armed' });
    await dial('simulated', never, hasEnded);
    expect(telephony.line('simulated').fetchRecording(never.callId)).toBeNull();
    await telephony.stop();

    const command = aCall({ scenario: 'tone', maxTalkSeconds: 8, recording: 'armed' });
    const { events } = await dial('simulated', command, hasEnded, async (soFar) => {
      await until(() => soFar.some(({ type }) => type === 'answered'));
      await new Promise((resume) => setTimeout(resume, 200));
      await telephony.line('simulated').recording(command.callId, 'start', 'asked');
    });
    expect(events.filter(({ type }) => type === 'recording')).toMatchObject([
      { state: 'started', why: 'asked' },
      { state: 'stopped', why: 'call_ended' },
    ]);
    const { gaps, prospect } = telephony.line('simulated').fetchRecording(command.callId)!;
    expect(gaps).toMatchObject([{ fromMs: 0, why: 'not_started' }]);
    expect(toneLevel(decodeMulaw(prospect.subarray(0, gaps[0]!.toMs * 8 - 800)), 880, 8000)).toBeLessThan(-60);
    expect(toneLevel(decodeMulaw(prospect.subarray(gaps[0]!.toMs * 8 + 800)), 880, 8000)).toBeGreaterThan(-12);
  });

  test('a pause leaves silence on both legs and says when', async () => {
    const command = aCall({ scenario: 'tone', maxTalkSeconds: 8 });
    await dial('simulated', command, hasEnded, async (soFar) => {
      await until(() => soFar.some(({ type }) => type === 'answered'));
      await new Promise((resume) => setTimeout(resume, 200));
      await telephony.line('simulated').recording(command.callId, 'pause', 'bank details');
      await new Promise((resume) => setTimeout(resume, 200));
      await telephony.line('simulated').recording(command.callId, 'resume', 'bank details');
    });
    const { gaps, caller, prospect } = telephony.line('simulated').fetchRecording(command.callId)!;
    expect(gaps).toHaveLength(1);
    const [{ fromMs, toMs }] = gaps as unknown as [{ fromMs: number; toMs: number }];
    expect(toMs - fromMs).toBeGreaterThan(1000);
    const middle = Math.round(((fromMs + toMs) / 2) * 8);
    for (const leg of [caller, prospect]) expect(new Set(leg.subarray(middle - 400, middle + 400))).toEqual(new Set([0xff]));
  });

  test('an offer without audio is refused with a reason', async () => {
    open();
    expect(await telephony.line('simulated').originate(aCall())).toEqual({ ok: false, code: 'offer_missing' });
    expect(await telephony.line('simulated').originate(aCall(), { type: 'offer', sdp: 'v=0' })).toEqual({
      ok: false,
      code: 'offer_unusable',
    });
  });
});
