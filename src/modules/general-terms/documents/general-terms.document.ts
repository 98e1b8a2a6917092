import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { Instant } from '../../../shared/time.ts';
import type { DocumentPart } from '../../clauses/index.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import type { ProviderIdentity } from '../../parties/index.ts';
import { printedProvider } from '../../parties/queries.ts';
import type { GeneralTermsContent } from '../domain/edition.ts';

type Edition = { content: GeneralTermsContent; parts: readonly DocumentPart[]; contentSha256: string };

/** One edition of the general terms as PDF/A-3a: two columns of numbered articles, with its conditions attached. */
export const renderGeneralTerms = (
  pdf: Pdf,
  { content, parts, contentSha256 }: Edition,
  createdAt: Instant,
): Promise<RenderedPdf> =>
  pdf.render({
    template: 'modules/general-terms/documents/general-terms.typ',
    data: typeset({
      demo: content.isDemo,
      edition: content.edition,
      publishedOn: content.publishedOn,
      provider: printedProvider(content.provider as ProviderIdentity),
      parts,
      contentSha256,
    }),
    standard: 'a-3a',
    createdAt,
    attachments: [
      {
        path: 'cadran-cgv.json',
        bytes: new TextEncoder().encode(canonicalContent(content).json),
        mediaType: 'application/json',
        relationship: 'data',
        description: 'Conditions de cette édition, lisibles par un programme',
      },
    ],
    query: [],
  });
