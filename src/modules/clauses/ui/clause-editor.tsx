import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiError, request, useCommand, type Answer } from '../../../web/api/client.ts';
import { Button, ComboBox, Notice, Section, StateLabel, TextField, TwoPane } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { labelOf, termPaths } from '../../contracts/index.ts';
import type { DocumentPart } from '../domain/prose.ts';
import { ClauseFields } from './clause-fields.tsx';
import { RedlineView } from './compare-versions.tsx';
import type { ClauseDetail } from './labels.tsx';
import { messages } from './messages.ts';
import { Sheet } from './sheet.tsx';

export type Draft = ClauseDetail['draft'];
type Preview = Answer<'post', '/clauses/preview'>;

/** Writing a clause: its text and properties on one side, how it reads and what is wrong on the other. */
export const ClauseEditor = ({ clause }: { clause: ClauseDetail }) => {
  const t = useMessages(messages);
  const { id, family } = clause.head;
  const [draft, setDraft] = useState<Draft>(clause.draft);
  const [kept, setKept] = useState({ draft: clause.draft, revision: clause.revision });
  const [theirs, setTheirs] = useState<ClauseDetail | null>(null);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(kept.draft);
  const preview = usePreview(id, family, draft);
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));

  const save = useCommand(
    () => request<{ revision: number }>('PUT', `/clauses/${id}/draft`, { revision: kept.revision, draft }),
    {
      quiet: true,
      invalidate: [['clauses']],
      done: t('saved'),
      onDone: ({ revision }) => setKept({ draft, revision }),
    },
  );
  // Someone else saved first: what they wrote is fetched and shown beside, and nothing typed here is lost.
  const isConflict = save.error instanceof ApiError && save.error.code === 'text_changed_elsewhere';
  useEffect(() => {
    if (isConflict) void request<ClauseDetail>('GET', `/clauses/${id}`).then(setTheirs);
  }, [isConflict, id]);
  const settle = (chosen: Draft) => {
    if (!theirs) return;
    setDraft(chosen);
    setKept({ draft: theirs.draft, revision: theirs.revision });
    setTheirs(null);
    save.reset();
  };

  return (
    <TwoPane
      even
      left={
        <>
          {theirs && (
            <Notice tone="caution">
              <div className="flex flex-col gap-3">
                <p>{t('conflict')}</p>
                <RedlineView before={theirs.draft.body} after={draft.body} />
                <div className="flex flex-wrap gap-3">
                  <Button onPress={() => settle(theirs.draft)}>{t('takeTheirs')}</Button>
                  <Button onPress={() => settle(draft)}>{t('keepMine')}</Button>
                </div>
              </div>
            </Notice>
          )}
          {save.error && !isConflict && <Notice tone="bad">{save.error.message}</Notice>}
          <TextField label={t('name')} value={draft.title} onChange={(title) => set({ title })} />
          <TextField label={t('summary')} value={draft.summary} onChange={(summary) => set({ summary })} />
          <BodyField body={draft.body} onChange={(body) => set({ body })} />
          <ClauseFields draft={draft} set={set} ownId={id} />
          <div>
            <Button
              variant="primary"
              isPending={save.isPending}
              onPress={() => save.mutate()}
              {...(isDirty ? {} : { whyDisabled: t('nothingChanged') })}
            >
              {t('save')}
            </Button>
          </div>
        </>
      }
      right={<PreviewSide preview={preview} />}
    />
  );
};

const BodyField = ({ body, onChange }: { body: string; onChange: (body: string) => void }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const terms = useMemo(
    () =>
      [...termPaths]
        .filter((path) => ![...termPaths].some((other) => other.startsWith(`${path}.`)))
        .map((path) => ({ value: path, label: `${labelOf(path)[language]} (${path})` })),
    [language],
  );
  const insert = (path: string | null) => {
    if (!path) return;
    const area = place.current?.querySelector('textarea');
    const at = area?.selectionStart ?? body.length;
    onChange(`${body.slice(0, at)}{% $terms.${path} %}${body.slice(area?.selectionEnd ?? at)}`);
    area?.focus();
  };
  return (
    <div ref={place} className="flex flex-col gap-3">
      <TextField label={t('text')} hint={t('textHint')} lines={18} value={body} onChange={onChange} spellCheck="true" />
      <ComboBox label={t('insertTerm')} hint={t('insertTermHint')} options={terms} value={null} onChange={insert} />
    </div>
  );
};

/** Asked again a moment after each change; the last good reading stays in sight meanwhile. */
const usePreview = (id: string, family: ClauseDetail['head']['family'], draft: Draft) => {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      request<Preview>('POST', '/clauses/preview', { id, family, draft }, { signal: abort.signal }).then(
        (next) => setPreview((last) => ({ ...next, parts: next.faults.length > 0 ? (last?.parts ?? []) : next.parts })),
        () => undefined,
      );
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [id, family, draft]);
  return preview;
};

const PreviewSide = ({ preview }: { preview: Preview | null }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  if (!preview) return null;
  const asked = [...new Set(preview.reads.map((path) => labelOf(path)[language]))];
  return (
    <Section title={t('preview')}>
      {preview.faults.length > 0 && (
        <Notice tone="bad">
          <p className="font-medium">{t('faults', { count: preview.faults.length })}</p>
          <ul className="mt-1 flex flex-col gap-1">
            {preview.faults.map((fault) => (
              <li key={`${fault.line} ${fault.fr}`}>
                <span className="font-medium">{fault.line === null ? t('inProperties') : t('line', { line: fault.line })}</span>
                {` : ${fault[language]}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="text-xs text-ink-soft">{t('previewLead')}</p>
      <Sheet parts={preview.parts as unknown as DocumentPart[]} />
      <p className="text-sm text-ink-soft">{asked.length ? t('asks', { terms: asked.join(', ') }) : t('asksNothing')}</p>
      {preview.examples.length > 0 && (
        <ul aria-label={t('examples')} className="flex flex-col gap-1 text-sm">
          {preview.examples.map(({ title, missing, unwanted }) => (
            <li key={title} className="flex flex-wrap gap-x-3 [&_span]:whitespace-normal">
              <span>{title}</span>
              {missing.length + unwanted.length === 0 ? (
                <StateLabel tone="good">{t('exampleHolds')}</StateLabel>
              ) : (
                <StateLabel tone="bad">{t('exampleFails', { words: [...missing, ...unwanted].join(' ; ') })}</StateLabel>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
