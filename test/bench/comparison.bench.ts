import { canonicalTerms } from '../../src/demo/canonical-terms.ts';
import { type Article, type DocumentPart, selectionOfForm } from '../../src/modules/clauses/index.ts';
import { builtInCatalog, composeDocument } from '../../src/modules/clauses/queries.ts';
import { compareContents } from '../../src/modules/negotiation/index.ts';
import { termWords } from '../../src/modules/negotiation/queries.ts';
import { machine, spread } from './bench-database.ts';

// How long two twenty-page versions take to compare when every clause of the second was rewritten: the worst case.
//   node test/bench/comparison.bench.ts [COUNT]

const count = Number(process.argv[2] ?? 60);
const catalog = builtInCatalog();
const variables = {
  terms: canonicalTerms,
  number: 'DEV-2026-0001',
  provider: { name: 'Camille Durand', legalForm: 'EI' },
  client: { name: 'Ateliers Martin' },
  document: { form: 'devis', title: 'Prospection', issuedOn: '2026-02-02', validUntil: '2026-02-27' },
};
const { parts, articles } = composeDocument(catalog, selectionOfForm(catalog, 'devis'), variables);

const wordsIn = (value: unknown): number =>
  typeof value === 'string'
    ? value.split(/\s+/).length
    : value && typeof value === 'object'
      ? Object.values(value).reduce<number>((sum, inner) => sum + wordsIn(inner), 0)
      : 0;
// A page of ours holds some 480 words; the document is repeated under other ids until it is twenty pages long.
const wordsOfTwentyPages = 20 * 480;
const repeated = (part: DocumentPart, times: number): DocumentPart => ({
  ...part,
  articles: Array.from({ length: times }, (_, index) =>
    part.articles.map((article) => renamed(article, `${article.id}-${index}`)),
  ).flat(),
});
const renamed = (article: Article, id: string): Article => ({
  ...article,
  id,
  ...(article.articles ? { articles: article.articles.map((inner) => renamed(inner, `${id}-${inner.id}`)) } : {}),
});
const times = Math.ceil(wordsOfTwentyPages / wordsIn(parts.map((part) => part.articles)));
const before = parts.map((part) => repeated(part, times));

/** Every paragraph loses a word, gains another and a sentence. */
const rewritten = <Value>(value: Value): Value => {
  if (Array.isArray(value)) return value.map(rewritten) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Record<string, unknown>;
  if (node['kind'] === 'text')
    return {
      ...node,
      text: String(node['text'])
        .replace(/\b(le|la|les|un|une)\b/, 'chaque')
        .replace(/\.$/, '. Les Parties en conviennent par écrit.'),
    } as Value;
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, rewritten(inner)])) as Value;
};
const after = rewritten(before);

const durations: number[] = [];
for (let index = 0; index < count; index += 1) {
  const start = performance.now();
  compareContents(
    { terms: canonicalTerms, parts: before, articles },
    { terms: canonicalTerms, parts: after, articles },
    termWords,
  );
  durations.push(performance.now() - start);
}
const warm = durations.slice(Math.min(10, count >> 1)).sort((a, b) => a - b);
console.log(
  JSON.stringify({
    name: 'comparison of two 20-page versions, every clause rewritten',
    unit: 'ms',
    ...spread(warm),
    clauses: before.reduce((sum, part) => sum + part.articles.length, 0),
    ...machine(),
  }),
);
