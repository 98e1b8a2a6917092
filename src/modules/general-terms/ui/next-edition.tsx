import { useEffect, useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, ConfirmDialog, Notice, Section, Tabs, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { DocumentPart } from '../../clauses/index.ts';
import { Articles } from '../../clauses/screens.ts';
import { type DraftTerms, sharedHeadings, sharedPaths } from '../../contracts/index.ts';
import { TermsForm } from '../../quotes/screens.ts';
import type { GeneralTermsView } from './general-terms.page.tsx';
import { messages } from './messages.ts';

type Organisation = { identity: { vatRegime: 'real' | 'franchise' } };

/** The next edition being prepared: its values, its text as it will read, and what changes in it. */
export const NextEdition = ({ view, onDone }: { view: GeneralTermsView; onDone: () => void }) => {
  const t = useMessages(messages);
  const after = view.editions[0]?.edition ?? 0;
  const edition = after + 1;
  const [draft, setDraft] = useState<DraftTerms>(view.next);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const organisation = useRead<Organisation>('/organisation');
  const parts = usePreview(draft);
  const publish = useCommand(() => request<{ edition: number }>('POST', '/general-terms', { draft, note, after }), {
    invalidate: [['general-terms']],
    done: (published) => t('published', { edition: published.edition }),
    onDone,
    quiet: true,
  });
  return (
    <Section title={t('values', { edition })} aside={<Button onPress={onDone}>{t('close')}</Button>}>
      <p className="text-sm text-ink-soft">{t('valuesWhy')}</p>
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <TermsForm
          terms={draft}
          findings={[]}
          vatRegime={organisation.data?.identity.vatRegime ?? 'real'}
          asked={sharedPaths}
          shown={sharedHeadings}
          onChange={setDraft}
        />
        <Tabs
          label={t('text')}
          tabs={[
            {
              id: 'text',
              title: t('text'),
              content: (
                <div
                  lang="fr"
                  role="region"
                  aria-label={t('text')}
                  tabIndex={0}
                  className="prose-document max-h-[70dvh] overflow-auto rounded-md border border-line bg-surface px-5 py-5"
                >
                  <Articles parts={parts} lit={null} looked={null} />
                </div>
              ),
            },
          ]}
        />
      </div>
      <div className="flex max-w-2xl flex-col gap-4">
        <TextField label={t('note')} hint={t('noteHint')} value={note} onChange={setNote} maxLength={500} />
        {publish.error && <Notice tone="bad">{publish.error.message}</Notice>}
        <span>
          <Button variant="primary" onPress={() => setAsked(true)} whyDisabled={note.trim() ? null : t('noteMissing')}>
            {t('publish', { edition })}
          </Button>
        </span>
      </div>
      <ConfirmDialog
        title={t('publish', { edition })}
        isOpen={asked}
        onClose={() => setAsked(false)}
        action={t('publish', { edition })}
        onConfirm={() => {
          setAsked(false);
          publish.mutate();
        }}
        isPending={publish.isPending}
      >
        {t('publishWhat')}
      </ConfirmDialog>
    </Section>
  );
};

/** The articles as they would read, asked again a moment after the last change. */
const usePreview = (draft: DraftTerms): readonly DocumentPart[] => {
  const [parts, setParts] = useState<readonly DocumentPart[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      request<{ parts: DocumentPart[] }>('POST', '/general-terms/preview', { draft }, { signal: abort.signal }).then(
        (preview) => setParts(preview.parts),
        () => undefined,
      );
    }, 300);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [draft]);
  return parts;
};
