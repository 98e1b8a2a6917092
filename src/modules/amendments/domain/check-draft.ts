import { type Accepted, record } from '../../../shared/decision.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import {
  applyPatch,
  diffTerms,
  type DraftTerms,
  findMissingTerms,
  labelOf,
  mayTakeEffect,
  type PatchConflict,
  Terms,
  type TermsOperation,
} from '../../contracts/index.ts';
import type { ClauseOperation } from '../../contracts/index.ts';

/** Why a draft cannot be sent yet: where, and a sentence. */
export type DraftFinding = { rule: string; path: string; heading: string; fr: string; en: string };
export type CheckedDraft = {
  findings: DraftFinding[];
  /** What changes, when the draft can be read whole. */
  operations: TermsOperation[];
  /** The terms that would result over what rules when it takes effect; null while something stands in the way. */
  after: Terms | null;
};

type Draft = {
  draft: DraftTerms;
  clauses: readonly ClauseOperation[];
  subject: string;
  effectiveAt: Instant | null;
  validUntil: CivilDate | null;
};

/**
 * Everything that keeps an amendment from leaving. `written`: the terms that the draft was written against; `current`: those
 * that will rule when it takes effect. They differ when another amendment was signed meanwhile.
 */
export const checkDraft = (
  { draft, clauses, subject, effectiveAt, validUntil }: Draft,
  { written, current, now }: { written: Terms; current: Terms; now: Instant },
): CheckedDraft => {
  const findings: DraftFinding[] = [];
  const add = (rule: string, path: string, fr: string, en: string) =>
    findings.push({ rule, path, heading: labelOf(path).heading, fr, en });
  if (!subject.trim()) add('subject_missing', 'subject', 'L’objet de l’avenant : à renseigner.', 'The subject: to be filled in.');
  if (!mayTakeEffect(effectiveAt, { now }).ok)
    add(
      'effect_in_the_past',
      'effectiveAt',
      'La date d’effet est passée : un avenant ne revient pas sur ce qui a déjà été exécuté.',
      'The effective date is past: an amendment does not go back on what was already performed.',
    );
  if (!validUntil || validUntil < civilDateOf(now))
    add(
      'validity_past',
      'validUntil',
      'La date limite de signature : choisissez une date à venir.',
      'The last day to sign: choose a later one.',
    );
  const missing = findMissingTerms(draft);
  findings.push(...missing);
  const parsed = Terms.safeParse(draft);
  if (!parsed.success) return { findings, operations: [], after: null };
  const operations = diffTerms(written, parsed.data);
  if (operations.length === 0 && clauses.length === 0)
    add(
      'nothing_changes',
      'subject',
      'Rien ne change encore : modifiez au moins une condition.',
      'Nothing changes yet: change at least one condition.',
    );
  if (missing.length) return { findings, operations, after: null };
  const decision = applyPatch(current, { operations });
  if (decision.ok) return { findings, operations, after: decision.facts[0]! };
  for (const { path } of (decision.details?.['conflicts'] ?? []) as PatchConflict[])
    add(
      'terms_changed_meanwhile',
      path,
      `Un autre avenant a modifié entre-temps ${labelOf(path).fr} : reprenez ce brouillon sur les conditions en vigueur.`,
      `Another amendment has changed ${labelOf(path).en} meanwhile: bring this draft up to the terms in force.`,
    );
  findings.push(...((decision.details?.['findings'] ?? []) as DraftFinding[]));
  return { findings, operations, after: null };
};

/** The same, as the answer of a rule: what would be signed, or everything that stands in the way. */
export const mayBeSent = (
  checked: CheckedDraft,
): Accepted<Terms> | { ok: false; code: 'amendment_incomplete'; details: object } =>
  checked.findings.length === 0 && checked.after
    ? record(checked.after)
    : { ok: false, code: 'amendment_incomplete', details: { findings: checked.findings } };
