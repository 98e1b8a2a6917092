import type { Tx } from '../../../platform/db/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { addMinutes } from '../../../shared/time.ts';
import type { MissionId, ProspectId } from '../../../shared/ids.ts';
import { termsInForce } from '../../contracts/queries.ts';
import { callersOf, missionById } from '../../missions/queries.ts';
import { extendLease, nextProspect, prospectById, prospectForDial, releaseLease } from '../../prospects/queries.ts';
import { type AttemptRow, unfinishedCall } from '../db/attempts.store.ts';
import type { Deps, Member } from './deps.ts';
import { judgeDial } from './judge-dial.ts';
import { prospectOnDesk } from './read-calls.ts';

/** Long enough for a call and its notes; each sign of life from the desk prolongs it. */
const leaseMinutes = 20;

/** Serves the next right prospect, held for this caller, with what the gate would say of a call right now. */
export const nextProspectHandler =
  ({ db }: Deps) =>
  (actor: Member, { missionId }: { missionId: MissionId }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, missionId);
      if (!mission) return refuse('unknown_mission');
      const version = await termsInForce(tx, missionId);
      const isAdmitted = actor.role === 'owner' || (await callersOf(tx, missionId)).some(({ userId }) => userId === actor.userId);
      if (!isAdmitted) return refuse('not_admitted');
      const unfinished = await unfinishedCall(tx, missionId, actor.userId);
      const maxAttempts = version?.content.terms.calling.attemptsPerProspect;
      const next = unfinished
        ? await backToUnfinished(tx, unfinished)
        : await nextProspect(tx, {
            missionId,
            callerId: actor.userId,
            now: tx.now,
            leaseMinutes,
            ...(maxAttempts && { maxAttempts }),
          });
      if (!next.found) return { ok: true as const, found: false as const, because: next.because };

      const target = (await prospectForDial(tx, next.prospect.id))!;
      const caller = { userId: actor.userId, isOwner: actor.role === 'owner' };
      const { verdict, sentences } = await judgeDial(tx, {
        mission,
        prospect: target,
        caller,
        line: version?.content.isDemo ? 'simulated' : 'manual',
        at: tx.now,
        leaseNeeded: true,
      });
      const { history } = await prospectOnDesk(tx, missionId, next.prospect.id);
      return {
        ok: true as const,
        found: true as const,
        prospect: next.prospect,
        because: next.because,
        leasedUntil: next.leasedUntil,
        preview: { ...verdict, sentences },
        history,
        unfinishedCallId: unfinished?.attempt_id ?? null,
      };
    });

/** A closed tab or a restarted server: the call comes back with its prospect until somebody says what came of it. */
const backToUnfinished = async (tx: Tx, call: AttemptRow) => ({
  found: true as const,
  prospect: (await prospectById(tx, call.prospect_id))!,
  because: { fr: 'Cet appel attend encore sa qualification.', en: 'This call still waits for its outcome.' },
  leasedUntil: addMinutes(tx.now, leaseMinutes),
});

/** The desk says that somebody is still there. */
export const keepProspectHandler =
  ({ db }: Deps) =>
  (actor: Member, { prospectId }: { prospectId: ProspectId }) =>
    db.withTenant(actor.tenantId, actor, (tx) =>
      extendLease(tx, { prospectId, callerId: actor.userId, now: tx.now, leaseMinutes }),
    );

/** Passes: the prospect goes back where it was, for anyone. */
export const passProspectHandler =
  ({ db }: Deps) =>
  (actor: Member, { prospectId }: { prospectId: ProspectId }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => ({
      ok: true as const,
      released: await releaseLease(tx, { prospectId, callerId: actor.userId }),
    }));
