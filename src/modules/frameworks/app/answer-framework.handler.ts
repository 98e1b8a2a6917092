import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { defineSweep } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { Decision } from '../../../shared/decision.ts';
import { refuse } from '../../../shared/decision.ts';
import type { FrameworkId, TenantId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { mayWithdrawSignature, signatureOf, withdrawSignature } from '../../signing/queries.ts';
import { lockFramework, updateFramework } from '../db/frameworks.store.ts';
import { expireFramework, withdrawFramework } from '../domain/answer-framework.ts';
import type { Framework, FrameworkFact } from '../domain/framework.ts';
import { dueRenewal, renewExpressly, stopRenewal } from '../domain/renew-framework.ts';

type Member = Extract<Actor, { kind: 'member' }>;

/** Keeps what was decided about a framework: its journal entry and its row, or neither. */
export const keep = async <Code extends string>(tx: Tx, framework: Framework, decision: Decision<FrameworkFact, Code>) => {
  if (!decision.ok) return decision;
  await recordFacts<FrameworkFact>(tx, {
    dossierId: framework.dossierId,
    stream: { type: 'framework', id: framework.id },
    facts: decision.facts,
  });
  for (const fact of decision.facts) await updateFramework(tx, framework.id, rowAfter(tx, framework, fact));
  return decision;
};

const rowAfter = (tx: Tx, { frozen }: Framework, fact: FrameworkFact): Parameters<typeof updateFramework>[2] => {
  const closed = (reason: string | null) => ({ closed_at: tx.now, closed_reason: reason });
  switch (fact.type) {
    case 'FrameworkSigned':
      return { status: 'signed', signed_at: fact.signedAt, ends_on: fact.endsOn };
    case 'FrameworkRefused':
      return { status: 'refused', ...closed(fact.reason) };
    case 'FrameworkExpired':
      return { status: 'expired', ...closed(null) };
    case 'FrameworkWithdrawn':
      return { status: 'withdrawn', ...closed(fact.reason) };
    case 'FrameworkRenewalStopped':
      return { renewal_stopped_on: fact.on };
    case 'FrameworkRenewed':
      return { ends_on: fact.endsOn, renewals: (frozen?.renewals ?? 0) + 1, renewal_stopped_on: null };
    case 'FrameworkEnded':
      return { status: 'ended', ...closed(null) };
    default:
      return {};
  }
};

type Act = { frameworkId: FrameworkId; reason: string };
const acting =
  <Code extends string>(
    { db }: { db: Database },
    decide: (framework: Framework, reason: string, tx: Tx) => Decision<FrameworkFact, Code>,
  ) =>
  (actor: Member, { frameworkId, reason }: Act) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const framework = await lockFramework(tx, frameworkId);
      if (!framework) return refuse('unknown_framework');
      return keep(tx, framework, decide(framework, reason, tx));
    });

/** The prestataire takes a sent framework back, unless all of the client's people have signed: the links die, each is told why. */
export const withdrawFrameworkHandler =
  ({ db }: { db: Database }) =>
  (actor: Member, { frameworkId, reason }: Act) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const framework = await lockFramework(tx, frameworkId);
      if (!framework) return refuse('unknown_framework');
      const decision = withdrawFramework(framework, { reason });
      if (!decision.ok) return decision;
      const alone = await mayWithdrawSignature(tx, { type: 'framework', id: frameworkId });
      if (!alone.ok) return alone;
      await withdrawSignature(tx, { type: 'framework', id: frameworkId }, reason.trim());
      return keep(tx, framework, decision);
    });
export const stopRenewalHandler = (deps: { db: Database }) =>
  acting(deps, (framework, reason, tx) => stopRenewal(framework, { reason }, { today: civilDateOf(tx.now) }));
export const renewExpresslyHandler = (deps: { db: Database }) =>
  acting(deps, (framework, reference) => renewExpressly(framework, { reference }));

type Due = { tenant_id: TenantId; id: FrameworkId };

/** Offers whose last day has ended lapse; frameworks whose last day has passed are renewed or end, as they were signed. */
export const followFrameworksSweep = defineSweep('follow-frameworks', async (system, now) => {
  const today = civilDateOf(now);
  const { lapsing, ending } = await system.asSystem(async (tx) => ({
    lapsing: (
      await sql<Due>`select tenant_id, id from frameworks where status = 'sent' and valid_until < ${today} order by valid_until limit 200`.execute(
        tx.sql,
      )
    ).rows,
    ending: (
      await sql<Due>`select tenant_id, id from frameworks where status = 'signed' and ends_on < ${today} order by ends_on limit 200`.execute(
        tx.sql,
      )
    ).rows,
  }));
  for (const { tenant_id, id } of lapsing)
    await system.withTenant(tenant_id, async (tx) => {
      const framework = await lockFramework(tx, id);
      // Accepted in time: it waits for the prestataire, and no longer lapses (C. civ. 1118).
      const accepted = (await signatureOf(tx, { type: 'framework', id }))?.state === 'client_signed';
      if (framework && !accepted) await keep(tx, framework, expireFramework(framework, { now: tx.now }));
    });
  for (const { tenant_id, id } of ending)
    await system.withTenant(tenant_id, async (tx) => {
      const framework = await lockFramework(tx, id);
      if (framework) await keep(tx, framework, dueRenewal(framework, { today: civilDateOf(tx.now) }));
    });
});
