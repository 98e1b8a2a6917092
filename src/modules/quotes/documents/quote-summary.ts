import { frenchDate, frenchDays, frenchList, frenchMoney, frenchNumber, frenchTime } from '../../../shared/french.ts';
import type { Terms } from '../../contracts/index.ts';
import type { SummaryLine } from '../../clauses/queries.ts';
import { quoteTotals } from '../domain/quote-totals.ts';

const line = (label: string, words: string, clauseId: string): SummaryLine => ({ label, prose: [{ kind: 'text', text: words }], clauseId });

const volumesWords = ({ calls, hours, appointments }: Terms['volumes']): string =>
  frenchList([
    ...(calls ? [`${frenchNumber(calls)} appels`] : []),
    ...(hours ? [`${frenchNumber(hours)} heures`] : []),
    ...(appointments ? [`${frenchNumber(appointments)} rendez-vous qualifiés`] : []),
  ]);

const silenceWords = { accepted: 'le silence vaut acceptation', refused: 'le silence vaut refus' } as const;
const unitWords: Record<Terms['price']['lines'][number]['kind'], string> = {
  forfait: 'de forfait',
  hour: 'par heure',
  day: 'par journée',
  appointment: 'par rendez-vous accepté',
  expense: 'de frais',
};

/** The page that a director reads: what is bought, within which limits, when it is paid and how it ends, each with its article. */
export const quoteSummary = (terms: Terms): SummaryLine[] => {
  const { period, volumes, calling, appointments, price, milestones, payment, hypotheses, data, termination } = terms;
  const [firstSlot] = calling.slots;
  const hours = frenchList(calling.slots.map(({ from, to }) => `${frenchTime(from)} à ${frenchTime(to)}`));
  const owner = { client: 'au client', provider: 'au prestataire' } as const;
  return [
    line('Ce qui est acheté', `Au plus ${volumesWords(volumes)}.`, 'volumes'),
    line('Quand', `Du ${frenchDate(period.startsOn)} au ${frenchDate(period.endsOn)}, ${frenchDays(firstSlot!.days)}, ${hours}.`, 'creneaux'),
    line('Ce qui est exclu', `${frenchList(terms.scope.excluded.map(lowered))}.`, 'perimetre-exclu'),
    line('Rendez-vous qualifié', `${frenchList(appointments.criteria.map(({ label }) => lowered(label)))} : tous les critères, fixés d’avance.`, 'criteres'),
    line('Validation', `${appointments.review.workingDays} jours ouvrés pour accepter ou refuser sur un critère écrit ; ${silenceWords[appointments.review.silence]}.`, 'validation'),
    line('Prix', `${frenchList(price.lines.map(({ kind, unitPriceCents }) => `${frenchMoney(unitPriceCents)} HT ${unitWords[kind]}`))} ; au plus ${frenchMoney(quoteTotals(price).netCents)} HT.`, 'tarifs'),
    line('Échéances', `${frenchList(milestones.map(({ label, sharePercent }) => `${sharePercent}\u00a0% ${lowered(label)}`))}.`, 'echeancier'),
    line('Si l’hypothèse tombe', hypotheses.length ? `${hypotheses[0]!.effect}.` : 'Aucune hypothèse particulière.', 'hypotheses'),
    line('Données', `Fichier enrichi ${owner[data.enrichedFileOwner]}, scripts ${owner[data.scriptsOwner]}, enregistrements ${owner[data.recordingsOwner]}.`, 'propriete'),
    line('Fin anticipée', `Préavis de ${termination.clientNoticeDays} jours pour le client, ${termination.providerNoticeDays} jours pour le prestataire.`, 'preavis'),
  ];
};

const lowered = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
