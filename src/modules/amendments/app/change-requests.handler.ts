import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { defineSweep } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { actorLabel } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import { frenchDate } from '../../../shared/french.ts';
import { type MissionId, newId, type TenantId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { DraftTerms, TermsVersion } from '../../contracts/index.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import type { Mission } from '../../missions/index.ts';
import { missionById } from '../../missions/queries.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { insertRequest, lockRequest, updateRequest } from '../db/change-requests.store.ts';
import type { AmendmentId } from '../domain/amendment.ts';
import {
  answerRequest,
  askForChange,
  type ChangeRequest,
  type ChangeRequestFact,
  type ChangeRequestId,
  noteOverdue,
  type RequestAnswer,
  type RequestKind,
} from '../domain/change-request.ts';
import type { VolumeUnit } from '../domain/propose-beyond-limits.ts';
import { openDraft } from './draft-amendment.handler.ts';
import { prepareVolume } from './prepare-beyond-limits.ts';

type Someone = Extract<Actor, { kind: 'member' | 'client' }>;
type Deps = { db: Database; publicUrl: string };
export type AskForChange = { missionId: MissionId; kind: RequestKind; description: string; quantity: number | null };

const sideOf = (actor: Someone) => (actor.kind === 'client' ? ('client' as const) : ('provider' as const));
const seenBy = (actor: Someone, mission: Mission | undefined) =>
  mission && (actor.kind === 'member' || mission.clientId === actor.clientId) ? mission : null;

/** Either party asks for something beyond the contract; the other is told at once, with the day by which it has to answer. */
export const askForChangeHandler =
  ({ db, publicUrl }: Deps) =>
  (actor: Someone, { missionId, kind, description, quantity }: AskForChange) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = seenBy(actor, await missionById(tx, missionId));
      if (!mission) return refuse('unknown_mission');
      if (mission.status === 'closed') return refuse('mission_closed');
      const { content } = (await termsInForce(tx, missionId)) ?? (await termsVersions(tx, missionId))[0]!;
      const id = newId<ChangeRequestId>();
      const side = sideOf(actor);
      const decision = askForChange({ id, missionId, kind, description, quantity, side }, { content, now: tx.now });
      if (!decision.ok) return decision;
      const [fact] = decision.facts;
      const request: ChangeRequest = {
        id,
        missionId,
        dossierId: mission.dossierId,
        clientId: mission.clientId,
        kind,
        description: fact!.description,
        quantity,
        askedBy: actorLabel(actor).name,
        askedBySide: side,
        askedAt: tx.now,
        replyBy: fact!.replyBy,
        article: fact!.article,
        answer: null,
        answerText: null,
        answeredBy: null,
        answeredAt: null,
        overdueAt: null,
        amendmentId: null,
      };
      await insertRequest(tx, request);
      await keep(tx, request, decision.facts);
      await tellTheOther(tx, request, publicUrl);
      return { ...record(), requestId: id, replyBy: request.replyBy };
    });

const keep = async (tx: Tx, request: ChangeRequest, facts: readonly ChangeRequestFact[]) => {
  await recordFacts<ChangeRequestFact>(tx, {
    dossierId: request.dossierId,
    stream: { type: 'change_request', id: request.id },
    facts,
  });
  announce(tx, { topic: `mission:${request.missionId}` });
  announce(tx, { topic: `client:${request.clientId}` });
};

const tellTheOther = async (tx: Tx, request: ChangeRequest, publicUrl: string) => {
  const { identity: provider } = await organisation(tx);
  const { identity: client } = (await clientById(tx, request.clientId))!;
  const to =
    request.askedBySide === 'client'
      ? { email: provider.email, name: provider.name }
      : { email: client.signatory.email, name: client.signatory.name };
  await sendMail(tx, {
    to,
    sender: request.askedBySide === 'client' ? client.name : nameOnDocuments(provider),
    subject: 'Demande hors périmètre',
    title: 'Demande hors périmètre',
    paragraphs: [
      `${request.askedBy} demande : « ${request.description} »${request.quantity ? ` (${request.quantity})` : ''}.`,
      `Réponse attendue le ${frenchDate(civilDateOf(request.replyBy))} au plus tard${request.article ? ` (article ${request.article})` : ''}. Tant qu’aucun avenant n’est signé, rien de ce qui est demandé n’est dû.`,
    ],
    action: { label: 'Répondre', url: `${publicUrl}/missions/${request.missionId}/avenants` },
    about: { type: 'change_request', id: request.id },
  });
};

export type AnswerRequest = { requestId: ChangeRequestId; answer: RequestAnswer; text: string };

/** The other party answers. « Par un avenant » prepares its draft: priced from the contract when what is asked is a volume. */
export const answerRequestHandler =
  ({ db }: Deps) =>
  (actor: Someone, { requestId, answer, text }: AnswerRequest) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const request = await lockRequest(tx, requestId);
      const mission = request && seenBy(actor, await missionById(tx, request.missionId));
      if (!request || !mission) return refuse('unknown_request');
      if (request.askedBySide === sideOf(actor)) return refuse('not_yours_to_answer');
      const amendmentId = answer === 'amendment' && !request.answer ? await draftFor(tx, mission, request) : null;
      const decision = answerRequest(request, { answer, text, amendmentId }, { now: tx.now });
      if (!decision.ok) return decision;
      await updateRequest(tx, requestId, {
        answer,
        answer_text: text.trim() || null,
        answered_by: actorLabel(actor).name,
        answered_at: tx.now,
        amendment_id: amendmentId,
      });
      await keep(tx, request, decision.facts);
      return { ...record(), amendmentId };
    });

const isVolume = (kind: RequestKind): kind is VolumeUnit => kind === 'calls' || kind === 'hours' || kind === 'appointments';

const draftFor = async (tx: Tx, mission: Mission, request: ChangeRequest): Promise<AmendmentId | null> => {
  const version: TermsVersion = (await termsInForce(tx, mission.id)) ?? (await termsVersions(tx, mission.id))[0]!;
  const reason = `Demande du ${frenchDate(civilDateOf(request.askedAt))} : ${request.description}`;
  if (isVolume(request.kind) && request.quantity)
    return prepareVolume(tx, mission, version, request.kind, request.quantity, {
      reason,
      ref: { kind: 'request', id: request.id },
    });
  return openDraft(tx, mission, version.version, {
    subject: request.description.slice(0, 120),
    reason,
    draft: version.content.terms as DraftTerms,
    origin: { kind: 'request', ref: request.id, computation: [] },
  });
};

/** When the signed delay runs out without an answer, the journal says so on that day. */
export const overdueRequestsSweep = defineSweep('note-overdue-requests', async (system, now) => {
  const due = await system.asSystem(async (tx) => {
    const { rows } = await sql<{ tenant_id: TenantId; id: ChangeRequestId }>`
      select tenant_id, id from change_requests where answer is null and overdue_at is null and reply_by < ${now} order by reply_by limit 500`.execute(
      tx.sql,
    );
    return rows;
  });
  for (const { tenant_id, id } of due)
    await system.withTenant(tenant_id, async (tx) => {
      const request = await lockRequest(tx, id);
      const decision = request && noteOverdue(request, { now: tx.now });
      if (!request || !decision?.ok) return;
      await updateRequest(tx, id, { overdue_at: tx.now });
      await keep(tx, request, decision.facts);
    });
});
