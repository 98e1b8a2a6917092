import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import { Button, Card, Form, Loaded, Page, PageHeader } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { clientChoicesOf, ClientFields, clientValues } from './client-fields.tsx';
import { messages } from './messages.ts';

type ClientAnswer = Answer<'get', '/clients/{id}'>;

export default function ClientEditPage() {
  const { id = '' } = useParams();
  const read = useRead<ClientAnswer>(`/clients/${id}`);
  return (
    <Page width="reading">
      <Loaded read={read}>{(client) => <EditForm client={client} />}</Loaded>
    </Page>
  );
}

const EditForm = ({ client }: { client: ClientAnswer }) => {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const dossier = `/dossiers/${client.dossierId}`;
  const [choices, setChoices] = useState(clientChoicesOf(client.identity));
  const save = useCommand((body: object) => request('PATCH', `/clients/${client.clientId}`, body), {
    quiet: true,
    invalidate: [['clients'], ['dossiers']],
    done: t('saved'),
    onDone: () => void navigate(dossier),
  });
  return (
    <>
      <PageHeader title={t('clientEditTitle')} lead={t('clientEditLead')} back={{ to: dossier, label: client.identity.name }} />
      <Card>
        <Form error={save.error} onSubmit={(values) => save.mutate(clientValues(values, choices))}>
          <ClientFields known={client.identity} choices={choices} onChoices={setChoices} />
          <div className="flex justify-end border-t border-line pt-5">
            <Button type="submit" variant="primary" size="lg" isPending={save.isPending}>
              {t('save')}
            </Button>
          </div>
        </Form>
      </Card>
    </>
  );
};
