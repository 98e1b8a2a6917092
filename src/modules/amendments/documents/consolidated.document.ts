import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import type { Article, DocumentPart } from '../../clauses/index.ts';
import { agreementName, amendmentName, type ContractContent, type Terms } from '../../contracts/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import { printedClient, printedProvider } from '../../parties/queries.ts';
import { type Consolidated, referencesOf } from '../domain/consolidate.ts';
import { termsAttached } from './amendment.document.ts';
import { momentWords } from './changes-in-words.ts';
import { printedPrice } from './printed-price.ts';

type Frozen = { at: Instant; signedOn: CivilDate; termsSha256: string; termsJson: string; createdAt: Instant };

/** The contract as its amendments leave it, under its own numbers. It binds nobody: the signed documents prevail. */
export const renderConsolidatedPdf = (
  pdf: Pdf,
  content: ContractContent,
  state: Consolidated,
  { at, signedOn, termsSha256, termsJson, createdAt }: Frozen,
): Promise<RenderedPdf> =>
  pdf.render({
    template: 'modules/amendments/documents/consolidated.typ',
    data: typeset({
      demo: content.isDemo,
      number: content.number,
      name: agreementName(content.number),
      subject: content.title,
      on: civilDateOf(at),
      signedOn,
      provider: printedProvider(content.provider as ProviderIdentity),
      client: printedClient(content.client as ClientIdentity),
      amendments: content.amendments!.map((amendment) => ({
        name: amendmentName(amendment),
        number: amendment.number,
        from: momentWords(amendment.rulesFrom),
        articles: amendment.articles,
      })),
      headings: content.form === undefined ? devisHeadings(content.terms) : [],
      price: printedPrice(content.terms),
      parts: state.parts.map((part) => marked(part, content)),
      references: referencesOf(state.parts),
      termsSha256,
    }),
    standard: 'a-3a',
    createdAt,
    attachments: [termsAttached(termsJson, 'Conditions en vigueur, lisibles par un programme')],
  });

/** What a devis says of the mission before its articles, as it now stands. */
const devisHeadings = ({ scope }: Terms) => [
  { title: 'Contexte', text: scope.context, items: [] },
  { title: 'Objectifs', text: null, items: scope.objectives },
  { title: 'Périmètre inclus', text: null, items: scope.included },
  { title: 'Hors périmètre', text: null, items: scope.excluded },
  { title: 'Livrables', text: null, items: scope.deliverables },
];

/** Beside each article whose words are an amendment’s, which one and since when. */
const marked = (part: DocumentPart, content: ContractContent): DocumentPart => {
  const markedArticle = (article: Article): Article => {
    const amendment = content.amendments!.findLast(({ articles }) => articles.includes(article.number));
    const children = article.articles?.map(markedArticle);
    return {
      ...article,
      ...(children ? { articles: children } : {}),
      blocks: amendment
        ? [
            {
              kind: 'note',
              prose: [
                {
                  kind: 'text',
                  text: `Rédaction de l’${amendmentName(amendment)}, ${momentWords(amendment.rulesFrom).replace(/^le /, 'depuis le ')}.`,
                },
              ],
            },
            ...article.blocks,
          ]
        : article.blocks,
    };
  };
  return { ...part, articles: part.articles.map(markedArticle) };
};
