import { type Pdf, typeset } from '../../../platform/pdf/index.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { DocumentPart } from '../../clauses/index.ts';
import { agreementName, type ContractContent } from '../../contracts/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import { printedClient, printedProvider } from '../../parties/queries.ts';

type Extract = {
  content: ContractContent;
  termsSha256: string;
  parts: readonly DocumentPart[];
  annex: DocumentPart;
  sentAt: Instant;
};

/** One annex of a sent document on its own pages, PDF/A-3a: for the person who reads only that one (GDPR article 28, for a DPO). */
export const renderAnnex = async (
  pdf: Pdf,
  { content, termsSha256, parts, annex, sentAt }: Extract,
): Promise<{ bytes: Uint8Array; name: string }> => {
  const { bytes } = await pdf.render({
    template: 'modules/quotes/documents/annex.typ',
    data: typeset({
      demo: content.isDemo,
      agreement: agreementName(content.number, 'fr'),
      issuedOn: content.issuedOn satisfies CivilDate,
      subject: content.title,
      provider: printedProvider(content.provider as ProviderIdentity),
      client: printedClient(content.client as ClientIdentity),
      parts,
      annex,
      termsSha256,
    }),
    standard: 'a-3a',
    createdAt: sentAt,
    attachments: [],
    query: [],
  });
  return { bytes, name: `${content.number}-${annex.id}.pdf` };
};
