import { agreementForms, agreementName, formOfNumber } from '../../contracts/index.ts';
import { assertNever } from '../../../shared/decision.ts';
import { frenchDate, frenchList, frenchMoney, frenchNumber, frenchPercent } from '../../../shared/french.ts';
import type { PaymentDelay } from '../domain/due-date.ts';
import type { EvidenceReference } from '../domain/evidence.ts';
import type { FrozenInvoice, LineUnit, WordedLine } from '../domain/frozen-invoice.ts';
import type { PenaltyClause } from '../domain/late-penalty.ts';
import type { InvoiceLine, IssuedInvoice } from '../domain/invoice.ts';

/** The sentences of an invoice, in French: its PDF and its XML say the same ones. */

const units: Record<InvoiceLine['kind'], LineUnit> = {
  acompte: 'C62',
  forfait: 'C62',
  already_invoiced: 'C62',
  hour: 'HUR',
  day: 'DAY',
  appointment: 'C62',
  expense: 'C62',
};
export const unitWords: Record<LineUnit, string> = { C62: 'unité', HUR: 'heure', DAY: 'jour' };

/** Each line with what is printed on it: its label, and where its proof is. */
export const wordLines = (lines: readonly InvoiceLine[], earlier: readonly IssuedInvoice[]): WordedLine[] =>
  lines.map((line) => ({
    ...line,
    label: line.kind === 'already_invoiced' ? takenBack(line, earlier) : line.label,
    detail: proofWords(line.evidence),
    unit: units[line.kind],
  }));

const takenBack = (line: InvoiceLine, earlier: readonly IssuedInvoice[]): string => {
  const invoice = earlier.find(({ id }) => line.evidence.some((reference) => reference.id === id))!;
  return `Déjà facturé\u00a0: ${invoice.number} du ${frenchDate(invoice.issuedOn)}`;
};

/** « Lettre de mission signée »: what the invoice refers to. */
export const signedForm = (number: string): string => {
  const { name, feminine } = agreementForms[formOfNumber(number)];
  return `${name.fr} ${feminine ? 'signée' : 'signé'}`;
};

/** « Devis DEV-2026-0001 signé », « Lettre de mission LM-2026-0001 signée ». */
const signedAgreement = (number: string): string =>
  `${agreementName(number)} ${agreementForms[formOfNumber(number)].feminine ? 'signée' : 'signé'}`;

/** « RDV-01 à RDV-08, RDV-10 », « 9 mars 2026 au 3 avril 2026 », « Devis DEV-2026-0001 signé ». */
const proofWords = (evidence: readonly EvidenceReference[]): string | null => {
  const [first] = evidence;
  if (!first) return null;
  switch (first.type) {
    case 'agreement':
      return signedAgreement(first.label);
    case 'calls':
      return `${frenchNumber(Number(first.label))} appels atteints`;
    case 'report':
    case 'expense':
      return first.label;
    case 'appointment':
      return runs(evidence.map(({ label }) => label));
    case 'hours':
    case 'days':
      return workedOn(evidence.map(({ label }) => label).toSorted());
    case 'invoice':
      return null;
    default:
      return assertNever(first.type);
  }
};

const workedOn = (days: readonly string[]): string => {
  const [first, last] = [days[0]!, days.at(-1)!].map((day) => frenchDate(day as Parameters<typeof frenchDate>[0]));
  return first === last ? `Le ${first}` : `Du ${first} au ${last}`;
};

/** Consecutive references are told as a run: RDV-01 to RDV-03 become « RDV-01 à RDV-03 ». */
const runs = (references: readonly string[]): string => {
  const groups: string[][] = [];
  for (const reference of references.toSorted()) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && follows(last, reference)) groups.at(-1)!.push(reference);
    else groups.push([reference]);
  }
  return frenchList(groups.map((group) => (group.length > 2 ? `${group[0]} à ${group.at(-1)}` : group.join(', '))));
};

const follows = (one: string, next: string): boolean => {
  const [a, b] = [one, next].map((text) => /^(.*?)(\d+)$/.exec(text));
  return a !== null && b !== null && a![1] === b![1] && Number(b![2]) === Number(a![2]) + 1;
};

/** How the due date was counted, as the contract words it. */
export const delayWords = (delay: PaymentDelay | null): string => {
  if (delay === null || (delay.days === 0 && delay.method === 'net')) return 'À réception de la facture';
  switch (delay.method) {
    case 'net':
      return `${delay.days} jours à compter de la date d’émission`;
    case 'end_of_month_A':
      return `${delay.days} jours fin de mois (date d’émission + ${delay.days} jours, puis dernier jour du mois)`;
    case 'end_of_month_B':
      return `${delay.days} jours fin de mois (dernier jour du mois d’émission + ${delay.days} jours)`;
    case 'end_of_month_A_then_10':
      return `${delay.days} jours fin de mois le 10 (date d’émission + ${delay.days} jours, dernier jour du mois, puis le 10 suivant)`;
    default:
      return assertNever(delay.method);
  }
};

const penaltyRateWords = (penalty: PenaltyClause): string => {
  switch (penalty.kind) {
    case 'ecb_plus_points':
      return `au taux de refinancement de la Banque centrale européenne majoré de ${frenchNumber(penalty.points)} points`;
    case 'times_legal':
      return `à ${frenchNumber(penalty.times)} fois le taux d’intérêt légal`;
    case 'fixed_rate':
      return `au taux annuel de ${frenchPercent(penalty.rateBp)}`;
    default:
      return assertNever(penalty);
  }
};

export const FRANCHISE = 'TVA non applicable, art. 293 B du CGI';
export const VAT_ON_DEBITS = 'Option pour le paiement de la taxe d’après les débits';
export const DEMONSTRATION = 'DÉMONSTRATION\u00a0: document sans valeur';

/** The late-payment and discount mentions that every invoice carries (C. com. L441-9, L441-10, D441-5). */
export const paymentMentions = ({
  penalty,
  recoveryIndemnityCents,
}: Pick<FrozenInvoice, 'penalty' | 'recoveryIndemnityCents'>) => ({
  penalty: `En cas de retard de paiement, des pénalités ${penaltyRateWords(penalty)} sont exigibles dès le jour suivant l’échéance, sans qu’un rappel soit nécessaire (art. L441-10 C. com.).`,
  recoveryIndemnity: `Indemnité forfaitaire pour frais de recouvrement due en cas de retard\u00a0: ${frenchMoney(recoveryIndemnityCents)} (art. D441-5 C. com.).`,
  earlyPayment: 'Pas d’escompte pour paiement anticipé.',
});

/** Every legal sentence of the page, in the order in which it is printed. */
export const mentionsOf = (invoice: FrozenInvoice): string[] => {
  const { penalty, recoveryIndemnity, earlyPayment } = paymentMentions(invoice);
  return [
    penalty,
    recoveryIndemnity,
    earlyPayment,
    ...(invoice.vat.some(({ category }) => category === 'E') ? [FRANCHISE] : []),
    ...(invoice.seller.vatOnDebits ? [VAT_ON_DEBITS] : []),
  ];
};
