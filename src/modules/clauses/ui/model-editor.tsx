import { useEffect, useState } from 'react';
import { ApiError, request, useCommand, type Answer } from '../../../web/api/client.ts';
import { Button, Notice, notify, Section, TextField, TwoPane } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import type { DocumentPart } from '../domain/prose.ts';
import type { ClauseLine, ModelDetail } from './labels.tsx';
import { messages } from './messages.ts';
import { PartEditor } from './model-part.tsx';
import { Sheet } from './sheet.tsx';

export type ModelDraft = Pick<ModelDetail['model'], 'title' | 'purpose' | 'parts'>;
type Check = Answer<'post', '/models/check'>;

/** The clauses of a model in order; what cannot stand is said at each change, before anything is saved. */
export const ModelEditor = ({
  detail,
  clauses,
  mayWrite,
}: {
  detail: ModelDetail;
  clauses: readonly ClauseLine[];
  mayWrite: boolean;
}) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const { id, form, title, purpose, parts } = detail.model;
  const [draft, setDraft] = useState<ModelDraft>({ title, purpose, parts });
  const [kept, setKept] = useState({ draft: { title, purpose, parts }, revision: detail.revision });
  const isDirty = JSON.stringify(draft) !== JSON.stringify(kept.draft);
  const check = useCheck(form, draft);
  const save = useCommand(() => request<{ revision: number }>('PUT', `/models/${id}/draft`, { revision: kept.revision, draft }), {
    quiet: true,
    invalidate: [['models']],
    done: t('saved'),
    onDone: ({ revision }) => setKept({ draft, revision }),
  });
  const isConflict = save.error instanceof ApiError && save.error.code === 'text_changed_elsewhere';
  const keepMine = async () => {
    const { revision } = await request<ModelDetail>('GET', `/models/${id}`);
    setKept((now) => ({ ...now, revision }));
    save.reset();
  };
  const change = (next: ModelDraft['parts']) => {
    const before = draft.parts;
    setDraft({ ...draft, parts: next });
    if (next.flatMap((part) => part.clauses).length < before.flatMap((part) => part.clauses).length)
      notify(t('removed_part'), {
        undo: { label: t('undo'), run: () => setDraft((now) => ({ ...now, parts: before })) },
      });
  };
  const letter = String.fromCharCode(65 + draft.parts.filter((part) => part.kind === 'annex').length);
  const addPart = () => {
    const part = {
      id: `annexe-${letter.toLowerCase()}`,
      kind: 'annex',
      title: `Annexe ${letter}`,
      prefix: letter,
      clauses: [],
    } as const;
    const at = draft.parts.findIndex(({ kind }) => kind === 'cgv');
    const parted = [...draft.parts];
    parted.splice(at < 0 ? parted.length : at, 0, { ...part, clauses: [] });
    setDraft({ ...draft, parts: parted });
  };

  return (
    <TwoPane
      even
      left={
        <>
          {mayWrite && (
            <>
              {isConflict && (
                <Notice tone="caution" action={<Button onPress={() => void keepMine()}>{t('keepMine')}</Button>}>
                  {save.error?.message}
                </Notice>
              )}
              {save.error && !isConflict && <Notice tone="bad">{save.error.message}</Notice>}
              <TextField label={t('name')} value={draft.title} onChange={(next) => setDraft({ ...draft, title: next })} />
              <TextField label={t('purpose')} value={draft.purpose} onChange={(next) => setDraft({ ...draft, purpose: next })} />
            </>
          )}
          {draft.parts.map((part, index) => (
            <PartEditor
              key={part.id}
              part={part}
              clauses={clauses}
              taken={draft.parts.flatMap(({ clauses: ids }) => ids)}
              mayWrite={mayWrite}
              onChange={(next) => change(draft.parts.map((one, at) => (at === index ? next : one)))}
              onRemove={() => change(draft.parts.filter((_, at) => at !== index))}
            />
          ))}
          {mayWrite && (
            <div className="flex flex-wrap gap-3">
              <Button onPress={addPart}>{t('addPart')}</Button>
              <Button
                variant="primary"
                isPending={save.isPending}
                onPress={() => save.mutate()}
                {...(isDirty ? {} : { whyDisabled: t('nothingChanged') })}
              >
                {t('save')}
              </Button>
            </div>
          )}
        </>
      }
      right={
        <Section title={t('preview')}>
          {check && (
            <Notice tone={check.findings.length > 0 ? 'bad' : 'good'}>
              <p className="font-medium">{t('problems', { count: check.findings.length })}</p>
              {check.findings.length > 0 && (
                <ul className="mt-1 flex flex-col gap-1">
                  {check.findings.map((finding) => (
                    <li key={finding.fr}>{finding[language]}</li>
                  ))}
                </ul>
              )}
            </Notice>
          )}
          <p className="text-xs text-ink-soft">{t('previewLead')}</p>
          <div className="max-h-[70dvh] overflow-auto" tabIndex={0} role="region" aria-label={t('preview')}>
            <Sheet parts={(check?.parts ?? []) as unknown as DocumentPart[]} />
          </div>
        </Section>
      }
    />
  );
};

/** Asked again a moment after each change. */
const useCheck = (form: ModelDetail['model']['form'], draft: ModelDraft) => {
  const [check, setCheck] = useState<Check | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      request<Check>('POST', '/models/check', { form, draft }, { signal: abort.signal }).then(setCheck, () => undefined);
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [form, draft]);
  return check;
};
