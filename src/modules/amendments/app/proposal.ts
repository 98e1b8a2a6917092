import { frenchSpaces } from '../../../shared/french.ts';
import type { Instant } from '../../../shared/time.ts';
import type { DocumentFinding } from '../../clauses/queries.ts';
import { faultSentence, readNegotiated } from '../../clauses/queries.ts';
import {
  applyClauseOperations,
  type ClauseOperation,
  type FrozenSelection,
  type TermPath,
  Terms,
  withoutUnreadTerms,
} from '../../contracts/index.ts';
import type { Amendment } from '../domain/amendment.ts';
import { checkDraft, type CheckedDraft, type DraftFinding } from '../domain/check-draft.ts';
import { amendedState, type Consolidated } from '../domain/consolidate.ts';
import type { ArticleChange } from '../domain/amendment-content.ts';
import { type ContractLife, stateAt } from './contract-life.ts';

export type Proposal = {
  checked: CheckedDraft;
  before: Consolidated;
  /** The contract as it would read; null while something stands in the way. */
  amended: { state: Consolidated; changes: ArticleChange[] } | null;
  /** The clauses as the draft leaves them, and the conditions that they read. */
  selection: FrozenSelection;
  asked: readonly TermPath[];
};

/** What the amendment would change if it were sent now: everything that stands in its way, the articles, the price. */
export const proposalOf = (life: ContractLife, draft: Amendment, now: Instant, rank: number): Proposal => {
  const written = life.versions.find(({ version }) => version === draft.baseVersion)!.content.terms;
  const standing = stateAt(life, draft.effectiveAt ?? now);
  if (!standing.ok) throw new Error(`The signed amendments of mission ${draft.missionId} do not fold: ${standing.code}`);
  const before = standing.facts[0]!;

  const { clauses, selection, findings } = clausesOf(life, before.selection, draft.clauses);
  const parsed = Terms.safeParse(draft.draft);
  const asked = life.asked(parsed.success ? parsed.data : before.terms, selection);
  // A condition that left with its clause, or that came with one that was taken back, changes nothing any more.
  const read = draft.clauses.length ? asked : [...asked, ...pathsIn(written)];
  const terms = withoutUnreadTerms(draft.draft, read);
  const checked = checkDraft({ ...draft, draft: terms }, { written, current: before.terms, now });
  checked.findings.push(...findings);
  if (checked.after) checked.findings.push(...newFindings(life, before, { terms: checked.after, selection }));
  const isSound = checked.findings.every(({ rule }) => aboutTheDraft.includes(rule));
  if (!checked.after || !isSound) return { checked, before, amended: null, selection, asked };
  const amended = amendedState(before, { terms: checked.after, clauses, rank }, life.compose);
  return { checked, before, amended: amended.ok ? amended.facts[0]! : null, selection, asked };
};

const pathsIn = (value: unknown, path: TermPath = ''): TermPath[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, path ? `${path}.${key}` : key))
    : [path];

/** Faults of the draft that keep nobody from reading what it would change. */
const aboutTheDraft = ['subject_missing', 'effect_in_the_past', 'validity_past', 'nothing_changes'];

const aboutClauses = (rule: string, fr: string, en: string): DraftFinding => ({
  rule,
  path: 'clauses',
  heading: 'changes',
  fr,
  en,
});

/** The clauses that the draft leaves, without the texts that cannot be read yet: each of those is told with its line. */
const clausesOf = (life: ContractLife, standing: FrozenSelection, wanted: readonly ClauseOperation[]) => {
  const findings: DraftFinding[] = [];
  const clauses = wanted.filter((operation) => {
    if (operation.op !== 'replace') return true;
    const { faults } = readNegotiated(life.catalog, operation);
    for (const fault of faults)
      findings.push(
        aboutClauses(
          'clause_not_well_formed',
          frenchSpaces(faultSentence(fault)),
          `${operation.title}, line ${fault.line}: ${fault.en}`,
        ),
      );
    return faults.length === 0;
  });
  const decision = applyClauseOperations(standing, clauses);
  if (!decision.ok)
    findings.push(
      aboutClauses(
        'clauses_changed_meanwhile',
        'Une clause a changé entre-temps : reprenez ce brouillon sur les conditions en vigueur.',
        'A clause has changed meanwhile: bring this draft up to the terms in force.',
      ),
    );
  return { clauses, selection: decision.ok ? decision.facts[0]! : standing, findings };
};

/** What the clauses would lack after the change and did not lack before it: a contract is not judged again on what was signed. */
const newFindings = (
  life: ContractLife,
  before: Consolidated,
  after: { terms: Terms; selection: FrozenSelection },
): DraftFinding[] => {
  const name = ({ rule, path, clauseIds }: DocumentFinding) => [rule, path, ...clauseIds].join(' ');
  const known = new Set(life.check(before.terms, before.selection).map(name));
  return life
    .check(after.terms, after.selection)
    .filter((finding) => !known.has(name(finding)))
    .map(({ rule, path, heading, fr, en }) => ({ rule, path: path || 'clauses', heading, fr, en }));
};
