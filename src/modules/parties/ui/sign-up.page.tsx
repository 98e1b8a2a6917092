import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request, standAs, useCommand } from '../../../web/api/client.ts';
import {
  Button,
  Card,
  Checkbox,
  FieldGroup,
  Form,
  Link,
  notify,
  Page,
  PageHeader,
  TextField,
  type FormValues,
} from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { choicesOf, ProviderFields, providerValues } from './provider-fields.tsx';

/** A prestataire opens its organisation, with the identity that the law wants on documents. */
export default function SignUpPage() {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [choices, setChoices] = useState(choicesOf());
  const [isDemo, setIsDemo] = useState(false);
  const signUp = useCommand((body: object) => request('POST', '/sign-up', body), {
    quiet: true,
    onDone: () => {
      standAs('member');
      client.clear();
      notify(t('welcome'));
      void navigate('/clients/nouveau');
    },
  });
  const send = (values: FormValues) =>
    signUp.mutate({ person: values['person'], identity: providerValues(values['identity'] as FormValues, choices), isDemo });
  return (
    <Page width="reading">
      <PageHeader title={t('signUpTitle')} lead={t('signUpLead')} />
      <p className="text-sm text-ink-soft">
        {t('haveAccount')} <Link to="/connexion">{t('signIn')}</Link>
      </p>
      <Card>
        <Form error={signUp.error} onSubmit={send}>
          <FieldGroup title={t('you')}>
            <TextField name="person.name" label={t('yourName')} autoComplete="name" />
            <TextField name="person.email" type="email" label={t('email')} autoComplete="username" />
            <TextField
              name="person.password"
              type="password"
              label={t('password')}
              hint={t('passwordHint')}
              autoComplete="new-password"
            />
          </FieldGroup>
          <ProviderFields prefix="identity." choices={choices} onChoices={setChoices} />
          <div className="flex flex-wrap items-center justify-between gap-4 border-t border-line pt-5">
            <Checkbox isSelected={isDemo} onChange={setIsDemo} hint={t('isDemoHint')}>
              {t('isDemo')}
            </Checkbox>
            <Button type="submit" variant="primary" size="lg" isPending={signUp.isPending}>
              {t('signUp')}
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
