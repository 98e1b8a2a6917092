import type { Language } from '../../../shared/refusal.ts';

/** The three ways of contracting that the market knows. */
export const schemes = ['quotes', 'framework', 'platform'] as const;
export type Scheme = (typeof schemes)[number];

/** What decides: volume and frequency of the missions, how far ahead the need is known, and how well the parties know each other. */
export type SchemeAnswers = {
  frequency: 'once' | 'sometimes' | 'regular';
  /** Missions foreseen over the next twelve months. */
  missions: number;
  /** Amount foreseen over twelve months, before tax. */
  volume: 'small' | 'medium' | 'large';
  predictability: 'unknown' | 'partly' | 'known';
  relation: 'new' | 'tested' | 'established';
  /** Who writes the rules: the parties, clause by clause, or a standard that many share. */
  wording: 'own' | 'standard';
};

type Reason = { scheme: Scheme; weight: number } & Record<Language, string>;
export type SchemeAdvice = {
  scheme: Scheme;
  /** Try the relation on one short mission first. */
  trialFirst: boolean;
  /** Why, the strongest first: those that speak for the scheme advised. */
  reasons: Reason[];
  /** What speaks for another one, said as well. */
  against: Reason[];
};

type Rule = Reason & { when: (answers: SchemeAnswers) => boolean };
const rule = (scheme: Scheme, weight: number, when: Rule['when'], fr: string, en: string): Rule => ({
  scheme,
  weight,
  when,
  fr,
  en,
});

const rules: readonly Rule[] = [
  rule(
    'quotes',
    5,
    ({ frequency, missions }) => frequency === 'once' || missions <= 1,
    'Pour une opération unique, un devis détaillé assorti de conditions générales peut suffire.',
    'For a single operation, a detailed quote with general terms is enough.',
  ),
  rule(
    'framework',
    3,
    ({ frequency }) => frequency === 'regular',
    'Les interventions se répètent : les règles se négocient une fois, et chaque mission se commande en quelques lignes.',
    'Missions repeat: the rules are settled once, and each mission is ordered in a few lines.',
  ),
  rule(
    'framework',
    3,
    ({ missions }) => missions >= 3,
    'Trois missions ou plus dans l’année : au fil des devis, les clauses finissent par se contredire ou par manquer.',
    'Three missions or more a year: quote after quote, clauses come to contradict each other or to be missing.',
  ),
  rule(
    'framework',
    2,
    ({ volume }) => volume === 'large',
    'Le volume est important : des clauses de paiement harmonisées protègent la trésorerie des deux côtés.',
    'The volume is large: harmonised payment terms protect both sides’ cash.',
  ),
  rule(
    'framework',
    1,
    ({ predictability }) => predictability === 'known',
    'Le besoin se prévoit : une grille de prix et des volumes annoncés ont un sens.',
    'The need can be foreseen: a price grid and announced volumes make sense.',
  ),
  rule(
    'framework',
    1,
    ({ relation }) => relation === 'established',
    'La relation est établie : elle mérite une durée, un préavis et un renouvellement écrits.',
    'The relation is established: it deserves a written term, notice and renewal.',
  ),
  rule(
    'quotes',
    2,
    ({ missions, relation }) => missions <= 2 && relation !== 'established',
    'Tant que la collaboration ne s’est pas stabilisée, un socle de conditions générales et des devis détaillés la protègent déjà.',
    'As long as the collaboration has not settled, general terms and detailed quotes already protect it.',
  ),
  rule(
    'quotes',
    2,
    ({ predictability }) => predictability === 'unknown',
    'Le besoin ne se prévoit pas : le devis s’ajuste à chaque demande, sans rien promettre.',
    'The need cannot be foreseen: a quote adjusts to each request and promises nothing.',
  ),
  rule(
    'quotes',
    2,
    ({ relation }) => relation === 'new',
    'Vous ne vous connaissez pas encore : une première mission renseigne mieux qu’une longue négociation.',
    'You do not know each other yet: a first mission teaches more than a long negotiation.',
  ),
  rule(
    'quotes',
    1,
    ({ volume }) => volume === 'small',
    'Le montant est modeste : une négociation de contrat-cadre coûterait plus qu’elle ne protège.',
    'The amount is modest: negotiating a framework would cost more than it protects.',
  ),
  rule(
    'platform',
    3,
    ({ wording, frequency }) => wording === 'standard' && frequency !== 'once',
    'Des missions standardisées et récurrentes : un cadre commun, une validation des résultats et une facturation centralisée suffisent.',
    'Standard, recurring missions: a common frame, a validation of results and central billing are enough.',
  ),
  rule(
    'platform',
    2,
    ({ wording, predictability }) => wording === 'standard' && predictability === 'known',
    'Des indicateurs identiques d’une mission à l’autre rendent les résultats comparables.',
    'The same indicators from one mission to the next make results comparable.',
  ),
  rule(
    'framework',
    1,
    ({ wording }) => wording === 'own',
    'Vous tenez à maîtriser chaque clause : un cadre écrit à deux le permet, une plateforme non.',
    'You want to master each clause: a frame written together allows it, a platform does not.',
  ),
];

const typographic = (text: string) => text.replace(/ ([:;?!])/g, '\u00a0$1');

/** Which scheme fits, with its reasons in the words of the answers; equal weights go to the lighter commitment. */
export const adviseScheme = (answers: SchemeAnswers): SchemeAdvice => {
  const spoken = rules
    .filter(({ when }) => when(answers))
    .map(({ when: _, ...reason }) => ({ ...reason, fr: typographic(reason.fr) }));
  const weightOf = (scheme: Scheme) => spoken.filter((one) => one.scheme === scheme).reduce((sum, one) => sum + one.weight, 0);
  const scheme = schemes.reduce((best, one) => (weightOf(one) > weightOf(best) ? one : best));
  const byWeight = (one: Reason, other: Reason) => other.weight - one.weight;
  return {
    scheme,
    trialFirst: scheme !== 'quotes' && answers.relation === 'new',
    reasons: spoken.filter((one) => one.scheme === scheme).sort(byWeight),
    against: spoken.filter((one) => one.scheme !== scheme).sort(byWeight),
  };
};
