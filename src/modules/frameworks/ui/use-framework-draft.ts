import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { request } from '../../../web/api/client.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { FrameworkDraft } from '../index.ts';
import type { FrameworkView } from './shapes.ts';

export type FrameworkTyped = { title: string; validUntil: CivilDate | null; draft: FrameworkDraft };
type Saving = { kind: 'saved' | 'waiting' | 'sending' } | { kind: 'failed'; message: string };
const afterTyping = 700;

/** The framework on screen, saved by itself a moment after the last key; a refused save keeps what was typed and says why. */
export const useFrameworkDraft = ({ id, title, validUntil, draft, selection, revision }: FrameworkView) => {
  const queries = useQueryClient();
  const [typed, setTyped] = useState<FrameworkTyped>({ title, validUntil, draft });
  const [saving, setSaving] = useState<Saving>({ kind: 'saved' });
  const kept = useRef(revision);
  const latest = useRef(typed);
  latest.current = typed;
  const inFlight = useRef<Promise<void> | null>(null);

  const save = useCallback(async (): Promise<void> => {
    await inFlight.current?.catch(() => undefined);
    setSaving({ kind: 'sending' });
    const sent = latest.current;
    inFlight.current = request<{ revision: number }>('PUT', `/frameworks/${id}/draft`, {
      ...sent,
      title: sent.title.trim() || title,
      selection,
      revision: kept.current,
    }).then(async (answer) => {
      kept.current = answer.revision;
      setSaving({ kind: latest.current === sent ? 'saved' : 'waiting' });
      await queries.invalidateQueries({ queryKey: ['frameworks'] });
    });
    try {
      await inFlight.current;
    } catch (error) {
      setSaving({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      throw error;
    } finally {
      inFlight.current = null;
    }
  }, [id, title, selection, queries]);

  useEffect(() => {
    if (saving.kind !== 'waiting') return;
    const timer = setTimeout(() => void save().catch(() => undefined), afterTyping);
    return () => clearTimeout(timer);
  }, [typed, saving.kind, save]);

  const change = useCallback((next: (before: FrameworkTyped) => FrameworkTyped) => {
    setTyped(next);
    setSaving({ kind: 'waiting' });
  }, []);
  /** Sends what is not kept yet; throws the server's sentence. */
  const flush = useCallback(async () => {
    if (saving.kind !== 'saved') await save();
  }, [save, saving.kind]);
  return { typed, saving, change, flush };
};
