import type { Article, Block, DocumentPart } from '../../clauses/index.ts';
import type { ContractDocument, SummaryLine } from '../../clauses/queries.ts';
import { articleOf, type ContractContent, type Terms } from '../../contracts/index.ts';
import { printedPrecedence } from '../../frameworks/queries.ts';
import { formOf, type QuoteForm } from '../domain/forms.ts';
import type { quoteSummary } from './quote-summary.ts';

type Headings = ContractDocument['headings'];

/** What each form prints of the quote's own headings: a contract states some as recitals, a letter says them in its articles. */
export const headingsByForm: Record<QuoteForm, (headings: Headings) => Headings> = {
  devis: (headings) => headings,
  contrat: () => [],
  'lettre-de-mission': () => [],
  'bon-de-commande': (headings) => headings.filter(({ id }) => ['h-objectifs', 'h-livrables'].includes(id)),
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', prose: [{ kind: 'text', text }] });

/** Why the parties meet, before what they agree. */
export const recitalsOf = ({ scope }: Terms): Block[] => [
  paragraph(scope.context),
  paragraph('Le Client poursuit ainsi les objectifs suivants\u00a0:'),
  { kind: 'list', items: scope.objectives.map((objective) => [paragraph(objective)]) },
  paragraph('Le Prestataire déclare disposer des moyens et du savoir-faire que cette mission demande.'),
];

const itself: Record<QuoteForm, string> = {
  devis: 'Présent devis et ses conditions particulières',
  contrat: 'Présent contrat et ses conditions particulières',
  'lettre-de-mission': 'Présente lettre de mission',
  'bon-de-commande': 'Présente commande et ses conditions particulières',
};

/** What prevails when two documents disagree: as the framework ranks them, else the usual order. */
export const precedenceOf = ({ form, framework }: Pick<ContractContent, 'form' | 'framework'>): string[] =>
  framework
    ? printedPrecedence(framework.prevails ?? 'order', { itself: 'order', number: framework.number })
    : ['Avenants signés', itself[formOf({ form })], 'Annexes', 'Conditions générales'];

/** Each line of the summary cites the article of this document: a form that words it elsewhere cites it there. */
export const citing = (
  summary: ReturnType<typeof quoteSummary>,
  articles: ContractContent['articles'],
  parts: readonly DocumentPart[],
  headings: Headings,
): SummaryLine[] => {
  const idsOf = (article: Article): string[] => [article.id, ...(article.articles ?? []).flatMap(idsOf)];
  const known = new Set([...headings.map(({ id }) => id), ...parts.flatMap((part) => part.articles.flatMap(idsOf))]);
  return summary.map(({ clauseId, path, ...line }) => {
    if (clauseId && known.has(clauseId)) return { ...line, clauseId };
    const article = articleOf(articles, path);
    return article ? { ...line, article } : line;
  });
};
