import type { Tx } from '../../../platform/db/index.ts';
import { type Accepted, record, type Refused } from '../../../shared/decision.ts';
import type { ClientId, MissionId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { catalogWith, type ClauseCatalog, type ClauseSelection, selectionOf } from '../../clauses/index.ts';
import { catalogOf, composeDocument, frozenCatalog } from '../../clauses/queries.ts';
import {
  type ContractContent,
  foldAmendments,
  FrozenSelection,
  inOrder,
  type SignedPatch,
  type Terms,
  type TermsVersion,
} from '../../contracts/index.ts';
import { termsVersions } from '../../contracts/queries.ts';
import { frozenVariables } from '../../quotes/queries.ts';
import { signedOf } from '../db/amendments.store.ts';
import type { ArticleChange } from '../domain/amendment-content.ts';
import type { Amendment } from '../domain/amendment.ts';
import { amendedState, type Compose, type Consolidated, firstState } from '../domain/consolidate.ts';

export type LivingPatch = SignedPatch & { amendment: Amendment };
/** A signed contract with everything signed about it since, and the way to word any state of it. */
export type ContractLife = {
  versions: readonly TermsVersion[];
  base: ContractContent;
  selection: FrozenSelection;
  signed: readonly LivingPatch[];
  compose: Compose;
};

/** Reads a mission's contract with its amendments, worded by the very clauses that were signed. */
export const readContractLife = async (
  tx: Tx,
  { missionId, clientId }: { missionId: MissionId; clientId: ClientId },
): Promise<ContractLife> => {
  const catalog = await catalogOf(tx, { clientId });
  const versions = await termsVersions(tx, missionId);
  const base = versions[0]!.content;
  const selection = FrozenSelection.parse(base.selection ?? selectionOf('devis-prospection'));
  const signed = (await signedOf(tx, missionId)).map(({ amendment, order }) => ({
    amendment,
    operations: amendment.frozen!.content.patch.operations,
    rulesFrom: amendment.frozen!.rulesFrom!,
    rank: order,
  }));
  return { versions, base, selection, signed, compose: composerOf(versions, selection, catalog) };
};

const composerOf = (versions: readonly TermsVersion[], selection: FrozenSelection, catalog: ClauseCatalog): Compose => {
  const base = versions[0]!.content;
  const frozen = new Map(versions.flatMap(({ content }) => content.clauses.map((clause) => [clause.id, clause] as const)));
  const pinned = catalogWith(catalog, frozenCatalog(catalog, [...frozen.values()] as ContractContent['clauses']).clauses());
  const worded = (using: ClauseCatalog, terms: Terms, chosen: FrozenSelection) =>
    composeDocument(using, chosen as ClauseSelection, frozenVariables({ ...base, terms }));
  // What the library has gained since the signature was never agreed: it enters only by an amendment that names it.
  const agreed = new Set(base.clauses.map(({ id }) => id));
  const late = new Set(
    worded(pinned, base.terms, selection)
      .clauses.map(({ id }) => id)
      .filter((id) => !agreed.has(id)),
  );
  const ofThisContract: ClauseCatalog = {
    ...pinned,
    clause: (id, version) => (late.has(id) ? undefined : pinned.clause(id, version)),
  };
  return (terms, chosen) => {
    const added = new Set(chosen.added.map(({ clauseId }) => clauseId));
    const using = { ...ofThisContract, clause: added.size ? pinnedOr(ofThisContract, pinned, added) : ofThisContract.clause };
    const { parts, articles, clauses, problems } = worded(using, terms, chosen);
    return {
      parts,
      articles,
      clauses: [...clauses] as ContractContent['clauses'],
      problems: problems.filter(({ rule, clauseIds }) => rule !== 'unknown_clause' || !clauseIds.every((id) => late.has(id))),
    };
  };
};

const pinnedOr =
  (mine: ClauseCatalog, all: ClauseCatalog, added: ReadonlySet<string>): ClauseCatalog['clause'] =>
  (id, version) =>
    added.has(id) ? all.clause(id, version) : mine.clause(id, version);

export type Stage = { patch: LivingPatch; state: Consolidated; changes: readonly ArticleChange[] };

/** The contract after each of these amendments, in the order in which they rule. */
export const stagesOf = (
  { base, selection, compose }: ContractLife,
  patches: readonly (LivingPatch & { terms: Terms })[],
): { first: Consolidated; stages: Stage[] } => {
  const first = firstState(base.terms, selection, compose);
  let state = first;
  const stages = inOrder(patches).map((patch): Stage => {
    const { clauses, frozen } = patch.amendment;
    const decision = amendedState(state, { terms: patch.terms, clauses, rank: frozen!.rank }, compose);
    if (!decision.ok) throw new Error(`Amendment ${frozen!.number} no longer applies to its clauses`);
    state = decision.facts[0]!.state;
    return { patch, ...decision.facts[0]! };
  });
  return { first, stages };
};

/** The contract as it will be at an instant, by what is signed today. */
export const stateAt = (
  life: ContractLife,
  at: Instant,
): Accepted<Consolidated> | Refused<'terms_changed_meanwhile' | 'amended_terms_invalid'> => {
  const ruling = inOrder(life.signed).filter(({ rulesFrom }) => rulesFrom <= at);
  const withTerms: (LivingPatch & { terms: Terms })[] = [];
  for (const patch of ruling) {
    const terms = foldAmendments(life.base.terms, [...withTerms, patch], patch.rulesFrom);
    if (!terms.ok) return terms;
    withTerms.push({ ...patch, terms: terms.facts[0]! });
  }
  const { first, stages } = stagesOf(life, withTerms);
  return record(stages.at(-1)?.state ?? first);
};
