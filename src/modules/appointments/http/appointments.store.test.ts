import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { createAccessLink } from '../../../platform/auth/index.ts';
import { readJournal } from '../../../platform/journal/index.ts';
import {
  type AppointmentId,
  type AttemptId,
  type ClientId,
  type DossierId,
  type MissionId,
  newId,
  type ProspectId,
  type QuoteId,
  type RecordingId,
} from '../../../shared/ids.ts';
import { addMinutes, instant } from '../../../shared/time.ts';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import type { ContractContent } from '../../contracts/index.ts';
import { enactTerms, termsVersions } from '../../contracts/queries.ts';
import { attachRecording, bookInTransaction } from '../queries.ts';

/** Monday 16 March 2026, 9:50 in Paris. */
const monday = instant('2026-03-16T08:50:00Z');
/** Two working days later, at the signed hour. */
const deadline = instant('2026-03-18T17:00:00Z');

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let client: Visitor;
let stranger: Visitor;
let place: { clientId: ClientId; dossierId: DossierId; missionId: MissionId };

const system = () => ({ kind: 'system', name: 'test', tenantId: owner.tenantId }) as const;
const clientOf = async (body: object) =>
  (await owner.call('POST', '/clients', body)).json() as { clientId: ClientId; dossierId: DossierId };
const byLink = async (link: Parameters<typeof createAccessLink>[1]): Promise<Visitor> => {
  const { token } = await cadran.db.withTenant(owner.tenantId, system(), (tx) => createAccessLink(tx, link));
  const visitor = cadran.visitor();
  await visitor.call('POST', `/links/${token}/session`);
  return visitor;
};

beforeAll(async () => {
  cadran = await runningCadran({ now: monday });
  owner = await cadran.owner();
  const own = await clientOf(aClient());
  place = { ...own, missionId: newId<MissionId>() };
  const other = await clientOf(
    aClient({ name: 'Nova', siret: '55208131700018', signatory: { name: 'Hugo Vauban', email: 'hugo@nova.example' } }),
  );
  const person = { email: 'anne@martin.example', displayName: 'Anne Martin' };
  client = await byLink({ purpose: 'portal', clientId: place.clientId, ...person });
  stranger = await byLink({ purpose: 'portal', clientId: other.clientId, ...person });
  const content = {
    schema: 'cadran-terms/1',
    number: 'DEV-2026-0001',
    title: 'Prospection',
    issuedOn: '2026-03-02',
    validUntil: '2026-03-31',
    isDemo: false,
    provider: { name: 'Voix Claire' },
    client: { name: 'Ateliers Martin' },
    terms: canonicalTerms,
    clauses: [],
    articles: { 'appointments.criteria': '5.2', 'appointments.review': '5.3' },
  } as unknown as ContractContent;
  await cadran.db.withTenant(owner.tenantId, system(), async (tx) => {
    await enactTerms(tx, {
      missionId: place.missionId,
      dossierId: place.dossierId,
      content,
      effectiveAt: instant('2026-03-05T10:00:00Z'),
    });
    await sql`insert into missions (tenant_id, id, dossier_id, client_id, quote_id, name, status, opened_at, starts_on, ends_on, version)
      values (${owner.tenantId}, ${place.missionId}, ${place.dossierId}, ${place.clientId}, ${newId<QuoteId>()}, 'Prospection', 'open', ${tx.now}, '2026-03-09', '2026-04-03', 1)`.execute(
      tx.sql,
    );
  });
}, 120_000);
afterAll(() => cadran?.stop());
beforeEach(() => cadran.clock.set(monday));

/** An appointment obtained by a declared call, with every signed criterion vouched for. */
const booked = () =>
  cadran.db.withTenant(owner.tenantId, system(), async (tx) => {
    const [version] = await termsVersions(tx, place.missionId);
    const made = await bookInTransaction(
      tx,
      {
        ...place,
        attemptId: newId<AttemptId>(),
        prospectId: newId<ProspectId>(),
        company: 'Garage Petit',
        contactName: 'Jean Petit',
        contactRole: null,
        phone: '+33199000010',
        meetingAt: instant('2026-03-24T09:30:00Z'),
        meetingPlace: 'Lyon',
        note: '',
        marks: canonicalTerms.appointments.criteria.map(({ id }) => ({ criterionId: id, momentSeconds: 30 })),
        bookedBy: owner.userId,
        callerName: 'Camille',
        evidenceLevel: 'declared',
        recordingId: null,
      },
      version!,
    );
    if (!made.ok) throw new Error(made.code);
    return made.appointmentId;
  });
const read = async (id: string, who: Visitor = owner) => (await who.call('GET', `/appointments/${id}`)).json();
const refusal = { criterionId: 'decideur', momentSeconds: 42, text: '' };
const factsOf = (id: string) =>
  cadran.db.withTenant(owner.tenantId, system(), async (tx) =>
    (await readJournal(tx, place.dossierId)).filter(({ streamId }) => streamId === id).map(({ type }) => type),
  );
const arbiterOf = (id: string) =>
  byLink({
    purpose: 'sign',
    signerId: id,
    clientId: place.clientId,
    subject: { type: 'ruling', id },
    email: 'arbitre@exemple.fr',
    displayName: 'L’arbitre',
  });
const contested = async () => {
  const id = await booked();
  await client.call('POST', `/appointments/${id}/refusal`, refusal);
  expect((await owner.call('POST', `/appointments/${id}/contest`, { momentSeconds: 37 })).statusCode).toBe(200);
  return id;
};

describe('two tabs on the same appointment', () => {
  test('one accepts, one refuses, at once: one decision holds and the other tab is told', async () => {
    const id = await booked();
    const answers = await Promise.all([
      client.call('POST', `/appointments/${id}/acceptance`),
      client.call('POST', `/appointments/${id}/refusal`, refusal),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const told = answers.find(({ statusCode }) => statusCode === 409)!.json() as { code: string; message: string };
    expect(told.code).toBe('already_decided');
    expect(told.message).toMatch(/est déjà (accepté|refusé)/);
    expect(await factsOf(id)).toHaveLength(2);
  });

  test('a double click accepts once', async () => {
    const id = await booked();
    const answers = await Promise.all([1, 2, 3].map(() => client.call('POST', `/appointments/${id}/acceptance`)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    expect(await factsOf(id)).toEqual(['AppointmentBooked', 'AppointmentAccepted']);
  });
});

describe('the client’s silence', () => {
  test('decides at the signed deadline, whoever looks or not', async () => {
    const id = await booked();
    expect((await read(id)).reviewBy).toBe(deadline);
    cadran.clock.set(addMinutes(deadline, -1));
    await cadran.worker.runSweeps();
    expect((await read(id)).state).toBe('to_review');
    cadran.clock.set(deadline);
    await cadran.worker.runSweeps();
    expect(await read(id)).toMatchObject({ state: 'accepted', acceptedBy: 'silence', decidedAt: deadline });
    await cadran.worker.runSweeps();
    expect(await factsOf(id)).toEqual(['AppointmentBooked', 'AppointmentAccepted']);
  });

  test('after the deadline the client is told that silence has decided, even before the sweep passed', async () => {
    const id = await booked();
    cadran.clock.set(deadline);
    const late = await client.call('POST', `/appointments/${id}/refusal`, refusal);
    expect([late.statusCode, late.json().code]).toEqual([409, 'review_deadline_passed']);
    const inEnglish = await client.call('POST', `/appointments/${id}/refusal`, refusal, { 'accept-language': 'en' });
    expect(inEnglish.json().message).toContain('ended on 18 March 2026 at 18:00');
  });
});

test('a refusal and its contest are remembered as one point of friction, on the criterion as it was signed', async () => {
  await contested();
  const { frictions } = (await owner.call('GET', '/frictions')).json() as { frictions: { title: string; origins: string[] }[] };
  const point = frictions.filter(({ title }) => title.includes('Décideur'));
  expect(point).toHaveLength(1);
  expect(point[0]!.origins).toEqual(expect.arrayContaining(['dispute', 'refusal']));
});

describe('another client', () => {
  test('finds nothing: neither the appointment, nor its decision, nor its place in the list', async () => {
    const id = await booked();
    const answers = await Promise.all([
      stranger.call('GET', `/appointments/${id}`),
      stranger.call('POST', `/appointments/${id}/acceptance`),
      stranger.call('POST', `/appointments/${id}/refusal`, refusal),
      stranger.call('POST', `/appointments/${id}/concession`),
      stranger.call('POST', `/appointments/${id}/meeting`, { outcome: 'postponed' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404]);
    expect((await stranger.call('GET', '/appointments')).json().appointments).toEqual([]);
    expect(await factsOf(id)).toEqual(['AppointmentBooked']);
  });
});

describe('a refusal', () => {
  test('names a signed criterion and a moment, or what happened outside the call', async () => {
    const id = await booked();
    const codes = [];
    for (const body of [{ criterionId: 'budget', momentSeconds: 3 }, { criterionId: 'decideur' }])
      codes.push((await client.call('POST', `/appointments/${id}/refusal`, body)).json().code);
    expect(codes).toEqual(['criterion_not_signed', 'moment_or_reason_required']);
    expect(
      (
        await client.call('POST', `/appointments/${id}/refusal`, {
          criterionId: 'decideur',
          text: 'Il n’est pas décideur, il l’a écrit.',
        })
      ).statusCode,
    ).toBe(200);
  });

  test('is contested once by the provider, whom a mail told; the client may still take it back', async () => {
    const id = await contested();
    expect((await owner.call('POST', `/appointments/${id}/contest`, { momentSeconds: 37 })).json().code).toBe(
      'already_contested',
    );
    expect((await client.call('POST', `/appointments/${id}/concession`)).statusCode).toBe(200);
    expect(await read(id)).toMatchObject({
      state: 'accepted',
      acceptedBy: 'client',
      refusal: { momentSeconds: 42 },
      contest: { momentSeconds: 37 },
    });
  });
});

describe('the arbiter', () => {
  test('alone rules, on the appointment of its link, once and with a reason', async () => {
    const id = await contested();
    const other = await contested();
    const arbiter = await arbiterOf(id);
    const ruling = { inFavourOf: 'caller', text: 'Le critère s’entend à 0:37.' };
    expect((await owner.call('POST', `/appointments/${id}/ruling`, ruling)).statusCode).toBe(403);
    expect((await client.call('POST', `/appointments/${id}/ruling`, ruling)).statusCode).toBe(403);
    expect((await arbiter.call('POST', `/appointments/${other}/ruling`, ruling)).json().code).toBe('not_the_arbiter');
    expect((await arbiter.call('GET', `/appointments/${other}`)).statusCode).toBe(404);
    expect((await arbiter.call('POST', `/appointments/${id}/ruling`, { inFavourOf: 'caller', text: ' ' })).json().code).toBe(
      'reason_required',
    );
    expect((await arbiter.call('POST', `/appointments/${id}/ruling`, ruling)).statusCode).toBe(200);
    expect((await arbiter.call('POST', `/appointments/${id}/ruling`, ruling)).json().code).toBe('nothing_to_rule');
    expect(await read(id)).toMatchObject({ state: 'accepted', acceptedBy: 'ruling', ruling: { for: 'caller', by: 'L’arbitre' } });
    for (const email of ['anne@martin.example', 'camille1@exemple.fr'])
      expect(await cadran.mailTo(owner, email, 'Décision de l’arbitre')).toMatchObject({
        text: expect.stringContaining('Le critère s’entend à 0:37.'),
      });
  });

  test('hears the call of its appointment and no other; a stranger’s client hears none', async () => {
    const recorded = async (id: string) => {
      const recordingId = newId<RecordingId>();
      await cadran.db.withTenant(owner.tenantId, system(), async (tx) => {
        await sql`insert into recordings (tenant_id, recording_id, attempt_id, mission_id, dossier_id, client_id, status, evidence, duration_ms, legs_sha256, legs_bytes, gaps, sealed_at, keep_until)
          values (${owner.tenantId}, ${recordingId}, ${newId<AttemptId>()}, ${place.missionId}, ${place.dossierId}, ${place.clientId}, 'kept', 'server', 1000, ${'0'.repeat(64)}, 0, '[]', ${tx.now}, ${deadline})`.execute(
          tx.sql,
        );
        await attachRecording(tx, id as AppointmentId, recordingId);
      });
      return recordingId;
    };
    const id = await contested();
    const [own, other] = [await recorded(id), await recorded(await contested())];
    const arbiter = await arbiterOf(id);
    const statusOf = async (who: Visitor, recordingId: string) =>
      (await who.call('GET', `/recordings/${recordingId}/peaks`)).statusCode;
    expect([
      await statusOf(arbiter, own),
      await statusOf(arbiter, other),
      await statusOf(client, own),
      await statusOf(stranger, own),
    ]).toEqual([200, 404, 200, 404]);
    expect((await arbiter.call('GET', `/recordings/${other}/audio`)).statusCode).toBe(404);
  });

  test('sees the call and its criteria, not the prospect’s number', async () => {
    const id = await contested();
    expect(await read(id, await arbiterOf(id))).toMatchObject({
      phone: '',
      criteria: expect.arrayContaining([expect.objectContaining({ id: 'decideur' })]),
    });
    expect((await read(id)).phone).toBe('+33199000010');
  });
});

test('whether a meeting was held is said once its hour has passed; that it is postponed, at any time', async () => {
  const id = await booked();
  const say = (outcome: string) => client.call('POST', `/appointments/${id}/meeting`, { outcome });
  expect((await say('held')).json().code).toBe('meeting_not_held_yet');
  expect((await say('postponed')).statusCode).toBe(200);
  cadran.clock.set(instant('2026-03-24T10:30:00Z'));
  expect((await say('held')).statusCode).toBe(200);
  expect(await read(id)).toMatchObject({ meetingOutcome: 'held' });
});
