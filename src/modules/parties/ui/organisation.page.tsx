import { useRead } from '../../../web/api/client.ts';
import { Loaded, Page, PageHeader, Tabs } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { MembersPanel } from './members-panel.tsx';
import { messages } from './messages.ts';
import { IdentityPanel, type OrganisationAnswer } from './identity-panel.tsx';

/** The provider's own identity, and who works there. */
export default function OrganisationPage() {
  const t = useMessages(messages);
  const read = useRead<OrganisationAnswer>('/organisation');
  const me = useMe().data;
  const owner = me?.actor.kind === 'member' && me.actor.role === 'owner';
  return (
    <Page width="reading">
      <PageHeader title={t('organisation')} lead={t('organisationLead')} />
      <Loaded read={read}>
        {(organisation) => (
          <Tabs
            label={t('organisation')}
            tabs={[
              { id: 'identity', title: t('identityTab'), content: <IdentityPanel organisation={organisation} owner={owner} /> },
              { id: 'members', title: t('membersTab'), content: <MembersPanel owner={owner} /> },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
