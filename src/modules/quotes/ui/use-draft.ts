import { useCallback, useEffect, useReducer, useRef } from 'react';
import { ApiError, request } from '../../../web/api/client.ts';
import { editorAfter, isDirty, opened, shouldSave, type Content, type EditorState } from './draft-state.ts';
import type { QuoteDetail } from './shapes.ts';

const afterTyping = 800;
const afterFailure = 6_000;

export const contentOf = ({ title, validUntil, draft }: QuoteDetail): Content => ({ title, validUntil, draft });
const bodyOf = ({ content, kept, revision }: EditorState) => ({
  ...content,
  title: content.title.trim() || kept.title,
  revision,
});

export type DraftEditor = {
  state: EditorState;
  set: (path: string, value: unknown) => void;
  change: (path: string, change: (content: Content) => Content) => void;
  undo: () => void;
  /** Sends what is not kept yet; resolves once the server has it, throws the server's sentence. */
  flush: () => Promise<void>;
  /** Chooses, for one place that two people changed, whose value stays. */
  settle: (path: string, take: 'mine' | 'theirs') => void;
  keepMine: () => Promise<void>;
  takeTheirs: () => Promise<void>;
};

/** The draft on screen, saved by itself a moment after the last key. What was typed is never lost to a refusal. */
export const useDraft = (quote: QuoteDetail): DraftEditor => {
  const [state, dispatch] = useReducer(editorAfter, quote, (first) => opened(contentOf(first), first.revision));
  const latest = useRef(state);
  latest.current = state;
  const path = `/quotes/${quote.id}`;

  const inFlight = useRef<Promise<void> | null>(null);
  const save = useCallback((): Promise<void> => {
    if (inFlight.current) return inFlight.current;
    const body = bodyOf(latest.current);
    dispatch({ type: 'sent' });
    inFlight.current = request<{ revision: number }>('PUT', `${path}/draft`, body)
      .then(({ revision }) => dispatch({ type: 'kept', revision, at: Date.now() }))
      .catch(async (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (!(error instanceof ApiError && error.code === 'changed_elsewhere')) {
          dispatch({ type: 'failed', message });
          throw error;
        }
        try {
          const theirs = await request<QuoteDetail>('GET', path);
          dispatch({ type: 'saved_elsewhere', theirs: contentOf(theirs), revision: theirs.revision, message });
        } catch {
          dispatch({ type: 'conflict', message });
          throw error;
        }
      })
      .finally(() => {
        inFlight.current = null;
      });
    return inFlight.current;
  }, [path]);

  const due = shouldSave(state);
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(
      () => void save().catch(() => undefined),
      state.saving.kind === 'failed' ? afterFailure : afterTyping,
    );
    return () => clearTimeout(timer);
  }, [due, state.content, state.saving.kind, save]);

  // Leaving the page within the debounce keeps the last words; closing the tab is asked about.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => isDirty(latest.current) && event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
      if (shouldSave(latest.current)) void save().catch(() => undefined);
    };
  }, [save]);

  return {
    state,
    set: useCallback((at, value) => dispatch({ type: 'set', path: at, value, at: Date.now() }), []),
    change: useCallback((at, change) => dispatch({ type: 'change', path: at, change, at: Date.now() }), []),
    undo: useCallback(() => dispatch({ type: 'undo' }), []),
    flush: async () => {
      await inFlight.current?.catch(() => undefined);
      // The state of this render may be older than the answer just received: one turn lets React apply it.
      await new Promise((resolve) => setTimeout(resolve, 0));
      for (let tries = 0; isDirty(latest.current) && tries < 3; tries += 1) {
        await save();
        await new Promise((resolve) => setTimeout(resolve, 0));
        const { saving } = latest.current;
        if (saving.kind === 'conflict') throw new Error(saving.message);
      }
    },
    settle: useCallback((at, take) => dispatch({ type: 'settle', path: at, take }), []),
    keepMine: async () => {
      const { revision } = await request<QuoteDetail>('GET', path);
      dispatch({ type: 'keep_mine', revision });
    },
    takeTheirs: async () => {
      const theirs = await request<QuoteDetail>('GET', path);
      dispatch({ type: 'take', content: contentOf(theirs), revision: theirs.revision });
    },
  };
};
