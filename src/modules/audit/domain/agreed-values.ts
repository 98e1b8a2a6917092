import type { DraftTerms } from '../../contracts/index.ts';
import type { Span, Words } from './finding.ts';
import { type PreparedDocument, type Sentence, spanOf } from './prepared-document.ts';

/** A condition that can be compared from one document to another: its value in a form of its own, and as it is said. */
export type AgreedValue = { key: AgreedKey; value: string; shown: Words; span: Span | null };

export const agreedLabels = {
  delay: { fr: 'le délai de paiement', en: 'the payment delay' },
  deposit: { fr: 'l’acompte', en: 'the deposit' },
  penalty: { fr: 'le taux des pénalités de retard', en: 'the late-payment rate' },
  indemnity: { fr: 'l’indemnité de recouvrement', en: 'the recovery indemnity' },
  notice: { fr: 'le préavis', en: 'the notice' },
  confidentiality: { fr: 'la durée de confidentialité', en: 'the confidentiality period' },
  silence: { fr: 'le sens du silence du client', en: 'what the client’s silence means' },
  appointment: { fr: 'la définition du rendez-vous qualifié', en: 'the definition of a qualified appointment' },
  fileOwner: { fr: 'la propriété du fichier enrichi', en: 'the owner of the enriched file' },
} as const satisfies Record<string, Words>;
export type AgreedKey = keyof typeof agreedLabels;

const same = (words: string): Words => ({ fr: words, en: words });

/** What a document fixes: from its terms when it has some, else from its words. */
export const agreedValues = (document: PreparedDocument): AgreedValue[] =>
  document.terms ? fromTerms(document, document.terms) : fromWords(document);

const methodWords = {
  net: '',
  end_of_month_A: ' fin de mois',
  end_of_month_B: ' à partir de la fin du mois',
  end_of_month_A_then_10: ' fin de mois le 10',
} as const;

const fromTerms = (document: PreparedDocument, terms: DraftTerms): AgreedValue[] => {
  const values: AgreedValue[] = [];
  const add = (key: AgreedKey, path: string, value: string | number | null | undefined, shown: string) => {
    if (value == null || value === '') return;
    const article = Object.entries(document.articles ?? {}).find(
      ([worded]) => worded === path || worded.startsWith(`${path}.`) || path.startsWith(`${worded}.`),
    )?.[1];
    const section = document.sections.findIndex(({ number }) => number !== null && number === article);
    const sentence = section < 0 ? undefined : document.sentences.find((one) => one.section === section);
    values.push({ key, value: String(value), shown: same(shown), span: sentence ? spanOf(sentence) : null });
  };
  const { payment, milestones, termination, confidentiality, appointments, data } = terms;
  const delay = payment?.delay;
  if (delay?.days != null && delay.method)
    add(
      'delay',
      'payment.delay',
      `${delay.days} ${delay.method}`,
      `${delay.days} jours${methodWords[delay.method as keyof typeof methodWords]}`,
    );
  const deposit = milestones?.find((milestone) => milestone?.kind === 'acompte')?.sharePercent;
  add('deposit', 'milestones', deposit as number | null, `${deposit} %`);
  if (payment?.penalty) add('penalty', 'payment.penalty', penaltyValue(payment.penalty), penaltyShown(payment.penalty));
  const indemnity = payment?.recoveryIndemnityCents as number | null | undefined;
  if (indemnity != null) add('indemnity', 'payment.recoveryIndemnityCents', indemnity / 100, `${indemnity / 100} €`);
  if (confidentiality?.years != null)
    add('confidentiality', 'confidentiality', `${confidentiality.years} a`, `${confidentiality.years} ans`);
  if (termination?.clientNoticeDays != null && termination.clientNoticeDays === termination.providerNoticeDays)
    add('notice', 'termination', termination.clientNoticeDays as number, `${termination.clientNoticeDays} jours`);
  const silence = appointments?.review?.silence;
  if (silence) add('silence', 'appointments.review', silence, silence === 'accepted' ? 'acceptation' : 'refus');
  const definition = appointments?.definition as string | null | undefined;
  if (definition) add('appointment', 'appointments.definition', definition.replace(/\s+/g, ' ').trim(), definition);
  const owner = data?.enrichedFileOwner;
  if (owner) add('fileOwner', 'data.enrichedFileOwner', owner, owner === 'client' ? 'au client' : 'au prestataire');
  return values;
};

type AnyPenalty = { kind?: string; points?: number; times?: number; rateBp?: number };
const penaltyValue = (penalty: unknown): string => {
  const { kind, points, times, rateBp } = penalty as AnyPenalty;
  if (kind === 'ecb_plus_points') return `ecb ${points}`;
  return kind === 'times_legal' ? `legal ${times}` : `${String((rateBp ?? 0) / 100).replace('.', ',')} %`;
};

const penaltyShown = (penalty: NonNullable<NonNullable<DraftTerms['payment']>['penalty']>): string => {
  const { kind, points, times, rateBp } = penalty as AnyPenalty;
  if (kind === 'ecb_plus_points') return `taux de la BCE majoré de ${points} points`;
  return kind === 'times_legal' ? `${times} fois le taux légal` : `${(rateBp ?? 0) / 100} %`;
};

const numbers: Record<string, number> = {
  huit: 8,
  dix: 10,
  quinze: 15,
  trente: 30,
  'quarante-cinq': 45,
  soixante: 60,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  douze: 12,
};
const numberWords = Object.keys(numbers)
  .sort((a, b) => b.length - a.length)
  .join('|');
export const numberPattern = `(\\d{1,3}|${numberWords})(?: ?\\(\\d+\\))?`;
export const numberOf = (words: string): number => numbers[words] ?? Number(words);

/** Payment delays in the words of a text: « 45 jours fin de mois », « trente jours ». */
export type DelayInWords = { days: number; endOfMonth: boolean; thenOn: number | null; sentence: Sentence; match: RegExp };
const delayPattern = new RegExp(
  `\\b${numberPattern} ?jours?(?: nets?| calendaires| date de facture)?( (?:a compter de la )?fin d[eu] mois| fdm)?(?:[ ,]+le (\\d{1,2})\\b)?`,
);
const paysIn = /\b(payables?|paiements?|regle(e|es|s|r|ra|ront|ment|ments)?|pay(er|e|ee|ees)|exigibles?|echeances?|factures?)\b/;
const notAPaymentDelay =
  /\bresili|\bpreavis|contest|valid(e|es|ation|ite)\b|reclam|confidential|valable|mise en demeure|retention|conserv|pour (valider|refuser|repondre)|livr(e|aison)|expedi|retractation|relance|d'anticipation|suspen|(apres|de) retard/;

export const delaysInWords = (document: PreparedDocument): DelayInWords[] =>
  document.sentences.flatMap((sentence) => {
    const { text, heading } = sentence;
    if (!(paysIn.test(text) || /paiement|reglement/.test(heading)) || notAPaymentDelay.test(text)) return [];
    // « 30 jours fin de mois, c’est-à-dire […] les 30 jours » says one delay twice.
    const all = [...text.matchAll(new RegExp(delayPattern.source, 'g'))];
    return all
      .filter((found, index) => all.findIndex((other) => other[1] === found[1]) === index)
      .map((found) => ({
        days: numberOf(found[1]!),
        endOfMonth: Boolean(found[2]) || /fin d[eu] mois/.test(text.slice(found.index, found.index + found[0].length + 24)),
        thenOn: found[3] ? Number(found[3]) : null,
        sentence,
        match: new RegExp(found[0].trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
      }));
  });

const fromWords = (document: PreparedDocument): AgreedValue[] => {
  const values: AgreedValue[] = [];
  const add = (key: AgreedKey, value: string | number, shown: string, span: Span) =>
    values.push({ key, value: String(value), shown: same(shown), span });
  for (const { days, endOfMonth, thenOn, sentence, match } of delaysInWords(document)) {
    const shown = `${days} jours${endOfMonth ? ' fin de mois' : ''}${thenOn ? ` le ${thenOn}` : ''}`;
    add('delay', `${days} ${endOfMonth ? 'end_of_month_A' : 'net'}${thenOn ? ` ${thenOn}` : ''}`, shown, spanOf(sentence, match));
  }
  const read = (
    key: AgreedKey,
    pattern: RegExp,
    unless: RegExp | null,
    value: (found: RegExpExecArray) => string | number,
    shown: (found: RegExpExecArray) => string,
  ) => {
    for (const sentence of document.sentences) {
      const found = pattern.exec(sentence.text);
      // Silence means what it means about a result: about a change to the contract it may mean the reverse.
      if (key === 'silence' && !/rendez-vous|\brdv|\bleads?\b|livrable/.test(`${sentence.heading} ${sentence.text}`)) continue;
      if (found && !unless?.test(sentence.text)) add(key, value(found), shown(found), spanOf(sentence, pattern));
    }
  };
  read(
    'deposit',
    /\b(?:acompte|arrhes)\b[^.]{0,60}?\b(\d{1,3}) ?%|\b(\d{1,3}) ?%[^.]{0,40}?\b(?:a titre d'acompte|d'acompte|a la (?:signature|commande))/,
    /tva|penalit/,
    (found) => found[1] ?? found[2]!,
    (found) => `${found[1] ?? found[2]} %`,
  );
  read(
    'penalty',
    /\b(\d{1,2}(?:,\d+)?) ?% (?:l'an|par an|annuel)|\b(trois|3|cinq|5) fois (?:le )?taux (?:de l')?(?:interet )?legal|\b(?:bce|banque centrale europeenne|refinancement)[^.]{0,60}?(\d{1,2}|dix) points/,
    null,
    (found) => rateOf(found),
    (found) => found[0],
  );
  read(
    'indemnity',
    /\bindemnite forfaitaire[^.]{0,80}?(\d{1,3})(?:,00)? ?(?:€|euros?|eur)/,
    null,
    (found) => found[1]!,
    (found) => `${found[1]} €`,
  );
  read(
    'confidentiality',
    new RegExp(`\\bconfidenti[^.]*?\\b${numberPattern} ?(ans?|annees?|mois)\\b`),
    null,
    (found) => `${numberOf(found[1]!)} ${found[2]![0]}`,
    (found) => `${found[1]} ${found[2]}`,
  );
  read(
    'notice',
    new RegExp(`\\bpreavis[^.;]{0,40}?\\b${numberPattern} ?(jours|mois)\\b`),
    /\b(client|prestataire|freelance|consultante?|donneur d'ordre)\b/,
    (found) => noticeDays(found[1]!, found[2]!),
    (found) => `${found[1]} ${found[2]}`,
  );
  read(
    'silence',
    /\b(?:silence|defaut de (?:reponse|retour)|sans (?:reponse|retour))\b[^.]*\b(accept|valid|acquis|refus|rejet)/,
    null,
    (found) => (/refus|rejet/.test(found[1]!) ? 'refused' : 'accepted'),
    (found) => (/refus|rejet/.test(found[1]!) ? 'refus' : 'acceptation'),
  );
  read(
    'fileOwner',
    /\bfichiers?\b[^.;]*\b(?:propriete|appartien\w+)[^.;]*?\b(client|prestataire)\b/,
    /enregistrement|script/,
    (found) => (found[1] === 'client' ? 'client' : 'provider'),
    (found) => `au ${found[1]}`,
  );
  return values;
};

/** « BCE majorée de dix points » and « refinancement plus 10 points » are one rate. */
const rateOf = ([, percent, times, points]: RegExpExecArray): string =>
  percent ? `${percent} %` : times ? `legal ${numberOf(times)}` : `ecb ${numberOf(points!)}`;

export const noticeDays = (count: string, unit: string): number => numberOf(count) * (unit.startsWith('mois') ? 30 : 1);
