import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import type { Database } from '../../../platform/db/index.ts';
import { testDatabase } from '../../../platform/db/testing.ts';
import { jobWorker } from '../../../platform/jobs/index.ts';
import { openLog } from '../../../platform/log/index.ts';
import { recordingVault } from '../../../platform/recordings/index.ts';
import { createTelephony } from '../../../platform/telephony/index.ts';
import { headlessCaller } from '../../../platform/telephony/headless-caller.ts';
import {
  type ClientId,
  type DossierId,
  type MissionId,
  newId,
  type ProspectId,
  type QuoteId,
  type TenantId,
  type UserId,
} from '../../../shared/ids.ts';
import { type Instant, instant } from '../../../shared/time.ts';
import type { ContractContent, Terms } from '../../contracts/index.ts';
import { enactTerms } from '../../contracts/queries.ts';
import { addProspects, type TypedProspect } from '../../prospects/queries.ts';
import { closeForgottenSessions } from './production-sessions.handler.ts';
import { reconcileCalls, purgeDueRecordings } from './reconcile.ts';
import { recordingJobs } from './seal-recording.ts';
import type { Deps, Member } from './deps.ts';
import { followLines } from './follow-line.ts';
import { approveScriptHandler, writeScriptHandler } from './scripts.handler.ts';

const speed = 20;
/** Tuesday 10 March 2026, 10:00 in Paris. */
export const tuesday = instant('2026-03-10T09:00:00Z');
const articles = {
  'calling.slots': '4.2',
  'calling.suppressionLists': '4.1',
  'appointments.criteria': '5.1',
  period: '3.1',
  'volumes.calls': '3.2',
  'calling.script': '4.5',
};

/** A mission under the canonical terms, two callers, five prospects, and the simulated line at twenty times life's pace. */
export const callWorld = async ({
  terms = canonicalTerms,
  isDemo = true,
  approved = true,
}: { terms?: Terms; isDemo?: boolean; approved?: boolean } = {}) => {
  const database = await testDatabase({ now: tuesday });
  const { db, clock } = database;
  const folder = await mkdtemp(join(tmpdir(), 'calls-'));
  const telephony = createTelephony({ now: clock.now, simulatedSpeed: speed });
  const deps: Deps = { db, telephony, vault: recordingVault(folder), log: openLog('silent') };
  followLines(deps);
  const worker = jobWorker({
    db,
    jobs: recordingJobs(deps),
    sweeps: [reconcileCalls(deps, { alone: true }), purgeDueRecordings, closeForgottenSessions],
  });

  const tenantId = newId<TenantId>();
  const member = (displayName: string, role: Member['role']): Member => ({
    kind: 'member',
    userId: newId<UserId>(),
    tenantId,
    role,
    displayName,
  });
  const [owner, amina, leo] = [member('Claire', 'owner'), member('Amina', 'caller'), member('Léo', 'caller')];
  const place = { missionId: newId<MissionId>(), dossierId: newId<DossierId>(), clientId: newId<ClientId>() };
  const prospects = await seedMission(db, owner, place, { callers: [amina, leo], terms, isDemo });
  await writeScriptHandler(deps)(owner, {
    missionId: place.missionId,
    body: 'Bonjour {{prospect.nom}}, je vous appelle pour le compte de {{client.nom}}.',
  });
  if (approved) await approveScriptHandler(deps)(owner, { missionId: place.missionId, version: 1 });

  return {
    ...database,
    deps,
    worker,
    tenantId,
    owner,
    amina,
    leo,
    ...place,
    prospects,
    newCaller: () => headlessCaller({ speed }),
    at: (moment: string): Instant => {
      clock.set(instant(moment));
      return clock.now();
    },
    close: async () => {
      await telephony.stop();
      await worker.stop();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
export type CallWorld = Awaited<ReturnType<typeof callWorld>>;

type Place = { missionId: MissionId; dossierId: DossierId; clientId: ClientId };
type Seed = { callers?: readonly Member[]; terms?: Terms; isDemo?: boolean };

/** A mission opened by signed terms, with five prospects of Paris on numbers kept for fiction. */
export const seedMission = (
  db: Database,
  owner: Member,
  { missionId, dossierId, clientId }: Place,
  { callers = [], terms = canonicalTerms, isDemo = true }: Seed = {},
): Promise<ProspectId[]> => {
  const { tenantId } = owner;
  const content = {
    schema: 'cadran-terms/1',
    number: 'DEV-2026-0001',
    title: 'Prospection',
    issuedOn: '2026-03-02',
    validUntil: '2026-03-31',
    isDemo,
    provider: { name: 'Voix Claire' },
    client: { name: 'Nova' },
    terms,
    clauses: [],
    articles,
  } as unknown as ContractContent;

  return db.withTenant(tenantId, owner, async (tx) => {
    await enactTerms(tx, { missionId, dossierId, content, effectiveAt: instant('2026-03-05T10:00:00Z') });
    await sql`insert into missions (tenant_id, id, dossier_id, client_id, quote_id, name, status, opened_at, starts_on, ends_on, version)
      values (${tenantId}, ${missionId}, ${dossierId}, ${clientId}, ${newId<QuoteId>()}, 'Prospection', 'open', ${tx.now}, '2026-03-09', '2026-04-03', 1)`.execute(
      tx.sql,
    );
    for (const { userId, displayName } of callers)
      await sql`insert into mission_callers (tenant_id, mission_id, user_id, display_name, admitted_at) values (${tenantId}, ${missionId}, ${userId}, ${displayName}, ${tx.now})`.execute(
        tx.sql,
      );
    const typed: TypedProspect[] = Array.from(
      { length: 5 },
      (_, n) =>
        ({ phone: `019900001${n}`, company: `Société ${n} SARL`, lastName: 'Martin', postalCode: '75011' }) as TypedProspect,
    );
    return (await addProspects(tx, { missionId, clientId }, typed)).added;
  });
};

export const until = async (met: () => Promise<boolean>, withinMs = 25_000): Promise<void> => {
  for (const start = Date.now(); !(await met()); await new Promise((resume) => setTimeout(resume, 25)))
    if (Date.now() - start > withinMs) throw new Error('nothing happened in time');
};
