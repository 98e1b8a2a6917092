import { record, refuse } from '../../../shared/decision.ts';
import type { Standing } from './answer-item.ts';
import type { ChangeProposed, CommentMade, Item, PassageEdit, Proposal, Target } from './negotiation.ts';
import { type NegotiatedTerms, possibleTerms } from './negotiated-terms.ts';
import { sameTypography } from './redline.ts';
import { negotiableTerm } from './term-fields.ts';
import { termAt, withTerm } from './term-values.ts';

/** Whether a value can stand in these conditions: a known condition, a value that its form accepts, and another than today's. */
export const checkTermProposal = <Those extends NegotiatedTerms>(terms: Those, path: string, value: unknown) => {
  const term = negotiableTerm(terms, path);
  if (!term) return refuse('term_fixed');
  const changed = possibleTerms(withTerm(terms, path, value));
  if (!changed) return refuse('value_not_possible', { label: term.fr });
  if (JSON.stringify(termAt(changed, path)) === JSON.stringify(termAt(terms, path))) return refuse('same_as_now');
  return { ok: true as const, terms: changed, term };
};

/** Only what differs by more than typography is a proposal. */
export const realEdits = (edits: readonly PassageEdit[]): PassageEdit[] =>
  edits.filter(({ before, after }) => sameTypography(before) !== sameTypography(after));

type Opened = Pick<Item, 'id' | 'subject' | 'target' | 'label' | 'article' | 'openedBy'>;

/** A remark on the document, an article or a condition. It asks for an answer, not for other words. */
export const makeComment = (item: Opened, { text }: { text: string }, { negotiable, revision }: Standing) => {
  if (!negotiable) return refuse('discussion_closed');
  if (!text.trim()) return refuse('reason_required');
  return record<CommentMade>({ type: 'CommentMade', ...about(item, revision), text: text.trim() });
};

/** Another value or other words, with the reason why. Everything on the document may be discussed until both have signed. */
export const proposeChange = (
  item: Opened,
  { proposal, reason }: { proposal: Proposal; reason: string },
  { negotiable, revision }: Standing,
) => {
  if (!negotiable) return refuse('discussion_closed');
  if (!reason.trim()) return refuse('reason_required');
  if (!fits(item.target, proposal)) return refuse('nothing_proposed');
  return record<ChangeProposed>({
    type: 'ChangeProposed',
    ...about(item, revision),
    proposal,
    reason: reason.trim(),
    counters: false,
    negotiable: true,
  });
};

const fits = (target: Target, proposal: Proposal): boolean =>
  target.kind === proposal.kind && (proposal.kind === 'term' || realEdits(proposal.edits).length > 0);

const about = ({ id, subject, target, label, article, openedBy }: Opened, revision: number) => ({
  itemId: id,
  subject,
  revision,
  target,
  label,
  article,
  by: openedBy,
});
