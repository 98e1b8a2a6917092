import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import { Button, Facts, Loaded, Notice, Page, PageHeader, Section, TwoPane } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { useMe } from '../../../web/shell/session.ts';
import { labelOf } from '../../contracts/index.ts';
import type { DocumentPart } from '../domain/prose.ts';
import { ClauseEditor } from './clause-editor.tsx';
import { CompareVersions } from './compare-versions.tsx';
import { type ClauseDetail, StandingLabel, TextStateLabel } from './labels.tsx';
import { History, LifeActions, Versions } from './life-panel.tsx';
import { messages } from './messages.ts';
import { names } from './names.ts';
import { NewTextDialog } from './new-text-dialog.tsx';
import { Sheet } from './sheet.tsx';

/** One clause: written while it is a draft, read afterwards, with its versions and what can be done with it. */
export default function ClausePage() {
  const { id } = useParams() as { id: string };
  const [params] = useSearchParams();
  const version = params.get('version');
  const read = useRead<ClauseDetail>(`/clauses/${id}`, version ? { query: { version } } : {});
  return (
    <Loaded read={read}>
      {(clause) => <Clause key={`${id} ${clause.head.version} ${clause.head.state}`} clause={clause} />}
    </Loaded>
  );
}

const Clause = ({ clause }: { clause: ClauseDetail }) => {
  const t = useMessages(messages);
  const named = useMessages(names);
  const { head } = clause;
  const actor = useMe().data?.actor;
  const mayWrite = actor?.kind === 'member' && actor.role === 'owner';
  const [isCopying, setCopying] = useState(false);
  const isDraft = head.state === 'draft' && head.origin === 'own' && mayWrite;
  return (
    <Page>
      <PageHeader
        title={head.title}
        lead={head.summary}
        back={{ to: '/modeles', label: t('back') }}
        state={<TextStateLabel state={head.state} />}
        facts={[
          { label: t('family'), value: named(head.family) },
          { label: t('risk'), value: t(`risk_${head.risk}`) },
          { label: t('versions'), value: t('version', { version: head.version }) },
          { label: t('review'), value: <StandingLabel standing={clause.standing} /> },
        ]}
        action={mayWrite && <Button onPress={() => setCopying(true)}>{t('duplicate')}</Button>}
      />
      {mayWrite && <LifeActions kind="clause" text={head} clientIds={clause.clientIds} versions={clause.versions} />}
      {isDraft ? <ClauseEditor clause={clause} /> : <ReadClause clause={clause} />}
      {clause.versions.length > 0 && (
        <>
          <Versions kind="clause" id={head.id} shown={head.version} versions={clause.versions} />
          <CompareVersions clause={clause} />
          <History events={clause.events} />
        </>
      )}
      <NewTextDialog kind="clause" copyOf={head} isOpen={isCopying} onClose={() => setCopying(false)} />
    </Page>
  );
};

const ReadClause = ({ clause }: { clause: ClauseDetail }) => {
  const t = useMessages(messages);
  const named = useMessages(names);
  const format = useFormats();
  const { language } = useLanguage();
  const { head } = clause;
  const asked = [...new Set(head.reads.map((path) => labelOf(path)[language]))];
  const mandatory = typeof head.mandatory === 'string' ? t(`mandatory_${head.mandatory}`) : head.mandatory.when;
  return (
    <TwoPane
      left={
        <>
          <Notice>{t(head.origin === 'own' ? 'readOnlyVersion' : 'readOnlyBuiltIn')}</Notice>
          <Facts
            stacked
            facts={[
              { label: t('mandatory'), value: mandatory },
              { label: t('effects'), value: head.effects.map((effect) => named(effect)).join(', ') || t('none') },
              { label: t('replaces'), value: head.replaces.join(', ') || t('none') },
              { label: t('requires'), value: head.requires.join(', ') || t('none') },
              { label: t('excludes'), value: head.excludes.join(', ') || t('none') },
              {
                label: t('review'),
                value: head.review
                  ? t('reviewedBy', { ...head.review, day: format.day(head.review.on as CivilDate) })
                  : t('neverReviewed'),
              },
              { label: t('reviewBefore'), value: head.reviewBefore && format.day(head.reviewBefore as CivilDate) },
            ]}
          />
          <p className="text-sm text-ink-soft">{asked.length ? t('asks', { terms: asked.join(', ') }) : t('asksNothing')}</p>
          {head.sources.length > 0 && (
            <ul className="list-[square] pl-5 text-sm text-ink-soft">
              {head.sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          )}
        </>
      }
      right={
        <Section title={t('preview')}>
          <p className="text-xs text-ink-soft">{t('previewLead')}</p>
          <Sheet parts={clause.parts as unknown as DocumentPart[]} />
        </Section>
      }
    />
  );
};
