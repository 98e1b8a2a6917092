import type { Tx } from '../../../platform/db/index.ts';
import { type JournalEntry, journalEntries } from '../../../platform/journal/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { DossierId } from '../../../shared/ids.ts';
import { kindOfFact } from '../domain/fact-kinds.ts';
import { searchWords, snippetOf } from '../domain/search-words.ts';
import { wordsFound } from '../db/words.store.ts';
import { readNewWords } from './index-dossier.ts';

const shown = 60;

const entryOf = (facts: readonly JournalEntry[], seq: string) => {
  const fact = facts.find((one) => String(one.seq) === seq);
  return fact && { ...fact, kind: kindOfFact(fact.type) };
};

/** What the dossier holds on these words: documents, exchanges and facts, newest first, with the place where each says them. */
export const searchDossier = async (tx: Tx, actor: Actor, dossierId: DossierId, question: string) => {
  const words = searchWords(question);
  if (words.length === 0) return { ok: true as const, words, results: [] };
  await readNewWords(tx, dossierId);
  const found = await wordsFound(tx, dossierId, words, shown);
  const facts = await journalEntries(
    tx,
    dossierId,
    found.filter(({ source }) => source === 'fact').map(({ sourceId }) => Number(sourceId)),
  );
  return {
    ok: true as const,
    words,
    results: found
      // The client is not shown the mails that the prestataire received.
      .filter(({ source }) => actor.kind === 'member' || source !== 'mail')
      .map(({ source, sourceId, at, title, body }) => ({
        source,
        sourceId,
        at,
        title,
        snippet: [...snippetOf(body || title, words)],
        entry: (source === 'fact' && entryOf(facts, sourceId)) || null,
      })),
  };
};
