import { readFileSync } from 'node:fs';
import type { CivilDate } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import type { AuditContext, AuditedDocument, AuditedKind } from '../domain/audited-document.ts';
import { kindOf, linesOf, sectionsOf } from '../domain/read-text.ts';

export const complete = readFileSync(new URL('../../../../test/fixtures/audit/contrat-complet.txt', import.meta.url), 'utf8');
export const today = '2026-11-23' as CivilDate;

/** What is audited, and what is known beside it. */
export type Case = { documents: AuditedDocument[]; context?: Partial<AuditContext> };

const text = (words: string, kind?: AuditedKind, title = 'Contrat'): AuditedDocument => {
  const sections = sectionsOf(linesOf(words));
  return { id: title, title, kind: kind ?? kindOf(words.split('\n')[0]!, sections), origin: 'foreign', sections };
};

/** The complete contract, where some words were replaced; each must have been there. */
export const contract = (...changes: [from: string | RegExp, to: string][]): Case => ({
  documents: [
    text(
      changes.reduce((words, [from, to]) => {
        const changed = words.replace(from, to);
        if (changed === words) throw new Error(`nothing to replace: ${from}`);
        return changed;
      }, complete),
    ),
  ],
});
export const alone = (words: string, kind: AuditedKind = 'contrat'): Case => ({ documents: [text(words, kind)] });
export const together = (...documents: [words: string, kind: AuditedKind, title: string][]): Case => ({
  documents: documents.map(([words, kind, title]) => text(words, kind, title)),
});
export const own = (change: Partial<DraftTerms>, more: Partial<AuditedDocument> = {}): Case => ({
  documents: [
    {
      id: 'own',
      title: 'Devis',
      kind: 'devis',
      origin: 'own',
      sections: [],
      terms: { ...canonicalDraft, ...change } as DraftTerms,
      ...more,
    },
  ],
});
export const given = (one: Case, context: Partial<AuditContext>): Case => ({ ...one, context });
export const aClause = {
  id: 'paiement',
  title: 'Paiement',
  version: 1,
  newest: 1,
  reviewBefore: '2027-11-22' as CivilDate,
  reviewed: true,
};

/** Texts that a rule must object to, and near misses that it must leave alone. */
export type Pair = { triggers: Case[]; nearMisses: Case[] };
