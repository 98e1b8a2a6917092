import { frenchSpaces } from '../../../shared/french.ts';
import { articleOf, type Heading, labelOf, type TermPath } from '../../contracts/index.ts';
import type { Clause } from './clause.ts';
import { type Engine, effectTerms, enforcedTerms, engineNames } from './enforced-terms.ts';

/** Why what is signed and what is applied would differ: a rule without words, or words without the terms they need. */
export type Incompleteness = {
  rule: 'hidden_rule' | 'effect_without_terms';
  path: TermPath;
  heading: Heading;
  clauseId: string | null;
  fr: string;
  en: string;
};

type Composed = {
  clauses: readonly Pick<Clause, 'id' | 'title' | 'effects'>[];
  articles: Readonly<Record<TermPath, string>>;
  /** Articles of a document above this one that words conditions for it: the framework of an order. */
  wordedAbove?: Readonly<Record<TermPath, string>>;
  terms: unknown;
  /** Which engines the document sets in motion: all of them for a mission. */
  engines?: readonly Engine[];
};

const valueAt = (terms: unknown, path: TermPath): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value == null ? undefined : (value as Record<string, unknown>)[key]), terms);

const isSet = (value: unknown, mayBeEmpty = false): boolean =>
  value != null && value !== '' && (mayBeEmpty || !Array.isArray(value) || value.length > 0);

/** Both ways: every rule that an engine applies is said in an article, and every effect that a clause announces has its terms. */
export const findIncompleteness = ({
  clauses,
  articles,
  wordedAbove = {},
  terms,
  engines = Object.keys(enforcedTerms) as Engine[],
}: Composed): Incompleteness[] => {
  const hidden = new Map<TermPath, Incompleteness>();
  for (const engine of engines)
    for (const path of enforcedTerms[engine]) {
      if (hidden.has(path) || articleOf(articles, path) !== undefined || articleOf(wordedAbove, path) !== undefined) continue;
      const { heading, fr, en } = labelOf(path);
      const name = engineNames[engine];
      hidden.set(path, {
        rule: 'hidden_rule',
        path,
        heading,
        clauseId: null,
        fr: frenchSpaces(
          `Règle cachée : ${fr}. Cadran en tient compte (${name.fr}), mais aucun article ne le dit : ajoutez la clause qui l’énonce.`,
        ),
        en: `Hidden rule: ${en} is applied by ${name.en} but no article says it. Add the clause that states it.`,
      });
    }
  return [...hidden.values(), ...clauses.flatMap((clause) => effectsWithoutTerms(clause, terms))];
};

const effectsWithoutTerms = (clause: Composed['clauses'][number], terms: unknown): Incompleteness[] =>
  clause.effects.flatMap((effect) => {
    const { sets, oneOf, mayBeEmpty } = effectTerms[effect];
    const unset = sets.filter((path) => !isSet(valueAt(terms, path), mayBeEmpty));
    const noneOf = oneOf && !oneOf.some((path) => isSet(valueAt(terms, path))) ? [oneOf[0]!] : [];
    return [...unset, ...noneOf].map((path): Incompleteness => {
      const { heading, fr, en } = labelOf(path);
      return {
        rule: 'effect_without_terms',
        path,
        heading,
        clauseId: clause.id,
        fr: frenchSpaces(`La clause « ${clause.title} » engage sur une condition qui n’est pas renseignée : ${fr}.`),
        en: `Clause “${clause.title}” commits on ${en}, which is not set.`,
      };
    });
  });
