import { FrameworkTerms, Terms } from '../../contracts/index.ts';

/** The conditions of a framework under discussion: those that its orders share, and its own frame under the name its clauses read. */
export type FrameworkConditions = FrameworkTerms['shared'] & { framework: FrameworkTerms['frame'] };

/** The conditions under discussion: one mission’s, or those of a framework. */
export type NegotiatedTerms = Terms | FrameworkConditions;

export const conditionsOf = ({ frame, shared }: FrameworkTerms): FrameworkConditions => ({ ...shared, framework: frame });

export const frameworkOf = ({ framework, ...shared }: FrameworkConditions): FrameworkTerms => ({ frame: framework, shared });

/** These conditions as the document would freeze them; null when one of them is not possible. */
export const possibleTerms = <Those extends NegotiatedTerms>(terms: Those): Those | null => {
  if (!('framework' in terms)) return (Terms.safeParse(terms).data ?? null) as Those | null;
  const parsed = FrameworkTerms.safeParse(frameworkOf(terms as FrameworkConditions));
  return parsed.success ? (conditionsOf(parsed.data) as Those) : null;
};
