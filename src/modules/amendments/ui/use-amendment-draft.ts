import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { request } from '../../../web/api/client.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { ClauseOperation, DraftTerms } from '../../contracts/index.ts';
import type { AmendmentDetail } from './shapes.ts';

export type DraftContent = {
  subject: string;
  reason: string;
  effectiveAt: Instant | null;
  validUntil: CivilDate | null;
  draft: DraftTerms;
  clauses: ClauseOperation[];
};
type Saving = { kind: 'saved' | 'waiting' | 'sending' } | { kind: 'failed'; message: string };

const afterTyping = 700;
export const contentOf = ({ subject, reason, effectiveAt, validUntil, draft, clauses }: AmendmentDetail): DraftContent => ({
  subject,
  reason,
  effectiveAt: effectiveAt as Instant | null,
  validUntil: validUntil as CivilDate | null,
  draft: draft as DraftTerms,
  clauses: clauses?.operations ?? [],
});

/** The draft on screen, saved by itself a moment after the last key; what it would change is read again after each save. */
export const useAmendmentDraft = (amendment: AmendmentDetail) => {
  const queries = useQueryClient();
  const [content, setContent] = useState(() => contentOf(amendment));
  const [saving, setSaving] = useState<Saving>({ kind: 'saved' });
  const revision = useRef(amendment.revision);
  const latest = useRef(content);
  latest.current = content;
  const inFlight = useRef<Promise<void> | null>(null);

  const save = useCallback(async (): Promise<void> => {
    await inFlight.current?.catch(() => undefined);
    setSaving({ kind: 'sending' });
    const sent = latest.current;
    inFlight.current = request<{ revision: number }>('PUT', `/amendments/${amendment.id}/draft`, {
      ...sent,
      revision: revision.current,
    }).then(async (kept) => {
      revision.current = kept.revision;
      setSaving({ kind: latest.current === sent ? 'saved' : 'waiting' });
      await queries.invalidateQueries({ queryKey: ['amendments', amendment.id] });
      await queries.invalidateQueries({ queryKey: ['missions', amendment.mission.id, 'amendments'] });
    });
    try {
      await inFlight.current;
    } catch (error) {
      setSaving({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      throw error;
    } finally {
      inFlight.current = null;
    }
  }, [amendment.id, amendment.mission.id, queries]);

  useEffect(() => {
    if (saving.kind !== 'waiting') return;
    const timer = setTimeout(() => void save().catch(() => undefined), afterTyping);
    return () => clearTimeout(timer);
  }, [content, saving.kind, save]);

  const change = useCallback((next: (before: DraftContent) => DraftContent) => {
    setContent(next);
    setSaving({ kind: 'waiting' });
  }, []);
  const changeTerms = useCallback(
    (next: (terms: DraftTerms) => DraftTerms) => change((before) => ({ ...before, draft: next(before.draft) })),
    [change],
  );
  /** Sends what is not kept yet; throws the server's sentence. */
  const flush = useCallback(async () => {
    if (saving.kind !== 'saved') await save();
  }, [save, saving.kind]);
  return { content, saving, change, changeTerms, flush };
};
