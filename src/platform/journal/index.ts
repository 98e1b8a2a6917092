export { type Envelope, type Fact, onFact, type Reaction } from './reaction.ts';
export { type RecordFacts, recordFacts, StaleVersion } from './record-facts.ts';
export {
  dossierOfStream,
  journalCounts,
  journalEntries,
  journalPage,
  readJournal,
  readJournalAfter,
  streamVersion,
} from './read-journal.ts';
export { type ChainBreak, type ChainReport, entryHash, GENESIS, type JournalEntry, verifyChain } from './verify.ts';
