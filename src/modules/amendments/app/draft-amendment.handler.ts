import type { Database, Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import { type MissionId, newId } from '../../../shared/ids.ts';
import { addDays, type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import {
  type ClauseOperation,
  diffTerms,
  type DraftTerms,
  rebaseClauseOperations,
  rebasePatch,
  Terms,
} from '../../contracts/index.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import type { Mission } from '../../missions/index.ts';
import { missionById } from '../../missions/queries.ts';
import { insertAmendment, lockAmendment, updateAmendment } from '../db/amendments.store.ts';
import { type AmendmentDrafted, type AmendmentId, may, type Origin } from '../domain/amendment.ts';
import { readContractLife, stateAt } from './contract-life.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };

/** Days that the other party has to sign, unless the author says otherwise. */
const daysToSign = 15;

export type NewDraft = {
  subject: string;
  reason: string;
  draft: DraftTerms;
  origin: Origin;
};

/** Opens a draft on the terms in force; null when the product had already prepared one for the same reason. */
export const openDraft = async (
  tx: Tx,
  mission: Mission,
  baseVersion: number,
  { subject, reason, draft, origin }: NewDraft,
): Promise<AmendmentId | null> => {
  const id = newId<AmendmentId>();
  const isNew = await insertAmendment(tx, {
    id,
    missionId: mission.id,
    dossierId: mission.dossierId,
    clientId: mission.clientId,
    status: 'draft',
    frozen: null,
    subject,
    reason,
    effectiveAt: null,
    validUntil: addDays(civilDateOf(tx.now), daysToSign),
    baseVersion,
    draft,
    clauses: [],
    origin,
    revision: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  });
  if (!isNew) return null;
  const fact: AmendmentDrafted = {
    type: 'AmendmentDrafted',
    amendmentId: id,
    missionId: mission.id,
    subject,
    origin: origin.kind,
  };
  await recordFacts(tx, {
    dossierId: mission.dossierId,
    stream: { type: 'amendment', id },
    expectedVersion: 0,
    facts: [fact],
  });
  return id;
};

/** The prestataire prepares an amendment by hand: it starts as the terms in force, and changes nothing yet. */
export const draftAmendmentHandler =
  ({ db }: Deps) =>
  (actor: Member, { missionId, subject }: { missionId: MissionId; subject: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, missionId);
      if (!mission) return refuse('unknown_mission');
      if (mission.status === 'closed') return refuse('mission_closed');
      const base = (await termsInForce(tx, missionId)) ?? (await termsVersions(tx, missionId))[0]!;
      const origin: Origin = { kind: 'manual', ref: null, computation: [] };
      const amendmentId = (await openDraft(tx, mission, base.version, {
        subject,
        reason: '',
        draft: base.content.terms as DraftTerms,
        origin,
      }))!;
      return { ...record(), amendmentId };
    });

export type SaveDraft = {
  amendmentId: AmendmentId;
  revision: number;
  subject: string;
  reason: string;
  effectiveAt: Instant | null;
  validUntil: CivilDate | null;
  draft: DraftTerms;
  clauses: ClauseOperation[];
};

/** Keeps what was typed. Two tabs on one draft: the second to save is told, and loses nothing. */
export const saveDraftHandler =
  ({ db }: Deps) =>
  (actor: Member, { amendmentId, revision, subject, reason, effectiveAt, validUntil, draft, clauses }: SaveDraft) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const amendment = await lockAmendment(tx, amendmentId);
      if (!amendment) return refuse('unknown_amendment');
      if (!may('save', amendment.status)) return refuse('amendment_sent_already', { number: amendment.frozen?.number });
      if (amendment.revision !== revision) return refuse('changed_elsewhere', { revision: amendment.revision });
      await updateAmendment(tx, amendmentId, {
        subject,
        reason,
        effective_at: effectiveAt,
        valid_until: validUntil,
        draft: JSON.stringify(draft),
        clauses: JSON.stringify(clauses),
        revision: revision + 1,
      });
      return { ok: true as const, revision: revision + 1 };
    });

/** Puts a draft aside for good. Nothing was sent: nothing is recorded in the dossier. */
export const discardDraftHandler =
  ({ db }: Deps) =>
  (actor: Member, { amendmentId }: { amendmentId: AmendmentId }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const amendment = await lockAmendment(tx, amendmentId);
      if (!amendment) return refuse('unknown_amendment');
      if (!may('discard', amendment.status)) return refuse('amendment_sent_already', { number: amendment.frozen?.number });
      await updateAmendment(tx, amendmentId, { status: 'discarded' });
      return { ok: true as const };
    });

/** Brings a draft up to the terms in force: what its author changed stays, the rest is as it now is. */
export const rebaseDraftHandler =
  ({ db }: Deps) =>
  (actor: Member, { amendmentId }: { amendmentId: AmendmentId }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const amendment = await lockAmendment(tx, amendmentId);
      if (!amendment) return refuse('unknown_amendment');
      if (!may('save', amendment.status)) return refuse('amendment_sent_already', { number: amendment.frozen?.number });
      const versions = await termsVersions(tx, amendment.missionId);
      const written = versions.find(({ version }) => version === amendment.baseVersion)!.content.terms;
      const current = (await termsInForce(tx, amendment.missionId, amendment.effectiveAt ?? tx.now)) ?? versions[0]!;
      const draft = Terms.safeParse(amendment.draft);
      if (!draft.success) return refuse('amendment_incomplete', { findings: [] });
      const rebased = rebasePatch(current.content.terms, { operations: diffTerms(written, draft.data) });
      const standing = stateAt(await readContractLife(tx, amendment), amendment.effectiveAt ?? tx.now);
      const clauses = standing.ok
        ? rebaseClauseOperations(standing.facts[0]!.selection, amendment.clauses)
        : [...amendment.clauses];
      await updateAmendment(tx, amendmentId, {
        draft: JSON.stringify(rebased),
        clauses: JSON.stringify(clauses),
        base_version: current.version,
        revision: amendment.revision + 1,
      });
      return { ok: true as const, revision: amendment.revision + 1 };
    });
