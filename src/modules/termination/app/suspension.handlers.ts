import type { Database } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { type MissionId, newId } from '../../../shared/ids.ts';
import { addDays } from '../../../shared/time.ts';
import { defaultSuspensionNoticeDays } from '../../contracts/index.ts';
import { endSuspension, insertSuspension, standingOf, suspensionsOf } from '../db/life.store.ts';
import { resumptionLetter, suspensionLetter } from '../documents/letter-words.ts';
import { daysOf, type SuspensionGround } from '../domain/standing.ts';
import { endOfSuspension, resumeExecution, suspendExecution, suspensionBegins } from '../domain/suspension.ts';
import { type Asker, missionInLife, partyOf } from './asker.ts';
import { letterFrame } from './letter-frame.ts';
import { overdueOfClient } from './life-figures.ts';
import { sendNotice } from './send-notice.ts';

export const suspensionHandlers = ({ db }: { db: Database }) => ({
  /** Stops performance and tells the other side, with the figures of the day. */
  suspend: (actor: Asker, { missionId, ground, reason }: { missionId: MissionId; ground: SuspensionGround; reason: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const life = await missionInLife(tx, actor, missionId);
      if (!life) return refuse('unknown_mission');
      const { mission, terms } = life;
      const by = partyOf(actor);
      const figures = {
        overdueCents: await overdueOfClient(tx, mission.clientId),
        capCents: terms.content.terms.payment.receivableCapCents,
      };
      const id = newId<string>();
      const current = (await suspensionsOf(tx, missionId)).find(({ endedAt }) => endedAt === null);
      const decision = suspendExecution(
        { suspensionId: id, missionId, by, ground, reason },
        { missionStatus: mission.status, current },
        figures,
      );
      if (!decision.ok) return decision;
      const { dossierId, clientId } = mission;
      const { suspensionNoticeDays } = terms.content.terms.termination;
      const beganAt = suspensionBegins(ground, tx.now, suspensionNoticeDays ?? defaultSuspensionNoticeDays);
      const kept = ground === 'receivable_cap' ? figures : { overdueCents: null, capCents: null };
      await insertSuspension(tx, {
        id,
        dossierId,
        clientId,
        missionId,
        by,
        ground,
        reason,
        ...kept,
        beganAt,
        endedAt: null,
      });
      await recordFacts(tx, { dossierId, stream: { type: 'suspension', id }, facts: decision.facts });
      const content = suspensionLetter(await letterFrame(tx, actor, life), { ground, reason, beganAt, ...kept });
      await sendNotice(tx, mission, { about: { type: 'suspension', id }, from: by, content });
      announce(tx, { topic: `mission:${missionId}` });
      return { ok: true as const };
    }),

  /** One click: calls are allowed again, and the days in between are put back at the end. */
  resume: (actor: Asker, { missionId }: { missionId: MissionId }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const life = await missionInLife(tx, actor, missionId);
      if (!life) return refuse('unknown_mission');
      const by = partyOf(actor);
      const current = (await suspensionsOf(tx, missionId)).find(({ endedAt }) => endedAt === null);
      const decision = resumeExecution(current, { by, now: tx.now });
      if (!decision.ok) return decision;
      const endedAt = endOfSuspension(current!, tx.now);
      await endSuspension(tx, current!.id, endedAt);
      await recordFacts(tx, {
        dossierId: life.mission.dossierId,
        stream: { type: 'suspension', id: current!.id },
        facts: decision.facts,
      });
      const { suspendedDays } = await standingOf(tx, missionId);
      const content = resumptionLetter(await letterFrame(tx, actor, life), {
        suspendedDays: daysOf(current!.beganAt, endedAt),
        endsOn: addDays(life.terms.content.terms.period.endsOn, suspendedDays),
      });
      await sendNotice(tx, life.mission, { about: { type: 'suspension', id: current!.id }, from: by, content });
      announce(tx, { topic: `mission:${missionId}` });
      return { ok: true as const };
    }),
});
