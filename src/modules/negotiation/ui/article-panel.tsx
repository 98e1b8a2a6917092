import { useState } from 'react';
import { useRead } from '../../../web/api/client.ts';
import { Badge, Button, Loaded, Notice, TextField } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { sameTypography } from '../domain/redline.ts';
import type { TermField } from '../domain/field-kinds.ts';
import { messages } from './messages.ts';
import { RemarkForm } from './remark-form.tsx';
import { addressOf, type Article, type Discussed, type TermLine } from './shapes.ts';
import { TermInput, tidied } from './term-input.tsx';
import { useOpening } from './use-opening.ts';

type Props = { discussed: Discussed; clauseId: string; onSent: () => void };

/** An open article: its values, each with its own field; its sentences, to rewrite in place; a word to say about it. */
export const ArticlePanel = ({ discussed, clauseId, onSent }: Props) => {
  const t = useMessages(messages);
  const read = useRead<Article>(`${addressOf(discussed.subject)}/articles/${clauseId}`);
  const [remark, setRemark] = useState(false);
  return (
    <Loaded read={read} lines={4}>
      {(article) => {
        const terms = discussed.terms.filter(({ path }) => article.terms.includes(path));
        return (
          <div className="flex flex-col gap-6 pb-6">
            {article.negotiated && (
              <div>
                <Badge>{t('negotiatedMark')}</Badge>
              </div>
            )}
            {terms.length > 0 && (
              <div className="flex flex-col gap-2">
                <h5 className="text-sm font-semibold">{t('valuesHere')}</h5>
                <ul className="flex flex-col gap-3">
                  {terms.map((term) => (
                    <TermRow key={term.path} term={term} discussed={discussed} onSent={onSent} />
                  ))}
                </ul>
              </div>
            )}
            <Sentences article={article} discussed={discussed} onSent={onSent} />
            {remark ? (
              <RemarkForm subject={discussed.subject} target={{ kind: 'clause', clauseId }} onDone={() => setRemark(false)} />
            ) : (
              <div>
                <Button variant="quiet" onPress={() => setRemark(true)}>
                  {t('question')}
                </Button>
              </div>
            )}
          </div>
        );
      }}
    </Loaded>
  );
};

const TermRow = ({ term, discussed, onSent }: { term: TermLine; discussed: Discussed; onSent: () => void }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const [changing, setChanging] = useState(false);
  const [value, setValue] = useState<unknown>(term.value);
  const [text, setText] = useState('');
  const send = useOpening(discussed.subject, onSent);
  const same = JSON.stringify(tidied(value)) === JSON.stringify(term.value);
  return (
    <li className="flex flex-col gap-3">
      <div className="flex items-start justify-between gap-x-4">
        <span className="min-w-0 text-sm">
          <span className="text-ink-soft">{term[language]}</span>
          <span className="block font-medium break-words">{term.words.join(' · ')}</span>
        </span>
        {!changing && (
          <Button size="sm" onPress={() => setChanging(true)} aria-label={t('changeOf', { label: term[language] })}>
            {t('change')}
          </Button>
        )}
      </div>
      {changing && (
        <div className="flex flex-col gap-3 border-l-2 border-primary pl-4">
          <TermInput field={term.field as unknown as TermField} label={t('newValue')} value={value} onChange={setValue} />
          <TextField label={t('reason')} hint={t('reasonHint')} lines={2} value={text} onChange={setText} maxLength={2000} />
          {send.error && <Notice tone="bad">{send.error.message}</Notice>}
          <div className="flex flex-wrap gap-3">
            <Button
              variant="primary"
              isPending={send.isPending}
              whyDisabled={same ? t('mustChange') : text.trim() ? null : t('mustSayWhy')}
              onPress={() =>
                send.mutate({ target: { kind: 'term', path: term.path }, text, proposal: { kind: 'term', value: tidied(value) } })
              }
            >
              {t('proposeValue')}
            </Button>
            <Button variant="quiet" onPress={() => setChanging(false)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
};

const keyOf = (passageId: string, text: string) => `${passageId} ${text}`;

/** The text of the article; a sentence is rewritten where it stands. What is drawn from the conditions is not. */
const Sentences = ({ article, discussed, onSent }: { article: Article; discussed: Discussed; onSent: () => void }) => {
  const t = useMessages(messages);
  const [edits, setEdits] = useState<Record<string, { passageId: string; before: string; after: string }>>({});
  const [text, setText] = useState('');
  const send = useOpening(discussed.subject, onSent);
  const changed = Object.values(edits).filter(({ before, after }) => sameTypography(before) !== sameTypography(after));
  const drop = (key: string) => setEdits(({ [key]: _, ...rest }) => rest);
  return (
    <div className="flex flex-col gap-3">
      <h5 className="text-sm font-semibold">{t('wordsHere')}</h5>
      {article.passages.map((passage) => (
        <div key={passage.id} className="flex flex-col gap-2">
          {passage.id !== article.clauseId && (
            <p className="text-sm text-ink-soft">
              {passage.number} {passage.title}
            </p>
          )}
          {passage.lines.map((line) => {
            const key = keyOf(passage.id, line.text);
            const edit = edits[key];
            return edit ? (
              <div key={key} className="flex flex-col gap-2 border-l-2 border-primary pl-4">
                <TextField
                  label={t('rewriteLabel')}
                  hint={t('rewriteHint')}
                  lines={5}
                  value={edit.after}
                  onChange={(after) => setEdits({ ...edits, [key]: { ...edit, after } })}
                  maxLength={10_000}
                  autoFocus
                />
                <div>
                  <Button variant="quiet" onPress={() => drop(key)}>
                    {t('cancel')}
                  </Button>
                </div>
              </div>
            ) : (
              <div key={key} className="flex flex-col items-start justify-between gap-x-3 md:flex-row">
                <p className="prose-document max-w-reading font-serif text-base leading-7">
                  {line.listed && '– '}
                  {line.text}
                </p>
                {line.rewritable ? (
                  <Button
                    size="sm"
                    aria-label={t('rewriteOf', { words: line.text.slice(0, 60) })}
                    onPress={() => setEdits({ ...edits, [key]: { passageId: passage.id, before: line.text, after: line.text } })}
                  >
                    {t('rewrite')}
                  </Button>
                ) : (
                  <span className="shrink-0 text-xs text-ink-soft md:pt-1">{t('drawn')}</span>
                )}
              </div>
            );
          })}
        </div>
      ))}
      {Object.keys(edits).length > 0 && (
        <div className="flex flex-col gap-3">
          <TextField label={t('reason')} hint={t('reasonHint')} lines={2} value={text} onChange={setText} maxLength={2000} />
          {send.error && <Notice tone="bad">{send.error.message}</Notice>}
          <div>
            <Button
              variant="primary"
              isPending={send.isPending}
              whyDisabled={changed.length === 0 ? t('mustChange') : text.trim() ? null : t('mustSayWhy')}
              onPress={() =>
                send.mutate({
                  target: { kind: 'clause', clauseId: article.clauseId },
                  text,
                  proposal: { kind: 'clause', edits: changed },
                })
              }
            >
              {t('proposeWords')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
};
