import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Notice, Page, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { peopleMessages } from './people-messages.ts';

/** Another browser, another device, a session that ended: the link again, to the address that the document knows. */
export const ComeByYourLink = ({ requestId }: { requestId: string }) => {
  const t = useMessages(peopleMessages);
  const [email, setEmail] = useState('');
  const ask = useCommand(() => request('POST', `/signing/${requestId}/link`, { email }), { quiet: true });
  return (
    <Page width="reading">
      <title>{`${t('comeTitle')} · Cadran`}</title>
      <header className="flex flex-col gap-2">
        <h1 className="text-xl font-semibold tracking-[-0.015em]">{t('comeTitle')}</h1>
        <p className="max-w-reading text-base text-ink-soft">{t('comeLead')}</p>
      </header>
      {ask.isSuccess ? (
        <Notice tone="good">{t('comeSent')}</Notice>
      ) : (
        <form
          className="flex max-w-md flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (email.includes('@')) ask.mutate();
          }}
        >
          <TextField label={t('comeEmail')} type="email" value={email} onChange={setEmail} autoComplete="email" />
          <Button
            type="submit"
            variant="primary"
            size="lg"
            wide
            isPending={ask.isPending}
            whyDisabled={email.includes('@') ? null : t('comeEmail')}
          >
            {t('comeSend')}
          </Button>
          {ask.error && <Notice tone="bad">{ask.error.message}</Notice>}
        </form>
      )}
    </Page>
  );
};
