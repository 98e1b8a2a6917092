import { refuse } from '../../../shared/decision.ts';
import { type DraftTerms, labelOf, SharedTerms, spokenTerms } from '../../contracts/index.ts';

/** An edition may be published when it says what changes and every condition that it holds can be read. Blank conditions stay silent. */
export const mayBePublished = (draft: DraftTerms, note: string) => {
  if (!note.trim()) return refuse('note_required');
  const parsed = SharedTerms.safeParse(spokenTerms(draft));
  if (parsed.success) return { ok: true as const, defaults: parsed.data };
  const labels = [...new Set(parsed.error.issues.map((issue) => labelOf(issue.path.join('.')).fr))];
  return refuse('general_terms_incomplete', { labels });
};
