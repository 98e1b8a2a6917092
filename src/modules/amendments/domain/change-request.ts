import type { Brand } from '../../../shared/brand.ts';
import { addWorkingDays } from '../../../shared/calendar.ts';
import { record, refuse } from '../../../shared/decision.ts';
import type { ClientId, DossierId, MissionId } from '../../../shared/ids.ts';
import { civilDateOf, clockTime, type Instant, momentOf } from '../../../shared/time.ts';
import { articleOf, type ContractContent } from '../../contracts/index.ts';
import type { AmendmentId } from './amendment.ts';

export type ChangeRequestId = Brand<string, 'ChangeRequestId'>;

/** What may be asked beyond what was signed. The first three are volumes: they have a price in the contract. */
export const requestKinds = ['calls', 'hours', 'appointments', 'slots', 'target', 'script', 'task'] as const;
export type RequestKind = (typeof requestKinds)[number];
export type RequestAnswer = 'amendment' | 'included' | 'refused';

/** A request outside the signed scope. Until an amendment is signed, nothing of it is owed (C. civ. 1103). */
export type ChangeRequest = {
  id: ChangeRequestId;
  missionId: MissionId;
  dossierId: DossierId;
  clientId: ClientId;
  kind: RequestKind;
  description: string;
  quantity: number | null;
  askedBy: string;
  askedBySide: 'client' | 'provider';
  askedAt: Instant;
  /** The signed delay to answer, its last minute in Paris. */
  replyBy: Instant;
  /** The article that fixes the delay and says that a change takes an amendment. */
  article: string | null;
  answer: RequestAnswer | null;
  answerText: string | null;
  answeredBy: string | null;
  answeredAt: Instant | null;
  overdueAt: Instant | null;
  amendmentId: AmendmentId | null;
};

export type ChangeRequested = {
  type: 'ChangeRequested';
  requestId: ChangeRequestId;
  missionId: MissionId;
  kind: RequestKind;
  description: string;
  quantity: number | null;
  side: 'client' | 'provider';
  replyBy: Instant;
  article: string | null;
};
export type ChangeAnswered = {
  type: 'ChangeAnswered';
  requestId: ChangeRequestId;
  missionId: MissionId;
  answer: RequestAnswer;
  text: string;
  inTime: boolean;
  amendmentId: AmendmentId | null;
};
/** The signed delay ran out without an answer. */
export type ChangeReplyOverdue = {
  type: 'ChangeReplyOverdue';
  requestId: ChangeRequestId;
  missionId: MissionId;
  replyBy: Instant;
};
export type ChangeRequestFact = ChangeRequested | ChangeAnswered | ChangeReplyOverdue;

/** The last minute of the last working day of the signed delay; the day of the request does not count. */
export const replyDeadline = (askedAt: Instant, replyWorkingDays: number): Instant =>
  momentOf(addWorkingDays(civilDateOf(askedAt), replyWorkingDays), clockTime('23:59'));

type Asked = {
  id: ChangeRequestId;
  missionId: MissionId;
  kind: RequestKind;
  description: string;
  quantity: number | null;
  side: 'client' | 'provider';
};

/** A party asks for something beyond the contract: what, how much, and until when the other has to answer. */
export const askForChange = (
  { id, missionId, kind, description, quantity, side }: Asked,
  { content, now }: { content: ContractContent; now: Instant },
) => {
  if (!description.trim()) return refuse('description_required');
  if (['calls', 'hours', 'appointments'].includes(kind) && !(quantity && quantity > 0)) return refuse('quantity_required');
  return record<ChangeRequested>({
    type: 'ChangeRequested',
    requestId: id,
    missionId,
    kind,
    description: description.trim(),
    quantity,
    side,
    replyBy: replyDeadline(now, content.terms.changes.replyWorkingDays),
    article: articleOf(content.articles, 'changes') ?? null,
  });
};

/** The other party answers once: a priced amendment, « déjà compris » with the article, or no with a reason. */
export const answerRequest = (
  request: ChangeRequest,
  { answer, text, amendmentId }: { answer: RequestAnswer; text: string; amendmentId: AmendmentId | null },
  { now }: { now: Instant },
) => {
  if (request.answer) return refuse('request_answered', { answer: request.answer });
  if (answer !== 'amendment' && !text.trim()) return refuse('reason_required');
  return record<ChangeAnswered>({
    type: 'ChangeAnswered',
    requestId: request.id,
    missionId: request.missionId,
    answer,
    text: text.trim(),
    inTime: now <= request.replyBy,
    amendmentId,
  });
};

export const noteOverdue = (request: ChangeRequest, { now }: { now: Instant }) => {
  if (request.answer || request.overdueAt || now <= request.replyBy) return refuse('request_not_overdue');
  return record<ChangeReplyOverdue>({
    type: 'ChangeReplyOverdue',
    requestId: request.id,
    missionId: request.missionId,
    replyBy: request.replyBy,
  });
};
