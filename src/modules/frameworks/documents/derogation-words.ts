import { frenchList, frenchMoney, frenchNumber, frenchPercent } from '../../../shared/french.ts';
import { type Cents, cents } from '../../../shared/money.ts';
import { choiceWords, delayWords, penaltyWords } from '../../clauses/queries.ts';
import {
  articleOf,
  type ContractContent,
  type Departure,
  type DraftTerms,
  labelOf,
  type TermsLayer,
} from '../../contracts/index.ts';
import { editionName, type GeneralTermsEdition } from '../../general-terms/index.ts';

const nbsp = '\u00a0';
type Values = Record<string, unknown>;

const groups: Readonly<Record<string, string>> = {
  'reporting.frequency': 'frequencies',
  'reporting.channel': 'reportChannels',
  'reporting.format': 'reportFormats',
  'reporting.contents': 'reportContents',
  'data.enrichedFileOwner': 'owners',
  'data.scriptsOwner': 'owners',
  'data.recordingsOwner': 'owners',
};
const lineUnits: Record<string, string> = {
  forfait: 'au forfait',
  hour: 'l’heure',
  day: 'la journée',
  appointment: 'par rendez-vous accepté',
};
const silences: Record<string, string> = { accepted: 'le silence vaut acceptation', refused: 'le silence vaut refus' };

const wholes: Readonly<Record<string, (value: never) => string>> = {
  'payment.delay': (delay: Parameters<typeof delayWords>[0]) => delayWords(delay).split(', c’est-à-dire')[0]!.replace(/^à /, ''),
  'payment.penalty': (penalty: Parameters<typeof penaltyWords>[0]) => `pénalités ${penaltyWords(penalty)}`,
  'appointments.review': ({ workingDays, silence }: Values) => `${workingDays}${nbsp}jours ouvrés, ${silences[String(silence)]}`,
  'appointments.contest': ({ workingDays }: Values) => `${workingDays}${nbsp}jours ouvrés`,
  'appointments.arbiter': ({ name }: Values) => String(name),
  'appointments.noShow': ({ treatment }: Values) => choiceWords['noShows']![String(treatment)]!.replace(/\.$/, ''),
  'calling.recording': ({ policy, retentionDays }: Values) =>
    `${(choiceWords['recordingPolicies']![String(policy)] ?? String(policy)).replace(/\.$/, '')} (${retentionDays}${nbsp}jours)`,
  'price.vat': ({ regime, rateBp }: Values) =>
    regime === 'franchise' ? 'franchise de TVA' : `TVA à ${frenchPercent(rateBp as number)}`,
};

/** One condition in a few words, as a derogation sets two of them side by side. */
export const unitWords = (path: string, value: unknown): string => {
  const whole = wholes[path];
  if (whole && value != null) return whole(value as never);
  if (path.startsWith('price.lines.')) {
    const { kind, unitPriceCents } = value as { kind: string; unitPriceCents: Cents };
    return `${frenchMoney(unitPriceCents)} HT ${lineUnits[kind] ?? ''}`.trim();
  }
  const words = choiceWords[groups[path] ?? ''];
  if (words) return frenchList((Array.isArray(value) ? value : [value]).map((each) => words[String(each)] ?? String(each)));
  if (value === null) return path.endsWith('Cents') ? 'aucun plafond' : 'sans limite';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') {
    if (path.endsWith('Cents')) return frenchMoney(cents(value));
    if (/WorkingDays$/.test(path)) return `${value}${nbsp}jours ouvrés`;
    if (/Days$/.test(path)) return `${value}${nbsp}jours`;
    if (path.endsWith('years')) return `${value}${nbsp}ans`;
    return frenchNumber(value);
  }
  if (Array.isArray(value))
    return frenchList(
      value.map((each) =>
        typeof each === 'object' && each ? String((each as Values)['label'] ?? (each as Values)['effect'] ?? '') : String(each),
      ),
    );
  if (typeof value === 'object' && value)
    return Object.values(value)
      .map((each) => (typeof each === 'boolean' ? (each ? 'oui' : 'non') : String(each)))
      .join(', ');
  const text = String(value).replace(/\.$/, '');
  return `«${nbsp}${text}${nbsp}»`;
};

/** The general terms in force as one of the documents that speak. */
export const generalLayer = (edition: GeneralTermsEdition): TermsLayer => ({
  kind: 'general_terms',
  label: editionName(edition),
  terms: edition.content.defaults as DraftTerms,
  articles: edition.content.articles,
});

type Derogation = NonNullable<ContractContent['derogations']>[number];

/** Each departure as it is frozen in the document: what holds, what it sets aside, and where that was said. */
export const derogationsOf = (found: readonly Departure[]): Derogation[] =>
  found.map(({ path, from, general, agreed }) => {
    const article = from.articles && articleOf(from.articles, path);
    return {
      path,
      from: article ? `${from.label}, article ${article}` : from.label,
      generalWords: general === undefined ? 'aucun prix à la grille' : unitWords(path, general),
      agreedWords: unitWords(path, agreed),
    };
  });

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** « Article 8.1, délai de règlement : 45 jours fin de mois au lieu de 30 jours fin de mois (contrat-cadre n° CC-2026-0001, article 6.1). » */
export const derogationSentence = (
  { path, from, generalWords, agreedWords }: Derogation,
  content: Pick<ContractContent, 'articles'> & { terms?: { price: { lines: readonly { id: string; label: string }[] } } },
): string => {
  const article = articleOf(content.articles, path);
  const line = content.terms?.price.lines.find(({ id }) => path === `price.lines.${id}`);
  const name = line ? `«${nbsp}${line.label}${nbsp}»` : labelOf(path).fr;
  const where = article ? `Article ${article}, ${name}` : capitalized(name);
  return `${where}${nbsp}: ${agreedWords}, au lieu de ${generalWords} (${from}).`;
};
