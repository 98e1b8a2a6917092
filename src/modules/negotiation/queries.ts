export { englishLabel, englishTermWords } from './documents/english-term-words.ts';
export { articleSentences } from './documents/article-sentences.ts';
export { rewriteClause } from './documents/rewrite-clause.ts';
export { termWords } from './documents/term-words.ts';
