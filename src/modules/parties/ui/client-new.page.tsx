import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request, useCommand, type Answer } from '../../../web/api/client.ts';
import { Button, Card, Form, notify, Page, PageHeader } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { clientChoicesOf, ClientFields, clientValues } from './client-fields.tsx';
import { messages } from './messages.ts';

export default function ClientNewPage() {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [choices, setChoices] = useState(clientChoicesOf());
  const add = useCommand((body: object) => request<Answer<'post', '/clients'>>('POST', '/clients', body), {
    quiet: true,
    invalidate: [['clients'], ['dossiers']],
    onDone: ({ dossierId, identity }) => {
      notify(t('clientAdded', { name: identity.name }));
      void navigate(`/dossiers/${dossierId}`);
    },
  });
  return (
    <Page width="reading">
      <PageHeader title={t('clientNewTitle')} lead={t('clientNewLead')} back={{ to: '/dossiers', label: t('back') }} />
      <Card>
        <Form error={add.error} onSubmit={(values) => add.mutate(clientValues(values, choices))}>
          <ClientFields choices={choices} onChoices={setChoices} />
          <div className="flex justify-end border-t border-line pt-5">
            <Button type="submit" variant="primary" size="lg" isPending={add.isPending}>
              {t('clientAdd')}
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
