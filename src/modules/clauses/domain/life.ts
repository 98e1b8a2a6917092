import { refuse } from '../../../shared/decision.ts';
import type { ClientId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { ClauseReview, ClauseState } from './clause.ts';

export type LibraryKind = 'clause' | 'model';

/** A review as it is recorded: who, in what capacity, on which day, and the day before which it is to be done again. */
export type Review = ClauseReview & { reviewBefore: string };

/** One version of a text that an organisation wrote. */
export type OwnVersion = {
  kind: LibraryKind;
  id: string;
  version: number;
  title: string;
  source: string;
  sha256: string;
  state: ClauseState;
  review: Review | null;
  revision: number;
};

/** From which state each verb leads where: buttons, rules and tests read it. What is not written is not possible. */
export const libraryTransitions = {
  save: { draft: 'draft' },
  discard: { draft: 'draft' },
  review: { draft: 'reviewed', pilot: 'pilot' },
  reopen: { reviewed: 'draft' },
  pilot: { draft: 'pilot', reviewed: 'pilot', pilot: 'pilot' },
  publish: { reviewed: 'published', pilot: 'published', retired: 'published' },
  retire: { pilot: 'retired', published: 'retired' },
} as const satisfies Record<string, Partial<Record<ClauseState, ClauseState>>>;
export type LibraryVerb = keyof typeof libraryTransitions;

export const stateAfter = (verb: LibraryVerb, state: ClauseState): ClauseState | undefined =>
  (libraryTransitions[verb] as Partial<Record<ClauseState, ClauseState>>)[state];

type Standing = Pick<OwnVersion, 'state' | 'version'> & { review: unknown };

const moved = (verb: LibraryVerb, { state, version }: Standing) => {
  const to = stateAfter(verb, state);
  return to ? { ok: true as const, to } : refuse('wrong_state', { state, verb, version });
};

/** A draft changes by whoever read its latest revision; the second to save is told and loses nothing. */
export const mayBeSaved = (text: Standing & { revision: number }, revision: number) => {
  const verdict = moved('save', text);
  if (!verdict.ok) return verdict;
  return text.revision === revision ? verdict : refuse('text_changed_elsewhere', { revision: text.revision });
};

/** Someone read it again before it is used systematically. The day is past or today, and the next reading comes after it. */
export const mayBeReviewed = (text: Standing, review: Review, today: CivilDate) => {
  if (review.on > today) return refuse('review_in_future', { on: review.on });
  if (review.reviewBefore <= review.on) return refuse('review_already_stale', { reviewBefore: review.reviewBefore });
  return moved('review', text);
};

/** Tried on chosen clients only. A text that was not read again may be tried; the screens say that it was not. */
export const mayBePiloted = (text: Standing, clients: readonly ClientId[]) =>
  clients.length === 0 ? refuse('pilot_without_client') : moved('pilot', text);

/** For everyone, and only once someone read it again. */
export const mayBePublished = (text: Standing, faults: readonly unknown[]) => {
  const verdict = moved('publish', text);
  if (!verdict.ok) return verdict;
  if (!text.review) return refuse('review_missing');
  return faults.length > 0 ? refuse('text_has_faults', { faults }) : verdict;
};

export const mayBeRetired = (text: Standing) => moved('retire', text);
export const mayBeReopened = (text: Standing) => moved('reopen', text);
export const mayBeDiscarded = (text: Standing) => moved('discard', text);

/** Days before its date from which a review is worth asking for. */
export const reviewNoticeDays = 60;

/** Where the yearly review of a text stands: `never` reviewed, `due` (its day is past), `soon`, or `done`. */
export const reviewStanding = (
  { review, reviewBefore }: { review: ClauseReview | null; reviewBefore: string },
  { today, soon }: { today: CivilDate; soon: CivilDate },
): 'never' | 'due' | 'soon' | 'done' => {
  if (reviewBefore < today) return 'due';
  if (!review) return 'never';
  return reviewBefore < soon ? 'soon' : 'done';
};

/** Recorded in the organisation's journal when a text of its own becomes everyone's. */
export type ClausePublished = { type: 'ClausePublished'; clauseId: string; version: number; title: string };
