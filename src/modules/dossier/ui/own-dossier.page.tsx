import { useRead, type Answer } from '../../../web/api/client.ts';
import { Loaded, Page, PageHeader } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { FrozenDocuments } from './documents.tsx';
import { EvidenceBundle } from './evidence.tsx';
import { History } from './history.tsx';
import { messages } from './messages.ts';
import { SearchDossier } from './search.tsx';

/** The client's own file: the same documents, the same journal, the same proof as on the other side. */
export default function OwnDossierPage() {
  const t = useMessages(messages);
  const read = useRead<Answer<'get', '/space'>>('/space');
  return (
    <Page>
      <PageHeader title={t('ownDossier')} back={{ to: '/espace', label: t('space') }} lead={t('yourDossierWhy')} />
      <Loaded read={read}>
        {({ dossierId }) => (
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8">
            <SearchDossier dossierId={dossierId}>
              <FrozenDocuments dossierId={dossierId} />
              <History dossierId={dossierId} />
            </SearchDossier>
            <EvidenceBundle dossierId={dossierId} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
