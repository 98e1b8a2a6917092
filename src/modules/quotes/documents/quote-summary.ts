import { frenchDate, frenchDays, frenchList, frenchMoney, frenchNumber, frenchTime } from '../../../shared/french.ts';
import { type DraftTerms, firmLines, optionalLines, type TermPath, Terms } from '../../contracts/index.ts';
import type { SummaryLine } from '../../clauses/queries.ts';
import { optionsCents, quoteTotals } from '../domain/quote-totals.ts';

/** `path`: the condition it sums up, by which a form finds its own article. */
const line = (label: string, words: string, clauseId: string, path: TermPath): SummaryLine & { path: TermPath } => ({
  label,
  prose: [{ kind: 'text', text: words }],
  clauseId,
  path,
});

const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const volumesWords = ({ calls, hours, appointments }: Terms['volumes']): string =>
  frenchList([
    ...(calls ? [`${frenchNumber(calls)} appels`] : []),
    ...(hours ? [`${frenchNumber(hours)} heures`] : []),
    ...(appointments ? [`${frenchNumber(appointments)} rendez-vous qualifiés`] : []),
  ]);

const optionsWords = (price: Terms['price']): string => {
  const count = optionalLines(price.lines).length;
  return count
    ? `, hors ${count > 1 ? `${count} options` : 'une option'} à cocher en signant (${frenchMoney(optionsCents(price))} HT)`
    : '';
};

const silenceWords = { accepted: 'le silence vaut acceptation', refused: 'le silence vaut refus' } as const;
const unitWords: Record<Terms['price']['lines'][number]['kind'], string> = {
  forfait: 'de forfait',
  hour: 'par heure',
  day: 'par journée',
  appointment: 'par rendez-vous accepté',
  expense: 'de frais',
};

type Row = { label: string; clauseId: string; path: TermPath; reads: readonly (keyof Terms)[]; words: (terms: Terms) => string };

const owner = { client: 'au client', provider: 'au prestataire' } as const;

const rows: readonly Row[] = [
  {
    label: 'Ce qui est acheté',
    clauseId: 'volumes',
    path: 'volumes',
    reads: ['volumes'],
    words: ({ volumes }) => `Au plus ${volumesWords(volumes)}.`,
  },
  {
    label: 'Quand',
    clauseId: 'creneaux',
    path: 'calling.slots',
    reads: ['period', 'calling'],
    words: ({ period, calling: { slots } }) =>
      `Du ${frenchDate(period.startsOn)} au ${frenchDate(period.endsOn)}, ${frenchDays(slots[0]!.days)}, ${frenchList(slots.map(({ from, to }) => `${frenchTime(from)} à ${frenchTime(to)}`))}.`,
  },
  {
    label: 'Ce qui est exclu',
    clauseId: 'perimetre-exclu',
    path: 'scope.excluded',
    reads: ['scope'],
    words: ({ scope }) => `${frenchList(scope.excluded.map(lowered))}.`,
  },
  {
    label: 'Rendez-vous qualifié',
    clauseId: 'criteres',
    path: 'appointments.criteria',
    reads: ['appointments'],
    words: ({ appointments }) =>
      `${frenchList(appointments.criteria.map(({ label }) => lowered(label)))} : tous les critères, fixés d’avance.`,
  },
  {
    label: 'Validation',
    clauseId: 'validation',
    path: 'appointments.review',
    reads: ['appointments'],
    words: ({ appointments: { review } }) =>
      `${review.workingDays} jours ouvrés pour accepter ou refuser sur un critère écrit ; ${silenceWords[review.silence]}.`,
  },
  {
    label: 'Prix',
    clauseId: 'tarifs',
    path: 'price.lines',
    reads: ['price'],
    words: ({ price }) =>
      `${frenchList(firmLines(price.lines).map(({ kind, unitPriceCents }) => `${frenchMoney(unitPriceCents)} HT ${unitWords[kind]}`))} ; au plus ${frenchMoney(quoteTotals(price).netCents)} HT${optionsWords(price)}.`,
  },
  {
    label: 'Échéances',
    clauseId: 'echeancier',
    path: 'milestones',
    reads: ['milestones'],
    words: ({ milestones }) =>
      `${frenchList(milestones.map(({ label, sharePercent }) => `${sharePercent}\u00a0% ${lowered(label)}`))}.`,
  },
  {
    label: 'Si l’hypothèse tombe',
    clauseId: 'hypotheses',
    path: 'hypotheses',
    reads: ['hypotheses'],
    words: ({ hypotheses }) => (hypotheses.length ? `${hypotheses[0]!.effect}.` : 'Aucune hypothèse particulière.'),
  },
  {
    label: 'Données',
    clauseId: 'propriete',
    path: 'data.enrichedFileOwner',
    reads: ['data'],
    words: ({ data }) =>
      `Fichier enrichi ${owner[data.enrichedFileOwner]}, scripts ${owner[data.scriptsOwner]}, enregistrements ${owner[data.recordingsOwner]}.`,
  },
  {
    label: 'Fin anticipée',
    clauseId: 'preavis',
    path: 'termination.clientNoticeDays',
    reads: ['termination'],
    words: ({ termination }) =>
      `Préavis de ${termination.clientNoticeDays} jours pour le client, ${termination.providerNoticeDays} jours pour le prestataire.`,
  },
];

/** The page that a director reads: what is bought, within which limits, when it is paid and how it ends, each with its article. */
export const quoteSummary = (terms: Terms): (SummaryLine & { path: TermPath })[] =>
  rows.map(({ label, words, clauseId, path }) => line(label, asSentence(words(terms)), clauseId, path));

/** The same page of an unfinished draft: a line whose conditions are not complete has no words yet. */
export const draftSummary = (draft: DraftTerms): { label: string; words: string | null }[] =>
  rows.map(({ label, reads, words }) => {
    const parsed = reads.map((part) => [part, Terms.shape[part].safeParse(draft[part])] as const);
    const isWhole = parsed.every(([, result]) => result.success);
    return {
      label,
      words: isWhole ? asSentence(words(Object.fromEntries(parsed.map(([part, result]) => [part, result.data])) as Terms)) : null,
    };
  });

const lowered = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
