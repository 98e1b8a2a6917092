import type { Database, Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { closeMission } from '../../missions/queries.ts';
import { lockResiliation, saveResiliation } from '../db/life.store.ts';
import { keepServing, noticeById } from '../db/notices.store.ts';
import { afterServing, serveNotice, type ServeNotice } from '../domain/decide-resiliation.ts';
import type { Resiliation, ResiliationTookEffect } from '../domain/resiliation.ts';
import { type Asker, partyOf } from './asker.ts';

type Serving =
  | { how: 'read' }
  | { how: 'registered'; presentedOn: Extract<ServeNotice, { how: 'registered' }>['presentedOn']; registeredNumber: string };

/** A letter is read by its addressee, or was presented by the post: from then on it counts. */
export const serveNoticeHandler =
  ({ db }: { db: Database }) =>
  (actor: Asker, noticeId: string, serving: Serving) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const notice = await noticeById(tx, noticeId, { lock: true });
      if (!notice || (actor.kind === 'client' && notice.clientId !== actor.clientId)) return refuse('unknown_notice');
      const decision = serveNotice(notice, { ...serving, by: partyOf(actor), person: actor.displayName }, { now: tx.now });
      if (!decision.ok) return decision;
      const served = decision.facts[0]!;
      await keepServing(tx, served);
      await recordFacts(tx, {
        dossierId: notice.dossierId,
        stream: { type: 'notice', id: noticeId },
        facts: decision.facts,
      });
      if (notice.about.type === 'resiliation') {
        const resiliation = (await lockResiliation(tx, notice.about.id))!;
        const next = afterServing(resiliation, served, tx.now);
        await saveResiliation(tx, next);
        if (next.state === 'notice_running' && next.effectiveAt! <= tx.now) await takeEffect(tx, next);
      }
      announce(tx, { topic: `mission:${notice.subject.id}` });
      return { ok: true as const };
    });

/** The contract ends: the mission closes, what follows opens, in one transaction. */
export const takeEffect = async (tx: Tx, resiliation: Resiliation): Promise<void> => {
  const { id, subject, effectiveAt } = resiliation;
  const fact: ResiliationTookEffect = { type: 'ResiliationTookEffect', resiliationId: id, subject, effectiveAt: effectiveAt! };
  const { version } = await recordFacts(tx, {
    dossierId: resiliation.dossierId,
    stream: { type: 'resiliation', id },
    facts: [fact],
  });
  await saveResiliation(tx, { ...resiliation, state: 'effective', version });
  if (subject.type === 'mission') await closeMission(tx, subject.id as MissionId, 'Résiliation');
};
