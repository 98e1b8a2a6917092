import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import { Button, Loaded, Notice, Page, PageHeader } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { type ClauseLine, type ModelDetail, TextStateLabel } from './labels.tsx';
import { History, LifeActions, Versions } from './life-panel.tsx';
import { messages } from './messages.ts';
import { ModelEditor } from './model-editor.tsx';
import { names } from './names.ts';
import { NewTextDialog } from './new-text-dialog.tsx';

/** One document model: its clauses in order, what they make, and what can be done with it. */
export default function ModelPage() {
  const { id } = useParams() as { id: string };
  const [params] = useSearchParams();
  const version = params.get('version');
  const read = useRead<ModelDetail>(`/models/${id}`, version ? { query: { version } } : {});
  const clauses = useRead<{ clauses: ClauseLine[] }>('/clauses');
  return (
    <Loaded read={read}>
      {(detail) => (
        <Loaded read={clauses}>
          {({ clauses: lines }) => (
            <Model key={`${id} ${detail.model.version} ${detail.model.state}`} detail={detail} clauses={lines} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

const Model = ({ detail, clauses }: { detail: ModelDetail; clauses: readonly ClauseLine[] }) => {
  const t = useMessages(messages);
  const named = useMessages(names);
  const { model } = detail;
  const actor = useMe().data?.actor;
  const mayWrite = actor?.kind === 'member' && actor.role === 'owner';
  const [isCopying, setCopying] = useState(false);
  const isDraft = model.origin === 'own' && model.state === 'draft' && mayWrite;
  const listed = model.parts.flatMap((part) => part.clauses);
  const unreviewed = clauses.filter(
    ({ id, standing }) => listed.includes(id) && (standing === 'never' || standing === 'due'),
  ).length;
  return (
    <Page>
      <PageHeader
        title={model.title}
        lead={model.purpose}
        back={{ to: '/modeles?vue=modeles', label: t('back') }}
        state={<TextStateLabel state={model.state} />}
        facts={[
          { label: t('form'), value: named(model.form) },
          { label: t('clauses'), value: t('clauseCount', { count: listed.length }) },
          { label: t('versions'), value: t('version', { version: model.version }) },
        ]}
        action={mayWrite && <Button onPress={() => setCopying(true)}>{t('duplicate')}</Button>}
      />
      {mayWrite && <LifeActions kind="model" text={model} clientIds={detail.clientIds} versions={detail.versions} />}
      {unreviewed > 0 && <Notice tone="caution">{t('unreviewed', { count: unreviewed })}</Notice>}
      {!isDraft && <Notice>{t(model.origin === 'own' ? 'readOnlyVersion' : 'readOnlyBuiltIn')}</Notice>}
      <ModelEditor detail={detail} clauses={clauses} mayWrite={isDraft} />
      {detail.versions.length > 0 && (
        <>
          <Versions kind="model" id={model.id} shown={model.version} versions={detail.versions} />
          <History events={detail.events} />
        </>
      )}
      <NewTextDialog kind="model" copyOf={model} isOpen={isCopying} onClose={() => setCopying(false)} />
    </Page>
  );
};
