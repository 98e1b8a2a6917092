import type { Tx } from '../../../platform/db/index.ts';
import { type Accepted, record, type Refused } from '../../../shared/decision.ts';
import type { ClientId, MissionId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { type ClauseCatalog, selectionOf } from '../../clauses/index.ts';
import { catalogOf } from '../../clauses/queries.ts';
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
import { generalTermsEdition, partsOfEdition } from '../../general-terms/queries.ts';
import { signedOf } from '../db/amendments.store.ts';
import type { ArticleChange } from '../domain/amendment-content.ts';
import type { Amendment } from '../domain/amendment.ts';
import { amendedState, type Consolidated, firstState } from '../domain/consolidate.ts';
import { type AnnexedEdition, contractWords, type ContractWords } from './word-contract.ts';

export type LivingPatch = SignedPatch & { amendment: Amendment };
/** A signed contract with everything signed about it since, and the way to word any state of it. */
export type ContractLife = {
  versions: readonly TermsVersion[];
  base: ContractContent;
  selection: FrozenSelection;
  signed: readonly LivingPatch[];
} & ContractWords;

/** Reads a mission's contract with its amendments, worded by the very clauses that were signed. */
export const readContractLife = async (
  tx: Tx,
  { missionId, clientId }: { missionId: MissionId; clientId: ClientId },
): Promise<ContractLife> => {
  const library = await catalogOf(tx, { clientId });
  const versions = await termsVersions(tx, missionId);
  const base = versions[0]!.content;
  const selection = FrozenSelection.parse(base.selection ?? selectionOf('devis-prospection'));
  const signed = (await signedOf(tx, missionId)).map(({ amendment, order }) => ({
    amendment,
    operations: amendment.frozen!.content.patch.operations,
    rulesFrom: amendment.frozen!.rulesFrom!,
    rank: order,
  }));
  return {
    versions,
    base,
    selection,
    signed,
    ...contractWords(versions, selection, { library, edition: await annexedEdition(tx, library, base) }),
  };
};

const annexedEdition = async (
  tx: Tx,
  library: ClauseCatalog,
  { generalTerms }: ContractContent,
): Promise<AnnexedEdition | null> => {
  const edition = generalTerms ? await generalTermsEdition(tx, generalTerms.edition) : null;
  return edition && { parts: partsOfEdition(library, edition.content), articles: edition.content.articles };
};

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
