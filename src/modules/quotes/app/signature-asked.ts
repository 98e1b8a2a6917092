import { clockTime, momentOf } from '../../../shared/time.ts';
import { lineAmount } from '../../../shared/money.ts';
import { agreementForms, type ContractContent, optionalLines, printedNumber } from '../../contracts/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import type { ClauseCatalog } from '../../clauses/index.ts';
import { composeFrozen } from '../../clauses/queries.ts';
import { clausesToInitial, peopleAsked } from '../../signing/index.ts';
import type { NewSignatureRequest } from '../../signing/queries.ts';
import { frozenVariables } from './freeze-content.ts';
import { quoteSummary } from '../documents/quote-summary.ts';
import { formOf } from '../domain/forms.ts';
import { quoteTotals } from '../domain/quote-totals.ts';
import type { Quote } from '../domain/quote.ts';

/** Who is asked to sign what, until when: the offer's last day, its last minute in Paris. The PDF follows from the worker. */
export const signatureAsked = (
  quote: Pick<Quote, 'id' | 'dossierId'>,
  content: ContractContent,
  contentSha256: string,
  catalog: ClauseCatalog,
): NewSignatureRequest => {
  const provider = content.provider as ProviderIdentity;
  const client = content.client as ClientIdentity;
  return {
    dossierId: quote.dossierId,
    subject: { type: 'quote', id: quote.id },
    number: content.number,
    title: `${agreementForms[formOf(content)].name.fr} n°\u00a0${printedNumber(content)}`,
    demo: content.isDemo,
    contentSha256,
    document: null,
    cgvVersion: String(Math.max(...content.clauses.filter(({ id }) => id.startsWith('cgv-')).map(({ version }) => version))),
    summary: quoteSummary(content.terms).map(({ label, prose }) => ({
      label,
      value: prose.map((inline) => ('text' in inline ? inline.text : '')).join(''),
    })),
    initials: clausesToInitial(composeFrozen(catalog, content, frozenVariables(content)).parts),
    ...optionsAsked(content),
    expiresAt: momentOf(content.validUntil, clockTime('23:59')),
    ...peopleAsked({ provider, client, signatories: content.signatories }),
  };
};

/** The lines that the client may tick, and the price without any of them. */
const optionsAsked = ({ terms: { price } }: ContractContent): Pick<NewSignatureRequest, 'options' | 'optionsBase'> => {
  const offered = optionalLines(price.lines);
  if (offered.length === 0) return {};
  return {
    options: offered.map(({ id, label, quantity, unitPriceCents }) => ({
      id,
      label,
      netCents: lineAmount(quantity, unitPriceCents),
    })),
    optionsBase: { netCents: quoteTotals(price).netCents, vatBp: price.vat.regime === 'franchise' ? null : price.vat.rateBp },
  };
};
