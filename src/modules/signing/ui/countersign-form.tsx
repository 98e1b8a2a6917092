import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, Form, Section, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { CodeField } from './code-field.tsx';
import { messages } from './messages.ts';
import type { OwnerRequestView } from './request-view.ts';

/** The last signature, proved by the account's password or by a code. */
export const CountersignForm = ({ view }: { view: OwnerRequestView }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const [byCode, setByCode] = useState(false);
  const [typed, setTyped] = useState('');
  const path = `/signature-requests/${view.requestId}`;
  const invalidate = [['signature-requests'], ['quotes'], ['missions'], ['invoices'], ['dossiers']];
  const send = useCommand(() => request('POST', `${path}/code`), { invalidate: [['signature-requests', view.requestId]] });
  const sign = useCommand(
    (proof: { password: string } | { code: string }) =>
      request('POST', `${path}/countersignature`, { ...proof, documentSha256: view.documentSha256 }),
    { invalidate, done: t('countersigned'), quiet: true },
  );
  return (
    <Card className="border-caution">
      <Section title={t('countersignTitle')}>
        <p className="text-sm">
          {t('countersignLead', { name: view.client.name, moment: format.moment(view.client.signedAt!) })}
        </p>
        <p lang="fr" className="border-l-2 border-primary pl-3 font-serif text-sm">
          {view.countersignText}
        </p>
        <Form
          error={sign.error}
          onSubmit={(values) => sign.mutate(byCode ? { code: typed } : { password: String(values['password'] ?? '') })}
        >
          {byCode ? (
            <CodeField
              code={view.code}
              email={view.provider.maskedEmail}
              now={view.now}
              typed={typed}
              onType={setTyped}
              onResend={() => send.mutate()}
              isSending={send.isPending}
            />
          ) : (
            <TextField
              name="password"
              type="password"
              label={t('password')}
              hint={t('passwordHint')}
              autoComplete="current-password"
            />
          )}
          <Button
            type="submit"
            variant="primary"
            size="lg"
            wide
            isPending={sign.isPending}
            whyDisabled={byCode && typed.length !== 6 ? t('typeCode') : null}
          >
            {t('countersign')}
          </Button>
          <Button
            variant="quiet"
            size="sm"
            onPress={() => {
              sign.reset();
              setByCode(!byCode);
            }}
          >
            {t(byCode ? 'byPassword' : 'byCode')}
          </Button>
        </Form>
      </Section>
    </Card>
  );
};
