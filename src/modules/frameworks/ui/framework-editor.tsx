import { useCallback, useEffect, useMemo, useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, ConfirmDialog, DateField, Notice, PageHeader, Section, TextField } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import type { DocumentPart } from '../../clauses/index.ts';
import { Articles } from '../../clauses/screens.ts';
import { type DraftTerms, sharedHeadings, sharedPaths } from '../../contracts/index.ts';
import { TermsForm } from '../../quotes/screens.ts';
import { ClientSigners } from '../../signing/screens.ts';
import { checkFramework } from '../index.ts';
import { FrameFields } from './frame-fields.tsx';
import { messages } from './messages.ts';
import type { FrameworkView } from './shapes.ts';
import { type FrameworkTyped, useFrameworkDraft } from './use-framework-draft.ts';

/** Writing a framework: its frame, the conditions that its orders share, and the text as it will read. */
export const FrameworkEditor = ({ framework, mayAct }: { framework: FrameworkView; mayAct: boolean }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const { typed, saving, change, flush } = useFrameworkDraft(framework);
  const organisation = useRead<{ identity: { vatRegime: 'real' | 'franchise' } }>('/organisation');
  const [asked, setAsked] = useState(false);
  const parts = usePreview(framework.id, typed);
  // What clauses lack is only known to the server; what the form lacks is judged here, by the same rule.
  const findings = useMemo(
    () => [
      ...checkFramework(typed.draft, { today: framework.today, validUntil: typed.validUntil }),
      ...framework.findings.filter(({ rule }) => rule.startsWith('clause_')),
    ],
    [typed, framework.today, framework.findings],
  );
  const send = useCommand(
    async () => {
      await flush();
      return request<{ number: string }>('POST', `/frameworks/${framework.id}/sending`);
    },
    {
      invalidate: [['frameworks'], ['signature-requests'], ['dossiers']],
      done: ({ number }) => t('sent', { number }),
      quiet: true,
    },
  );
  const changeShared = useCallback(
    (next: (terms: DraftTerms) => DraftTerms) =>
      change((before) => ({ ...before, draft: { ...before.draft, shared: next(before.draft.shared) } })),
    [change],
  );
  return (
    <>
      <PageHeader
        title={typed.title}
        back={{ to: '/contrats-cadres', label: t('title') }}
        lead={saving.kind === 'failed' ? t('notSaved', { why: saving.message }) : t(saving.kind === 'saved' ? 'saved' : 'saving')}
        action={
          mayAct && (
            <Button
              variant="primary"
              onPress={() => setAsked(true)}
              whyDisabled={findings.length ? t('missingWhy', { count: findings.length }) : null}
            >
              {t('send')}
            </Button>
          )
        }
      />
      {saving.kind === 'failed' && (
        <Notice tone="bad" action={<Button onPress={() => window.location.reload()}>{t('reload')}</Button>}>
          {saving.message}
        </Notice>
      )}
      {send.error && <Notice tone="bad">{send.error.message}</Notice>}
      {findings.length > 0 && (
        <Notice tone="caution">
          <p className="font-medium">{t('missing', { count: findings.length })}</p>
          <ul className="mt-1 flex list-disc flex-col gap-0.5 pl-5">
            {findings.map((finding) => (
              <li key={finding.rule + finding.path}>{finding[language]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Section title={t('frame')}>
            <div className="flex max-w-3xl flex-col gap-6">
              <TextField
                label={t('name')}
                value={typed.title}
                onChange={(title) => change((before) => ({ ...before, title }))}
                maxLength={200}
              />
              <div className="md:max-w-72">
                <DateField
                  label={t('validUntil')}
                  value={typed.validUntil}
                  onChange={(validUntil) => change((before) => ({ ...before, validUntil }))}
                />
              </div>
              <FrameFields
                frame={typed.draft.frame}
                onChange={(frame) => change((before) => ({ ...before, draft: { ...before.draft, frame } }))}
              />
            </div>
          </Section>
          <Section title={t('shared')}>
            <p className="text-sm text-ink-soft">{t('sharedWhy')}</p>
            <TermsForm
              terms={typed.draft.shared}
              findings={[]}
              vatRegime={organisation.data?.identity.vatRegime ?? 'real'}
              asked={sharedPaths}
              shown={sharedHeadings}
              onChange={changeShared}
            />
          </Section>
          {mayAct && <ClientSigners subject={{ type: 'framework', id: framework.id }} clientId={framework.clientId} />}
        </div>
        <div className="min-w-0">
          <div
            lang="fr"
            role="region"
            aria-label={t('text')}
            tabIndex={0}
            className="prose-document sticky top-4 max-h-[85dvh] overflow-auto rounded-md border border-line bg-surface px-6 py-7"
          >
            <Articles parts={parts} lit={null} looked={null} />
          </div>
        </div>
      </div>
      <ConfirmDialog
        title={t('send')}
        isOpen={asked}
        onClose={() => setAsked(false)}
        action={t('send')}
        onConfirm={() => {
          setAsked(false);
          send.mutate();
        }}
        isPending={send.isPending}
      >
        {t('sendWhat')}
      </ConfirmDialog>
    </>
  );
};

const usePreview = (id: string, { draft }: FrameworkTyped): readonly DocumentPart[] => {
  const [parts, setParts] = useState<readonly DocumentPart[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      request<{ parts: DocumentPart[] }>('POST', `/frameworks/${id}/preview`, { draft }, { signal: abort.signal }).then(
        (preview) => setParts(preview.parts),
        () => undefined,
      );
    }, 300);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [id, draft]);
  return parts;
};
