import { refuse } from '../../../shared/decision.ts';
import type { NegotiatedTerms } from './negotiated-terms.ts';
import type { Item, PassageEdit } from './negotiation.ts';
import { checkTermProposal } from './propose-change.ts';

type Agreed = Pick<Item, 'id' | 'label' | 'status' | 'target' | 'proposal' | 'includedIn'>;

/** Accepted and not yet in a revision. */
export const awaitingRevision = <One extends Agreed>(items: readonly One[]): One[] =>
  items.filter(({ status, includedIn, proposal }) => status === 'accepted' && includedIn === null && proposal !== null);

/** What the accepted changes make of the document: its conditions, and the sentences to rewrite in each clause. Two changes of one place are told, never settled by order. */
export const gatherChanges = <Those extends NegotiatedTerms>(terms: Those, items: readonly Agreed[]) => {
  const agreed = awaitingRevision(items);
  let revised = terms;
  const edits = new Map<string, PassageEdit[]>();
  const places = new Map<string, string>();
  for (const { label, target, proposal } of agreed) {
    for (const place of placesOf(target, proposal!)) {
      const other = places.get(place);
      if (other !== undefined) return refuse('changes_conflict', { labels: `${other}, ${label}` });
      places.set(place, label);
    }
    if (target.kind === 'term' && proposal!.kind === 'term') {
      const checked = checkTermProposal(revised, target.path, proposal!.value);
      // Agreed already by another way: nothing left to change.
      if (!checked.ok && checked.code === 'same_as_now') continue;
      if (!checked.ok) return refuse('value_not_possible', { label });
      revised = checked.terms;
    } else if (target.kind === 'clause' && proposal!.kind === 'clause')
      edits.set(target.clauseId, [...(edits.get(target.clauseId) ?? []), ...proposal!.edits]);
  }
  return { ok: true as const, terms: revised, edits, itemIds: agreed.map(({ id }) => id) };
};

const placesOf = (target: Agreed['target'], proposal: NonNullable<Agreed['proposal']>): string[] =>
  target.kind === 'term'
    ? [`term ${target.path}`]
    : target.kind === 'clause' && proposal.kind === 'clause'
      ? proposal.edits.map(({ passageId, before }) => `clause ${target.clauseId} ${passageId} ${before}`)
      : [];
