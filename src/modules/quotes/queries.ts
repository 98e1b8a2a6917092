export { quoteById, quoteList } from './db/quotes.store.ts';
