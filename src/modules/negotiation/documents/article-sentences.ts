import type { DocumentPart } from '../../clauses/index.ts';
import type { ClauseVariables } from '../../clauses/queries.ts';
import { articleNumbers, flatClauses } from '../domain/clause-passages.ts';
import { sameTypography } from '../domain/redline.ts';
import { rewritableSentences } from './rewrite-clause.ts';

/** One clause of a document, sentence by sentence, and which of them may be rewritten; null when it is not there. `body`: its text before values are written in. */
export const articleSentences = (
  parts: readonly DocumentPart[],
  { clauseId, body, variables }: { clauseId: string; body: string | null; variables: ClauseVariables },
) => {
  const numbers = articleNumbers(parts);
  const found = flatClauses(parts, numbers).find(({ id }) => id === clauseId);
  if (!found) return null;
  const sentences = body === null ? [] : rewritableSentences({ id: clauseId, body }, { variables, numbers });
  const rewritable = new Set(sentences.map(({ passageId, text }) => `${passageId} ${sameTypography(text)}`));
  return {
    number: found.number,
    title: found.title,
    part: found.part,
    passages: found.passages.map(({ id, number, title, text }) => ({
      id,
      number,
      title,
      lines: text.split(' ¶ ').map((line) => {
        const sentence = line.replace(/^– /, '');
        return { text: sentence, listed: sentence !== line, rewritable: rewritable.has(`${id} ${sameTypography(sentence)}`) };
      }),
    })),
  };
};
