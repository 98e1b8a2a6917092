import type { TermsVersion } from '../../contracts/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import type { InvoiceId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { FrozenInvoice } from '../domain/frozen-invoice.ts';
import type { DerivedInvoice, IssuedInvoice } from '../domain/invoice.ts';
import { wordLines } from './invoice-words.ts';

type Issue = {
  id: InvoiceId;
  number: string;
  content: TermsVersion['content'];
  signedOn: CivilDate;
  seller: ProviderIdentity;
  buyer: ClientIdentity;
  earlier: readonly IssuedInvoice[];
};

/** The derived money with its number, its parties and its words: from here nothing changes. */
export const freezeInvoice = (
  derived: DerivedInvoice,
  { id, number, content, signedOn, seller, buyer, earlier }: Issue,
): FrozenInvoice => {
  const { milestoneId, leftApart, lines, ...money } = derived;
  const { payment } = content.terms;
  return {
    schema: 'cadran-invoice/1',
    ...money,
    id,
    number,
    isDemo: content.isDemo,
    seller,
    buyer,
    contract: { number: content.number, signedOn },
    subject: content.title,
    delay: derived.kind === 'deposit' ? null : payment.delay,
    penalty: payment.penalty,
    recoveryIndemnityCents: payment.recoveryIndemnityCents,
    lines: wordLines(lines, earlier),
    credits: null,
  };
};

/** A credit note mirrors the invoice that it cancels, line by line, and says why. */
export const freezeCreditNote = (
  invoice: FrozenInvoice,
  issue: { id: InvoiceId; number: string; issuedOn: CivilDate; reason: string },
): FrozenInvoice => ({
  ...invoice,
  id: issue.id,
  number: issue.number,
  kind: 'credit_note',
  issuedOn: issue.issuedOn,
  dueOn: null,
  credits: { number: invoice.number, issuedOn: invoice.issuedOn, reason: issue.reason },
});
