import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { defineSweep } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { type Decision, refuse } from '../../../shared/decision.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { mayWithdrawSignature, signatureOf, withdrawSignature } from '../../signing/queries.ts';
import { lockAmendment, updateAmendment } from '../db/amendments.store.ts';
import {
  type Amendment,
  type AmendmentFact,
  type AmendmentId,
  amendmentTransitions,
  type AmendmentVerb,
} from '../domain/amendment.ts';
import { expireAmendment, withdrawAmendment } from '../domain/answer-amendment.ts';

/** Applies an answer to a sent amendment: its journal entry and its row, or neither. */
export const closeAmendment = async <Code extends string>(
  tx: Tx,
  amendment: Amendment,
  verb: Exclude<AmendmentVerb, 'save' | 'discard' | 'send'>,
  decision: Decision<AmendmentFact, Code>,
  reason: string | null = null,
) => {
  if (!decision.ok) return decision;
  await updateAmendment(tx, amendment.id, {
    status: amendmentTransitions[verb].to,
    closed_at: tx.now,
    closed_reason: reason,
  });
  await recordFacts<AmendmentFact>(tx, {
    dossierId: amendment.dossierId,
    stream: { type: 'amendment', id: amendment.id },
    facts: decision.facts,
  });
  announce(tx, { topic: `mission:${amendment.missionId}` });
  return decision;
};

/** The prestataire takes a sent amendment back: the signing link dies, and the client is told why. */
export const withdrawAmendmentHandler =
  ({ db }: { db: Database }) =>
  (actor: Extract<Actor, { kind: 'member' }>, { amendmentId, reason }: { amendmentId: AmendmentId; reason: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const amendment = await lockAmendment(tx, amendmentId);
      if (!amendment) return refuse('unknown_amendment');
      const decision = withdrawAmendment(amendment, { reason });
      if (!decision.ok) return decision;
      const alone = await mayWithdrawSignature(tx, { type: 'amendment', id: amendmentId });
      if (!alone.ok) return alone;
      await withdrawSignature(tx, { type: 'amendment', id: amendmentId }, reason);
      return closeAmendment(tx, amendment, 'withdraw', decision, reason.trim());
    });

/** Amendments that nobody signed in time lapse by themselves. */
export const expireAmendmentsSweep = defineSweep('expire-amendments', async (system, now) => {
  const due = await system.asSystem(async (tx) => {
    const { rows } = await sql<{ tenant_id: TenantId; id: AmendmentId }>`
      select tenant_id, id from amendments where status = 'sent' and valid_until < ${civilDateOf(now)} order by valid_until limit 500`.execute(
      tx.sql,
    );
    return rows;
  });
  for (const { tenant_id, id } of due)
    await system.withTenant(tenant_id, async (tx) => {
      const amendment = await lockAmendment(tx, id);
      // Accepted in time: it waits for the prestataire, and no longer lapses (C. civ. 1118).
      const accepted = (await signatureOf(tx, { type: 'amendment', id }))?.state === 'client_signed';
      if (amendment && !accepted) await closeAmendment(tx, amendment, 'expire', expireAmendment(amendment, { now: tx.now }));
    });
});
