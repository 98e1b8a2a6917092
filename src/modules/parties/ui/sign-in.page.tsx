import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { request, standAs, useCommand } from '../../../web/api/client.ts';
import { Button, Form, Link, Notice, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { Door } from './door.tsx';
import { messages } from './messages.ts';

// Only a path of ours: an address typed by someone else in `suite` must not lead away.
const ownPath = (path: string | null): string => (path && /^\/(?![/\\])/.test(path) ? path : '/');

/** By password, or by a link that replaces it. */
export default function SignInPage() {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const [email, setEmail] = useState('');
  const [linkSent, setLinkSent] = useState(false);
  const signIn = useCommand((values: object) => request('POST', '/sign-in', values), {
    quiet: true,
    onDone: () => {
      standAs('member');
      client.clear();
      void navigate(ownPath(search.get('suite')), { replace: true });
    },
  });
  const askLink = useCommand(() => request('POST', '/sign-in/magic-link', { email }), {
    quiet: true,
    onDone: () => setLinkSent(true),
  });

  if (linkSent)
    return (
      <Door title={t('linkSentTitle')}>
        <Notice tone="good">{t('linkSent', { email })}</Notice>
        <Button onPress={() => setLinkSent(false)}>{t('otherAddress')}</Button>
      </Door>
    );
  return (
    <Door title={t('signInTitle')} lead={t('signInLead')}>
      <Form
        error={askLink.error ?? signIn.error}
        onSubmit={(values) => {
          askLink.reset();
          signIn.mutate(values);
        }}
      >
        <TextField
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          value={email}
          onChange={setEmail}
          autoFocus
        />
        <TextField name="password" type="password" label={t('password')} autoComplete="current-password" />
        <Button type="submit" variant="primary" wide isPending={signIn.isPending}>
          {t('signIn')}
        </Button>
        <Button
          wide
          isPending={askLink.isPending}
          onPress={() => {
            signIn.reset();
            askLink.mutate();
          }}
        >
          {t('orLink')}
        </Button>
      </Form>
      <div className="flex flex-col gap-2 border-t border-line pt-5 text-sm text-ink-soft">
        <p>
          {t('noAccount')} <Link to="/inscription">{t('signUpLink')}</Link>
        </p>
        <p>{t('clientsNeedNone')}</p>
      </div>
    </Door>
  );
}
