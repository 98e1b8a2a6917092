import { Copy, MoreHorizontal, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton, Link, Menu, Notice, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { Instant } from '../../../shared/time.ts';
import type { QuoteFinding } from '../index.ts';
import { CopyDialog } from './copy-dialog.tsx';
import { messages } from './messages.ts';
import { SavedElsewhere } from './saved-elsewhere.tsx';
import { SendQuote } from './send-quote.tsx';
import type { QuoteDetail } from './shapes.ts';
import { labels } from './term-labels.ts';
import type { DraftEditor } from './use-draft.ts';

/** The client, the title, what is saved, undo, and the one thing to do. */
export const EditorHead = ({
  quote,
  editor,
  clientName,
  onFinding,
}: {
  quote: QuoteDetail;
  editor: DraftEditor;
  clientName: string;
  onFinding: (finding: QuoteFinding) => void;
}) => {
  const t = useMessages(messages);
  const label = useMessages(labels);
  const [copying, setCopying] = useState(false);
  const { state, set, undo } = editor;
  return (
    <header className="flex flex-col gap-3 border-b border-line px-5 py-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-60 flex-1 flex-col gap-1 md:max-w-xl">
          <Link
            to={`/dossiers/${quote.dossierId}`}
            className="self-start text-sm text-ink-soft no-underline hover:text-ink hover:underline"
          >
            {clientName || t('client')}
          </Link>
          <h1 className="sr-only">{state.content.title}</h1>
          <TextField
            label={label('title')}
            labelHidden
            value={state.content.title}
            onChange={(title) => set('title', title)}
            maxLength={200}
            error={state.content.title.trim() ? null : t('titleEmpty')}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <SavingWords editor={editor} />
          {state.past.length > 0 && (
            <Button variant="quiet" onPress={undo} aria-label={t('undoWhat')} aria-keyshortcuts="Control+Z">
              <Undo2 size={16} aria-hidden />
              {t('undo')}
            </Button>
          )}
          <Menu
            label={t('more')}
            trigger={
              <IconButton label={t('more')}>
                <MoreHorizontal size={18} aria-hidden />
              </IconButton>
            }
            entries={[
              { id: 'copy', label: t('copyFrom'), icon: <Copy size={16} aria-hidden />, onSelect: () => setCopying(true) },
            ]}
          />
          <SendQuote quoteId={quote.id} form={quote.form} clientId={quote.clientId} flush={editor.flush} onFinding={onFinding} />
        </div>
      </div>
      <SavedElsewhere editor={editor} />
      {state.saving.kind === 'failed' && <Notice tone="bad">{t('saveFailed', { why: state.saving.message })}</Notice>}
      {copying && <CopyDialog quoteId={quote.id} onClose={() => setCopying(false)} onUndo={undo} />}
    </header>
  );
};

const SavingWords = ({ editor: { state } }: { editor: DraftEditor }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const words =
    state.saving.kind === 'sending'
      ? t('saving')
      : state.content !== state.kept
        ? t('notSaved')
        : state.keptAt
          ? t('savedAt', { time: format.time(new Date(state.keptAt).toISOString() as Instant) })
          : t('saved');
  return (
    <span role="status" className="text-xs text-ink-soft tabular-nums">
      {words}
    </span>
  );
};
