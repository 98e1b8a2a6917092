import { frenchDate, frenchList, frenchMoney } from '../../../shared/french.ts';
import type { SummaryLine } from '../../clauses/queries.ts';
import { articleOf, type FrameworkContent } from '../../contracts/index.ts';
import { unitWords } from '../../general-terms/queries.ts';

const nbsp = '\u00a0';
const units: Record<string, string> = {
  forfait: 'au forfait',
  hour: 'l’heure',
  day: 'la journée',
  appointment: 'par rendez-vous accepté',
  expense: 'de frais',
};

export const renewalWords = ({ kind, months, noticeDays }: FrameworkContent['frame']['renewal']): string =>
  ({
    none: 'Sans renouvellement : il prend fin à sa date.',
    tacit: `Renouvelé par périodes de ${months}${nbsp}mois, sauf refus écrit au moins ${noticeDays}${nbsp}jours avant son terme.`,
    express: `Renouvelable pour ${months}${nbsp}mois par un écrit signé des deux parties ; elles en parlent ${noticeDays}${nbsp}jours avant son terme.`,
  })[kind].replace(/ ([:;])/g, `${nbsp}$1`);

export const commitmentWords = (commitment: FrameworkContent['frame']['commitment']): string => {
  if (!commitment) return 'Aucun volume n’est promis : seules les commandes signées engagent.'.replace(' :', `${nbsp}:`);
  const { per, minimumCents, maximumCents } = commitment;
  const bounds = [
    ...(minimumCents === null ? [] : [`au moins ${frenchMoney(minimumCents)} HT`]),
    ...(maximumCents === null ? [] : [`au plus ${frenchMoney(maximumCents)} HT`]),
  ];
  return bounds.length
    ? `Commandes du client${nbsp}: ${frenchList(bounds)} ${per === 'year' ? 'par année' : 'sur la période'}.`
    : commitmentWords(null);
};

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The page that a director reads before a framework: how long, how one orders, at which prices, when one pays and how it ends. */
export const frameworkSummary = ({ frame, shared, articles }: FrameworkContent): SummaryLine[] => {
  const rows: [string, string | null, string?][] = [
    ['Ce qu’il fixe', sentence(frame.purpose.replace(/\.\s*$/, ''))],
    ['Durée', `Du ${frenchDate(frame.startsOn)} au ${frenchDate(frame.endsOn)}.`],
    ['Renouvellement', renewalWords(frame.renewal)],
    [
      'Commandes',
      `Chaque mission est commandée par un bon de commande ou un devis signé ; sans réponse sous ${frame.ordering.acceptWithinWorkingDays}${nbsp}jours ouvrés, une demande est sans suite.`.replace(
        ' ;',
        `${nbsp};`,
      ),
    ],
    [
      'Prix',
      `${frenchList(frame.priceGrid.slice(0, 4).map(({ label, kind, unitPriceCents }) => `${frenchMoney(unitPriceCents)} HT ${units[kind]} (${label.charAt(0).toLowerCase()}${label.slice(1)})`))}${frame.priceGrid.length > 4 ? ', et la suite de la grille' : ''}.`,
    ],
    ['Volume', commitmentWords(frame.commitment)],
    ['Règlement', shared.payment?.delay ? sentence(unitWords('payment.delay', shared.payment.delay)) : null, 'payment.delay'],
    [
      'Validation',
      shared.appointments?.review ? sentence(unitWords('appointments.review', shared.appointments.review)) : null,
      'appointments.review',
    ],
    [
      'Fin anticipée',
      shared.termination?.clientNoticeDays !== undefined && shared.termination.providerNoticeDays !== undefined
        ? `Préavis de ${shared.termination.clientNoticeDays}${nbsp}jours pour le client, ${shared.termination.providerNoticeDays}${nbsp}jours pour le prestataire.`
        : null,
      'termination.clientNoticeDays',
    ],
    [
      'Ce qui prévaut',
      frame.prevails === 'order'
        ? 'La commande l’emporte sur le contrat-cadre ; tout écart y est écrit en clair.'.replace(' ;', `${nbsp};`)
        : 'Le contrat-cadre l’emporte sur les commandes ; seul un avenant le change.'.replace(' ;', `${nbsp};`),
    ],
  ];
  return rows.flatMap(([label, words, path]): SummaryLine[] => {
    if (words === null) return [];
    const article = path && articleOf(articles, path);
    return [{ label, prose: [{ kind: 'text', text: words }], ...(article ? { article } : {}) }];
  });
};
