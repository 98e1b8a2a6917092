import { createHash } from 'node:crypto';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { missionById } from '../../missions/queries.ts';
import { insertApproval, insertScript, scriptsOf } from '../db/scripts.store.ts';
import type { CallFact } from '../domain/facts.ts';
import { scriptVariables, unknownVariables } from '../domain/script.ts';
import type { Deps, Listener, Member } from './deps.ts';

/** Writes a new version; calls go on with the approved one until this one is approved. */
export const writeScriptHandler =
  ({ db }: Deps) =>
  (actor: Member, { missionId, body }: { missionId: MissionId; body: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, missionId);
      if (!mission) return refuse('unknown_mission');
      const unknown = unknownVariables(body);
      if (unknown.length > 0)
        return refuse('script_unknown_variable', { names: unknown.join(', '), known: scriptVariables.join(', ') });
      const [latest] = await scriptsOf(tx, missionId);
      const sha256 = createHash('sha256').update(body).digest('hex');
      if (latest?.sha256 === sha256) return { ok: true as const, version: latest.version };
      const version = (latest?.version ?? 0) + 1;
      await insertScript(tx, missionId, { version, body, sha256, writtenBy: actor.displayName });
      const fact: CallFact = { type: 'ScriptVersioned', missionId, version, sha256 };
      await recordFacts<CallFact>(tx, { dossierId: mission.dossierId, stream: { type: 'script', id: missionId }, facts: [fact] });
      announce(tx, { topic: `mission:${missionId}` });
      return { ok: true as const, version };
    });

/** The client approves a version itself, or the provider states that it did: the evidence says which. */
export const approveScriptHandler =
  ({ db }: Deps) =>
  (actor: Listener, { missionId, version }: { missionId: MissionId; version: number }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, missionId);
      if (!mission || (actor.kind === 'client' && mission.clientId !== actor.clientId)) return refuse('unknown_mission');
      const script = (await scriptsOf(tx, missionId)).find((one) => one.version === version);
      if (!script) return refuse('unknown_script');
      if (script.approval) return { ok: true as const, evidence: script.approval.evidence };
      const evidence = actor.kind === 'client' ? ('client' as const) : ('declared' as const);
      await insertApproval(tx, missionId, { version, evidence, by: actor.displayName });
      const fact: CallFact = { type: 'ScriptApproved', missionId, version, evidence };
      await recordFacts<CallFact>(tx, { dossierId: mission.dossierId, stream: { type: 'script', id: missionId }, facts: [fact] });
      announce(tx, { topic: `mission:${missionId}` });
      return { ok: true as const, evidence };
    });
