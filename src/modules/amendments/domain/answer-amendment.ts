import { record, refuse } from '../../../shared/decision.ts';
import { civilDateOf, type Instant } from '../../../shared/time.ts';
import { rulesFrom } from '../../contracts/index.ts';
import {
  type Amendment,
  type AmendmentExpired,
  type AmendmentOvertaken,
  type AmendmentRefused,
  type AmendmentSigned,
  type AmendmentVerb,
  type AmendmentWithdrawn,
  may,
} from './amendment.ts';

const named = (amendment: Sent) => ({
  amendmentId: amendment.id,
  missionId: amendment.missionId,
  number: amendment.frozen.number,
});
type Sent = Extract<Amendment, { frozen: object }>;

const sent = (amendment: Amendment, verb: AmendmentVerb) => {
  if (!amendment.frozen) return refuse('amendment_not_sent');
  if (!may(verb, amendment.status))
    return refuse('amendment_answered', { number: amendment.frozen.number, status: amendment.status });
  return { ok: true as const, amendment: amendment as Sent };
};

/** Both have signed: it rules from the instant it names, or from now when that is past. A paper signature recorded later does not go back. */
export const signAmendment = (
  amendment: Amendment,
  { signedAt, acceptedOn, level, now }: { signedAt: Instant; acceptedOn: string; level: 'electronic' | 'paper'; now: Instant },
) => {
  const state = sent(amendment, 'sign');
  if (!state.ok) return state;
  const { content, rank } = state.amendment.frozen;
  // Accepted in time, it is not lost to a late countersignature (C. civ. 1118).
  if (acceptedOn > content.validUntil)
    return refuse('amendment_expired', { number: content.number, validUntil: content.validUntil });
  const from = rulesFrom(content.effectiveAt, now);
  return record<AmendmentSigned>({ type: 'AmendmentSigned', ...named(state.amendment), rank, signedAt, rulesFrom: from, level });
};

export const refuseAmendment = (amendment: Amendment, { reason }: { reason: string }) => {
  const state = sent(amendment, 'refuse');
  return state.ok ? record<AmendmentRefused>({ type: 'AmendmentRefused', ...named(state.amendment), reason }) : state;
};

export const withdrawAmendment = (amendment: Amendment, { reason }: { reason: string }) => {
  const state = sent(amendment, 'withdraw');
  if (!state.ok) return state;
  if (!reason.trim()) return refuse('reason_required');
  return record<AmendmentWithdrawn>({ type: 'AmendmentWithdrawn', ...named(state.amendment), reason: reason.trim() });
};

export const expireAmendment = (amendment: Amendment, { now }: { now: Instant }) => {
  const state = sent(amendment, 'expire');
  if (!state.ok) return state;
  const { validUntil } = state.amendment.frozen.content;
  if (civilDateOf(now) <= validUntil) return refuse('amendment_still_valid', { validUntil });
  return record<AmendmentExpired>({ type: 'AmendmentExpired', ...named(state.amendment), validUntil });
};

/** Another amendment was signed first and this one no longer says what would happen: nobody may sign it any more. */
export const overtakeAmendment = (amendment: Amendment, { by, paths }: { by: string; paths: readonly string[] }) => {
  const state = sent(amendment, 'overtake');
  return state.ok ? record<AmendmentOvertaken>({ type: 'AmendmentOvertaken', ...named(state.amendment), by, paths }) : state;
};
