import { clockTime, momentOf } from '../../../shared/time.ts';
import { agreementForms, type ContractContent } from '../../contracts/index.ts';
import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import type { NewSignatureRequest } from '../../signing/queries.ts';
import { quoteSummary } from '../documents/quote-summary.ts';
import { formOf } from '../domain/forms.ts';
import type { Quote } from '../domain/quote.ts';

/** Who is asked to sign what, until when: the offer's last day, its last minute in Paris. The PDF follows from the worker. */
export const signatureAsked = (
  quote: Pick<Quote, 'id' | 'dossierId'>,
  content: ContractContent,
  contentSha256: string,
): NewSignatureRequest => {
  const provider = content.provider as ProviderIdentity;
  const client = content.client as ClientIdentity;
  return {
    dossierId: quote.dossierId,
    subject: { type: 'quote', id: quote.id },
    number: content.number,
    title: `${agreementForms[formOf(content)].name.fr} n°\u00a0${content.number}`,
    demo: content.isDemo,
    contentSha256,
    document: null,
    cgvVersion: String(Math.max(...content.clauses.filter(({ id }) => id.startsWith('cgv-')).map(({ version }) => version))),
    summary: quoteSummary(content.terms).map(({ label, prose }) => ({
      label,
      value: prose.map((inline) => ('text' in inline ? inline.text : '')).join(''),
    })),
    expiresAt: momentOf(content.validUntil, clockTime('23:59')),
    client: {
      name: client.signatory.name,
      capacity: client.signatory.role ?? 'Signataire',
      email: client.signatory.email,
      phone: client.signatory.phone,
      organisation: client.name,
      siren: client.siren,
    },
    provider: {
      name: provider.name,
      capacity: 'Prestataire',
      email: provider.email,
      phone: provider.phone,
      organisation: nameOnDocuments(provider),
      siren: provider.siren,
    },
  };
};
