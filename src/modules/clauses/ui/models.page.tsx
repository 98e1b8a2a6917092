import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import { Button, Loaded, Page, PageHeader, Tabs } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { ClauseList } from './clause-list.tsx';
import type { ClauseLine, ModelLine } from './labels.tsx';
import { messages } from './messages.ts';
import { ModelList } from './model-list.tsx';
import { NewTextDialog } from './new-text-dialog.tsx';
import { isToReview, ReviewList } from './review-list.tsx';

/** The library: clauses, document models, and what is to be read again. */
export default function ModelsPage() {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const asked = params.get('vue') ?? '';
  // An old or mistyped address shows the first list rather than an empty page.
  const view = ['modeles', 'relecture'].includes(asked) ? asked : 'clauses';
  const clauses = useRead<{ clauses: ClauseLine[] }>('/clauses');
  const models = useRead<{ models: ModelLine[] }>('/models');
  const actor = useMe().data?.actor;
  const mayWrite = actor?.kind === 'member' && actor.role === 'owner';
  const [isNew, setNew] = useState(false);
  const kind = view === 'modeles' ? 'model' : 'clause';
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          mayWrite && (
            <Button variant="primary" onPress={() => setNew(true)}>
              {kind === 'model' ? t('newModel') : t('newClause')}
            </Button>
          )
        }
      />
      <Loaded read={clauses} lines={10}>
        {({ clauses: lines }) => (
          <Tabs
            label={t('title')}
            selected={view}
            onSelect={(next) => setParams({ vue: next }, { replace: true })}
            tabs={[
              { id: 'clauses', title: t('clauses'), content: <ClauseList clauses={lines} /> },
              {
                id: 'modeles',
                title: t('models'),
                content: <Loaded read={models}>{(read) => <ModelList models={read.models} />}</Loaded>,
              },
              {
                id: 'relecture',
                title: t('toReviewCount', { count: lines.filter(isToReview).length }),
                content: <ReviewList clauses={lines} mayWrite={mayWrite} />,
              },
            ]}
          />
        )}
      </Loaded>
      <NewTextDialog kind={kind} copyOf={null} isOpen={isNew} onClose={() => setNew(false)} />
    </Page>
  );
}
