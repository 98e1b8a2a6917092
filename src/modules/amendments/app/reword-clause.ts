import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import { faultSentence, readNegotiated, withNegotiated } from '../../clauses/queries.ts';
import type { ClauseSelection } from '../../clauses/index.ts';
import { articleNumbers, type PassageEdit, realEdits } from '../../negotiation/index.ts';
import { articleSentences, rewriteClause } from '../../negotiation/queries.ts';
import { frozenVariables } from '../../quotes/queries.ts';
import { amendmentById, lastRank } from '../db/amendments.store.ts';
import { type AmendmentId, may } from '../domain/amendment.ts';
import { readContractLife } from './contract-life.ts';
import { proposalOf } from './proposal.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };
type Asked = { amendmentId: AmendmentId; clauseId: string };

/** One clause of a draft, with its text before values are written in, and what its values are. */
const clauseIn = async (tx: Tx, { amendmentId, clauseId }: Asked) => {
  const amendment = await amendmentById(tx, amendmentId);
  if (!amendment) return refuse('unknown_amendment');
  if (!may('save', amendment.status)) return refuse('amendment_sent_already', { number: amendment.frozen?.number });
  const life = await readContractLife(tx, amendment);
  const { before, amended, selection } = proposalOf(life, amendment, tx.now, (await lastRank(tx, amendment.missionId)) + 1);
  const state = amended?.state ?? before;
  const clause = withNegotiated(life.catalog, selection as ClauseSelection).clause(clauseId);
  if (!clause || !state.clauses.some(({ id }) => id === clauseId)) return refuse('unknown_clause');
  return {
    ok: true as const,
    clause,
    parts: state.parts,
    variables: frozenVariables({ ...life.base, terms: state.terms }),
    catalog: life.catalog,
    was: before.selection.negotiated.find((one) => one.clauseId === clauseId)?.source ?? null,
  };
};

/** A clause sentence by sentence, as the draft leaves it: which of them may be rewritten. */
export const clauseSentences =
  ({ db }: Deps) =>
  (actor: Member, asked: Asked) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const found = await clauseIn(tx, asked);
      if (!found.ok) return found;
      const { clause, parts, variables } = found;
      const article = articleSentences(parts, { clauseId: clause.id, body: clause.body, variables });
      return article ? { ok: true as const, article } : refuse('unknown_clause');
    });

/** The clause with other sentences, its values kept as values. Nothing is saved: the draft takes the text in. */
export const rewordClause =
  ({ db }: Deps) =>
  (actor: Member, { edits, ...asked }: Asked & { edits: readonly PassageEdit[] }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const found = await clauseIn(tx, asked);
      if (!found.ok) return found;
      const { clause, parts, variables, catalog, was } = found;
      const rewritten = rewriteClause(clause, realEdits(edits), { variables, numbers: articleNumbers(parts) });
      if (!rewritten.ok) return rewritten;
      const agreed = { clauseId: clause.id, title: clause.title, source: rewritten.body };
      const { faults } = readNegotiated(catalog, agreed);
      if (faults.length) return refuse('text_not_well_formed', { faults: faults.map(faultSentence).join(' ') });
      return { ok: true as const, replacement: { ...agreed, was } };
    });
