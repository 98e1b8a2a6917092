import type { Tx } from '../../../platform/db/index.ts';
import { frenchMoney, frenchNumber } from '../../../shared/french.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { triggerWords } from '../../clauses/queries.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { printedClient, printedProvider } from '../../parties/queries.ts';
import { type Quote } from '../../quotes/index.ts';
import { composedQuote } from '../../quotes/queries.ts';
import type { AuditedDocument, AuditedKind, AuditedSection } from '../domain/audited-document.ts';
import { sectionsOfParts } from './prose-text.ts';

type Printed = ReturnType<typeof printedClient>;
const who = (role: string, { name, legalForm, addressLines, siret, representedBy }: Printed) =>
  [`${role}\u00a0: ${name}`, legalForm, addressLines.join(', '), siret && `SIRET ${siret}`, representedBy]
    .filter(Boolean)
    .join(', ');

/** The pages that stand before the articles: who, for how much, paid when. */
const faceOf = (provider: Printed, client: Printed, draft: DraftTerms): AuditedSection[] => [
  {
    number: null,
    heading: 'Parties',
    paragraphs: [{ text: who('Le Prestataire', provider) }, { text: who('Le Client', client) }],
  },
  {
    number: null,
    heading: 'Prix',
    paragraphs: (draft.price?.lines ?? []).flatMap((line) =>
      line?.label == null
        ? []
        : [
            {
              text: `${line.label}\u00a0: ${frenchNumber(Number(line.quantity ?? 1))} × ${line.unitPriceCents == null ? 'à renseigner' : `${frenchMoney(line.unitPriceCents as Cents)} HT`}`,
            },
          ],
    ),
  },
  {
    number: null,
    heading: 'Échéancier',
    paragraphs: (draft.milestones ?? []).flatMap((milestone) =>
      milestone?.label == null || milestone.trigger?.on == null
        ? []
        : [{ text: `${milestone.label}, ${triggerWords(milestone as never)}\u00a0: ${milestone.sharePercent ?? 0} %` }],
    ),
  },
];

/** One of our quotes, exact: its words as they are signed, its terms, and the clauses behind them. */
export const documentOfQuote = async (tx: Tx, quote: Quote, draft: DraftTerms = quote.draft): Promise<AuditedDocument> => {
  const { parts, articles, clauses, catalog, provider, client } = await composedQuote(tx, quote, draft);
  const content = quote.frozen?.content;
  const terms = (content?.terms as DraftTerms | undefined) ?? draft;
  return {
    id: quote.id,
    title: quote.frozen ? `${quote.title} (${quote.frozen.number})` : quote.title,
    kind: quote.form as AuditedKind,
    origin: 'own',
    sections: [...faceOf(printedProvider(provider), printedClient(client), terms), ...sectionsOfParts(parts)],
    terms,
    articles,
    clauses: clauses.map(({ id, version }) => {
      const used = catalog.clause(id, version) ?? catalog.clause(id);
      return {
        id,
        title: used?.title ?? id,
        version,
        newest: catalog.clause(id)?.version ?? version,
        reviewBefore: (used?.reviewBefore as CivilDate | undefined) ?? null,
        reviewed: Boolean(used?.review),
      };
    }),
    generalTermsEdition: content?.generalTerms?.edition,
    date: content?.issuedOn ?? civilDateOf(tx.now),
  };
};
