export { termWords } from './documents/term-words.ts';
