import { useEffect, useRef, useState } from 'react';
import { ApiError, request } from '../../../web/api/client.ts';
import { Notice, Skeleton } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { DocumentPart } from '../../clauses/index.ts';
import { articleFor } from './draft-path.ts';
import type { QuoteFinding } from '../index.ts';
import { useEditing } from './editing.tsx';
import { messages } from './messages.ts';
import { anchorOf, Articles } from '../../clauses/screens.ts';
import { QuoteFace } from './quote-face.tsx';

export type Preview = {
  parts: DocumentPart[];
  articles: Record<string, string>;
  /** What the clauses of this draft ask, and what is wrong in them. */ asked: string[];
  findings: QuoteFinding[];
};

/** The articles of the draft as they would read now, asked again a moment after each change. */
const usePreview = (quoteId: string, onPreview?: (preview: Preview) => void) => {
  const { draft } = useEditing().content;
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const first = useRef(true);
  const told = useRef(onPreview);
  told.current = onPreview;
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        first.current = false;
        request<Preview>('POST', `/quotes/${quoteId}/preview`, { draft }, { signal: abort.signal }).then(
          (next) => {
            setPreview(next);
            told.current?.(next);
            setError(null);
          },
          (cause: unknown) => {
            if (!abort.signal.aborted) setError(cause instanceof ApiError ? cause.message : String(cause));
          },
        );
      },
      first.current ? 0 : 500,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [quoteId, draft]);
  return { preview, error };
};

/** The contract as it will be signed, beside the form. It follows the field in use to the article that words it. */
export const PreviewPane = ({
  quoteId,
  clientName,
  looked,
  onPreview,
  follows = true,
}: {
  quoteId: string;
  clientName: string;
  looked: string | null;
  onPreview?: (preview: Preview) => void;
  /** False where no form stands beside it. */ follows?: boolean;
}) => {
  const t = useMessages(messages);
  const { preview, error } = usePreview(quoteId, onPreview);
  const sheet = useRef<HTMLDivElement>(null);
  const lit = looked && preview ? (articleFor(looked, preview.articles) ?? null) : null;
  useEffect(() => {
    if (!lit || !sheet.current) return;
    const article = sheet.current.querySelector<HTMLElement>(`#${CSS.escape(anchorOf(lit))}`);
    const pane = sheet.current.closest('section[aria-label]');
    // Only the preview's own pane moves: on a phone the reader stays where they type.
    if (article && pane && pane.scrollHeight > pane.clientHeight + 4)
      pane.scrollTo({
        top: article.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop - 72,
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
      });
  }, [lit]);
  return (
    <div className="flex flex-col gap-3">
      {follows && <p className="text-xs text-ink-soft">{lit ? t('previewLit', { number: lit }) : t('previewLead')}</p>}
      {error && <Notice tone="caution">{error}</Notice>}
      <div
        ref={sheet}
        lang="fr"
        className="prose-document rounded-md border border-line bg-surface px-6 py-7 text-[0.95rem]! shadow-raised"
      >
        <QuoteFace clientName={clientName} />
        {preview ? (
          <Articles parts={preview.parts} lit={lit} looked={looked} />
        ) : (
          !error && <Skeleton lines={12} className="mt-8" />
        )}
      </div>
    </div>
  );
};
