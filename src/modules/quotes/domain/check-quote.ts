import { frenchDate } from '../../../shared/french.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { addDays, lastDayOfMonth } from '../../../shared/time.ts';
import {
  type DraftTerms,
  findMissingTerms,
  isAsked,
  type TermFinding,
  type TermPath,
  Terms,
  withNeutralTerms,
} from '../../contracts/index.ts';
import { checkedDueDate } from '../../invoicing/index.ts';

export type QuoteFinding = Omit<TermFinding, 'rule'> & { rule: string; clauseId?: string | null | undefined };

type Circumstances = {
  today: CivilDate;
  validUntil: CivilDate | null;
  vatRegime: 'real' | 'franchise';
  /** The conditions that the chosen clauses ask for; absent: all of them. */
  asked?: readonly TermPath[] | undefined;
};

/** Everything that keeps this quote from being sent, each with its heading and what to do. Empty: it may go. */
export const checkQuote = (typed: DraftTerms, { today, validUntil, vatRegime, asked }: Circumstances): QuoteFinding[] => {
  const draft = asked ? withNeutralTerms(typed, asked) : typed;
  const found: QuoteFinding[] = findMissingTerms(draft).filter(({ path }) => !asked || isAsked(asked, path));
  const add = (rule: string, heading: QuoteFinding['heading'], path: string, fr: string, en: string) =>
    found.push({ rule, path, heading, fr, en });

  if (!validUntil)
    add(
      'validity_missing',
      'planning',
      'validUntil',
      'La date de validité du devis : à renseigner.',
      'The validity date: to be filled in.',
    );
  else if (validUntil < today)
    add(
      'validity_past',
      'planning',
      'validUntil',
      'La date de validité du devis est passée : choisissez une date à venir.',
      'The validity date is past: choose a later one.',
    );

  const parsed = Terms.safeParse(draft);
  if (!parsed.success) return found;
  const terms = parsed.data;
  if (terms.price.vat.regime !== vatRegime)
    add(
      'vat_regime_mismatch',
      'price',
      'price.vat',
      'Le régime de TVA du devis n’est pas celui de votre organisation : corrigez l’un ou l’autre.',
      'The quote’s VAT regime is not your organisation’s: correct one of them.',
    );
  const unlawful = firstUnlawfulInvoiceDay(terms);
  if (unlawful)
    add(
      'due_date_over_cap',
      'payment',
      'payment.delay',
      `Le délai de règlement dépasse le plafond légal pour une facture du ${frenchDate(unlawful)} (art. L441-10 du Code de commerce) : raccourcissez-le.`,
      `The payment delay exceeds the legal cap for an invoice of ${unlawful} (C. com. L441-10): shorten it.`,
    );
  return found;
};

/**
 * A method may be lawful one day and not another (« 30 jours fin de mois le 10 »). The longest waits begin where a month turns:
 * on its first day, or so many days before it. Trying those tries them all (the test compares with every day).
 */
export const firstUnlawfulInvoiceDay = ({ period, payment }: Pick<Terms, 'period' | 'payment'>): CivilDate | null => {
  const first = period.startsOn;
  const last = addDays(period.endsOn, 60);
  const candidates: CivilDate[] = [first];
  for (
    let turn = addDays(lastDayOfMonth(first), 1);
    turn <= addDays(last, payment.delay.days);
    turn = addDays(lastDayOfMonth(turn), 1)
  )
    candidates.push(addDays(turn, -payment.delay.days), turn);
  return (
    candidates
      .filter((day) => day >= first && day <= last)
      .sort()
      .find((day) => !checkedDueDate(day, payment.delay).lawful) ?? null
  );
};
