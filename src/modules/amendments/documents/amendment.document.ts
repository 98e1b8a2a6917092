import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { triggerWords } from '../../clauses/queries.ts';
import { agreementForms, agreementName, amendmentName, formOfNumber, type Terms } from '../../contracts/index.ts';
import { milestoneAmounts } from '../../invoicing/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import { printedClient, printedProvider } from '../../parties/queries.ts';
import { otherSignatureBlocks } from '../../signing/index.ts';
import type { AmendmentContent } from '../domain/amendment-content.ts';
import { namedReferences } from '../domain/named-references.ts';
import { changesInWords, effectWords } from './changes-in-words.ts';
import { printedPrice } from './printed-price.ts';

type Frozen = { termsSha256: string; termsJson: string; createdAt: Instant };
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The amendment as PDF/A-3a, with its change and the resulting terms attached; `positions` are the places of the two stamps. */
export const renderAmendmentPdf = (
  pdf: Pdf,
  content: AmendmentContent,
  { termsSha256, termsJson, createdAt }: Frozen,
): Promise<RenderedPdf> => {
  const document = amendmentDocument(content, termsSha256);
  return pdf.render({
    template: 'modules/amendments/documents/amendment.typ',
    data: typeset(document),
    standard: 'a-3a',
    createdAt,
    attachments: [termsAttached(termsJson, 'Avenant et conditions qui en résultent, lisibles par un programme')],
    query: document.signatureBlocks.map(({ role }) => `sig-${role}`),
  });
};

export const termsAttached = (json: string, description: string) => ({
  path: 'cadran-terms.json',
  bytes: new TextEncoder().encode(json),
  mediaType: 'application/json',
  relationship: 'data' as const,
  description,
});

const amendmentDocument = (content: AmendmentContent, termsSha256: string) => {
  const provider = content.provider as ProviderIdentity;
  const client = content.client as ClientIdentity;
  const printed = { provider: printedProvider(provider), client: printedClient(client) };
  const { before, after } = content.price;
  const form = agreementForms[formOfNumber(content.amends.number)];
  const linesChange = JSON.stringify(content.termsBefore.price) !== JSON.stringify(content.terms.price);
  const scheduleChanges =
    linesChange || JSON.stringify(content.termsBefore.milestones) !== JSON.stringify(content.terms.milestones);
  return {
    demo: content.isDemo,
    title: capital(amendmentName(content)),
    number: content.number,
    issuedOn: content.issuedOn,
    validUntil: content.validUntil,
    subtitle: `au ${form.name.fr.toLowerCase()} n°\u00a0${content.amends.number}`,
    amends: { ...content.amends, name: agreementName(content.amends.number), called: form.the.fr },
    subject: content.subject,
    reason: content.reason,
    ...printed,
    changes: changesInWords(content),
    articles: content.articles.map((article) => ({ ...article, blocks: namedReferences(article.blocks, content.references) })),
    price: {
      moved: after.grossCents !== before.grossCents,
      taxed: content.terms.price.vat.regime === 'real',
      rows: [
        ['Total jusqu’ici', before.netCents, before.vatCents, before.grossCents],
        ['Total désormais', after.netCents, after.vatCents, after.grossCents],
        ['Différence', after.netCents - before.netCents, after.vatCents - before.vatCents, after.grossCents - before.grossCents],
      ],
    },
    newPrice: linesChange ? printedPrice(content.terms) : null,
    newSchedule: scheduleChanges && content.terms.milestones.length ? printedSchedule(content.terms) : null,
    effect: effectWords(content),
    signatureBlocks: [
      {
        role: 'provider',
        heading: 'Le prestataire',
        partyName: printed.provider.name,
        signatoryName: provider.name,
        signatoryTitle: null,
      },
      {
        role: 'client',
        heading: 'Le client',
        partyName: printed.client.name,
        signatoryName: client.signatory.name,
        signatoryTitle: client.signatory.role,
      },
      ...otherSignatureBlocks(content.signatories ?? [], { client: printed.client.name, provider: printed.provider.name }),
    ],
    termsSha256,
  };
};

const printedSchedule = (terms: Terms) => {
  const amounts = milestoneAmounts(terms);
  return terms.milestones.map((milestone) => ({
    label: milestone.label,
    trigger: triggerWords(milestone),
    percent: milestone.sharePercent,
    amountCents: amounts.get(milestone.id)!,
  }));
};
