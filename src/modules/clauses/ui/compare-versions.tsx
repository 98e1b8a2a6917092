import { useState } from 'react';
import { useRead } from '../../../web/api/client.ts';
import { Loaded, Section, Select } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { type Redline, redline } from '../../negotiation/index.ts';
import type { ClauseDetail } from './labels.tsx';
import { messages } from './messages.ts';

/** Two versions of one text, word by word. */
export const CompareVersions = ({ clause }: { clause: ClauseDetail }) => {
  const t = useMessages(messages);
  const { head, versions } = clause;
  const others = versions.filter(({ version }) => version !== head.version);
  const [other, setOther] = useState<number | null>(others.at(-1)?.version ?? null);
  const read = useRead<ClauseDetail>(other === null ? null : `/clauses/${head.id}`, { query: { version: String(other) } });
  return (
    <Section title={t('compare')}>
      {other === null ? (
        <p className="text-sm text-ink-soft">{t('noOther')}</p>
      ) : (
        <>
          <div className="max-w-xs">
            <Select
              label={t('compareWith')}
              value={String(other)}
              onChange={(next) => setOther(Number(next))}
              options={others.map(({ version }) => ({ value: String(version), label: t('version', { version }) }))}
            />
          </div>
          <Loaded read={read}>
            {(theirs) =>
              theirs.head.version < head.version ? (
                <RedlineView before={theirs.draft.body} after={clause.draft.body} />
              ) : (
                <RedlineView before={clause.draft.body} after={theirs.draft.body} />
              )
            }
          </Loaded>
        </>
      )}
    </Section>
  );
};

/** What was added and removed, paragraph by paragraph, in words and in strokes as well as in colour. */
export const RedlineView = ({ before, after }: { before: string; after: string }) => {
  const t = useMessages(messages);
  const line: Redline = redline(paragraphs(before), paragraphs(after));
  if (line.every(({ kind }) => kind === 'kept')) return <p className="text-sm text-ink-soft">{t('sameWords')}</p>;
  return (
    <p className="prose-document max-w-reading rounded-md border border-line bg-surface px-6 py-5 whitespace-pre-line" lang="fr">
      {line.map(({ kind, text }, index) =>
        kind === 'kept' ? (
          <span key={index}>{broken(text)}</span>
        ) : kind === 'added' ? (
          <ins key={index} title={t('added')} className="bg-good-wash decoration-good decoration-2">
            {broken(text)}
          </ins>
        ) : (
          <del key={index} title={t('removed')} className="bg-bad-wash text-ink-soft">
            {broken(text)}
          </del>
        ),
      )}
    </p>
  );
};

const paragraphs = (text: string): string => text.trim().replace(/\n{2,}/g, ' ¶ ');
const broken = (text: string): string => text.replace(/ ?¶ ?/g, '\n\n');
