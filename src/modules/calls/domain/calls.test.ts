import { describe, expect, test } from 'vitest';
import { canonicalTerms as terms } from '../../../demo/canonical-terms.ts';
import { instant } from '../../../shared/time.ts';
import { applyLineEvent, type Attempt } from './call-state.ts';
import { outcomeCodes, outcomes, permittedOutcomes } from './outcomes.ts';
import { keepRecording, mayStartRecording, recordingAtAnswer, startsWithQualification } from './recording-policy.ts';
import { type AppointmentAsked, evidenceOf, recordOutcome, type RecordOutcome } from './record-outcome.ts';
import { fillScript, unknownVariables } from './script.ts';

const now = instant('2026-03-10T09:30:00Z');
const paris = { department: '75', timeZone: 'Europe/Paris' };
const anAttempt = (given: Partial<Attempt> = {}): Attempt => ({
  attemptId: '0199aaaa-0000-7000-8000-00000000000a',
  missionId: 'm1',
  prospectId: 'p1',
  callerId: 'u1',
  line: 'simulated',
  evidence: 'simulated',
  phase: 'ended',
  requestedAt: now,
  answeredAt: now,
  endedAt: now,
  endedBy: 'prospect',
  cause: null,
  talkMs: 80_000,
  outcome: null,
  ...given,
});
const asked = (given: Partial<RecordOutcome>): RecordOutcome => ({
  code: 'REP',
  reason: '',
  note: '',
  callbackAt: null,
  callbackFor: 'me',
  appointment: null,
  declaredTalkSeconds: null,
  ...given,
});
const decide = (command: Partial<RecordOutcome>, attempt: Partial<Attempt> = {}) =>
  recordOutcome(anAttempt(attempt), asked(command), { terms, callee: paris, now });
const met = (criterionId: string, momentSeconds: number) => ({ criterionId, state: 'met' as const, momentSeconds });
const anAppointment: AppointmentAsked = {
  meetingAt: instant('2026-03-17T09:00:00Z'),
  contactName: 'Mme Martin',
  contactRole: 'directrice',
  format: 'video',
  place: '',
  note: '',
  criteria: [met('decideur', 12), met('besoin', 30), met('interet', 61)],
};

describe('the outcome of a call', () => {
  test('an appointment with every criterion heard is recorded as an argued conversation', () => {
    expect(decide({ code: 'RDV', appointment: anAppointment })).toMatchObject({
      ok: true,
      facts: [{ code: 'RDV', answered: true, useful: true, argued: true, talkSeconds: 80 }],
    });
  });

  test.each([
    ['already_qualified', { code: 'REP' }, { outcome: 'REP' }],
    ['call_still_live', { code: 'REP' }, { phase: 'answered', endedAt: null }],
    ['outcome_not_permitted', { code: 'RDV', appointment: anAppointment }, { answeredAt: null, talkMs: 0, cause: 'no_answer' }],
    ['outcome_not_permitted', { code: 'CA-', reason: 'pas de budget' }, { talkMs: 9000 }],
    ['outcome_not_permitted', { code: 'NRP' }, {}],
    ['outcome_not_permitted', { code: 'NRP' }, { answeredAt: null, talkMs: 0, cause: 'invalid_number' }],
    ['reason_required', { code: 'HC', reason: ' ' }, {}],
    ['callback_required', { code: 'RAP' }, {}],
    ['callback_in_the_past', { code: 'RAP', callbackAt: now }, {}],
    ['callback_outside_slots', { code: 'RAP', callbackAt: instant('2026-03-10T12:00:00Z') }, {}],
    ['callback_outside_slots', { code: 'ABS', callbackAt: instant('2026-04-06T08:00:00Z') }, {}],
    ['callback_after_mission', { code: 'RAP', callbackAt: instant('2026-04-07T08:00:00Z') }, {}],
    ['appointment_required', { code: 'RDV' }, {}],
    ['meeting_in_the_past', { code: 'RDV', appointment: { ...anAppointment, meetingAt: now } }, {}],
    ['contact_required', { code: 'RDV', appointment: { ...anAppointment, contactName: ' ' } }, {}],
    ['unknown_criterion', { code: 'RDV', appointment: { ...anAppointment, criteria: [met('budget', 3)] } }, {}],
    ['criteria_missing', { code: 'RDV', appointment: { ...anAppointment, criteria: [met('decideur', 12)] } }, {}],
  ] as [string, Partial<RecordOutcome>, Partial<Attempt>][])('refused: %s', (code, command, attempt) => {
    expect(decide(command, attempt)).toMatchObject({ ok: false, code });
  });

  test('a criterion that was heard to be missing is no criterion met', () => {
    const partial = {
      ...anAppointment,
      criteria: [
        met('decideur', 12),
        met('interet', 61),
        { criterionId: 'besoin', state: 'not_met' as const, momentSeconds: 30 },
      ],
    };
    expect(decide({ code: 'RDV', appointment: partial })).toMatchObject({
      ok: false,
      code: 'criteria_missing',
      details: { labels: 'Besoin identifié' },
    });
  });

  test('an opposition is heard whatever the line says', () => {
    for (const cause of ['busy', 'no_answer', 'media_server_lost', null])
      expect(permittedOutcomes({ level: 'server', answered: false, talkSeconds: 0, cause })).toContain('OPP');
  });

  test('on a declared call the caller’s own duration is all there is', () => {
    const declared = anAttempt({ evidence: 'declared', answeredAt: null, talkMs: 0 });
    expect(evidenceOf(declared, 95)).toEqual({ level: 'declared', answered: true, talkSeconds: 95, cause: null });
    expect(decide({ code: 'RDV', appointment: anAppointment, declaredTalkSeconds: 95 }, declared).ok).toBe(true);
    expect(decide({ code: 'RDV', appointment: anAppointment, declaredTalkSeconds: 0 }, declared)).toMatchObject({
      code: 'outcome_not_permitted',
    });
  });

  test('on the caller’s own telephone, busy and voicemail are the caller’s to say', () => {
    const silent = { level: 'declared' as const, answered: false, talkSeconds: 0, cause: null };
    expect(permittedOutcomes(silent)).toEqual(expect.arrayContaining(['OCC', 'REP', 'NRP']));
    expect(permittedOutcomes({ ...silent, level: 'server' })).not.toContain('OCC');
  });

  test('argued implies useful, and useful implies answered', () => {
    for (const code of outcomeCodes) {
      const { answered, useful, argued } = outcomes[code];
      expect([!argued || useful, !useful || answered]).toEqual([true, true]);
    }
  });
});

describe('the state of a call', () => {
  test('an ended call stays ended, whatever comes late', () => {
    expect(applyLineEvent({ phase: 'ended' }, { type: 'answered', at: now })).toEqual({});
    expect(applyLineEvent({ phase: 'ended' }, { type: 'ended', at: now, talkMs: 5 })).toEqual({});
  });
  test('ringing after the answer does not undo it', () => {
    expect(applyLineEvent({ phase: 'answered' }, { type: 'ringing', at: now })).toEqual({});
  });
});

describe('what is kept of the sound', () => {
  const policy = (name: string) => ({ ...terms.calling.recording, policy: name }) as typeof terms.calling.recording;
  const call = { attemptId: '0199aaaa-0000-7000-8000-000000000001', hasAppointment: false, objected: false };
  test('by default, only what an appointment may need, for the days signed', () => {
    expect(keepRecording(policy('appointments_only'), { ...call, hasAppointment: true }, now)).toEqual({
      keep: true,
      until: instant('2026-04-09T09:30:00Z'),
    });
    expect(keepRecording(policy('appointments_only'), call, now)).toEqual({ keep: false, reason: 'no_appointment' });
  });
  test('a callee who objects to the recording is obeyed under any policy', () => {
    for (const name of ['on_demand', 'from_qualification', 'appointments_only', 'sample', 'all'])
      expect(keepRecording(policy(name), { ...call, hasAppointment: true, objected: true }, now)).toEqual({
        keep: false,
        reason: 'callee_objected',
      });
  });
  test('on demand or from qualification, nothing is recorded before somebody starts it, and what was started is kept', () => {
    for (const name of ['on_demand', 'from_qualification']) {
      expect(recordingAtAnswer(policy(name))).toBe('armed');
      expect(mayStartRecording(policy(name), { objected: false }).ok).toBe(true);
      expect(keepRecording(policy(name), call, now)).toMatchObject({ keep: true });
    }
    expect(['none', 'appointments_only', 'sample', 'all'].map((name) => recordingAtAnswer(policy(name)))).toEqual([
      'off',
      'on',
      'on',
      'on',
    ]);
  });
  test('the caller starts no recording that the contract does not leave to them, nor against a refusal', () => {
    expect(mayStartRecording(policy('all'), { objected: false })).toMatchObject({ code: 'recording_not_on_demand' });
    expect(mayStartRecording(policy('none'), { objected: false })).toMatchObject({ code: 'recording_not_on_demand' });
    expect(mayStartRecording(policy('on_demand'), { objected: true })).toMatchObject({ code: 'recording_objected' });
    expect(startsWithQualification(policy('from_qualification'))).toBe(true);
    expect(startsWithQualification(policy('on_demand'))).toBe(false);
  });
  test('a sample keeps one call in ten, drawn by its number', () => {
    const kept = Array.from({ length: 1000 }, (_, n) =>
      keepRecording(policy('sample'), { ...call, attemptId: `x-${n.toString(16).padStart(6, '0')}` }, now),
    ).filter(({ keep }) => keep);
    expect(kept).toHaveLength(100);
  });
});

describe('scripts', () => {
  test('names are filled in, and nothing in a name is executed', () => {
    expect(
      fillScript('Bonjour {{prospect.nom}}, {{ client.nom }}.', {
        'prospect.nom': '<b>{{client.nom}}</b>',
        'client.nom': 'Nova',
      }),
    ).toBe('Bonjour <b>{{client.nom}}</b>, Nova.');
    expect(fillScript('{{prospect.ville}}', {})).toBe('[ville]');
  });
  test('a name that nothing fills is found before the script is saved', () => {
    expect(unknownVariables('{{prospect.nom}} {{constructor}} {{prospect.siret}}')).toEqual(['constructor', 'prospect.siret']);
  });
});
