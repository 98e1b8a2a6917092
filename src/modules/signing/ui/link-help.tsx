import type { ReactNode } from 'react';
import type { Instant } from '../../../shared/time.ts';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, Notice, Page } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { LinkStanding } from '../index.ts';
import { peopleMessages } from './people-messages.ts';
import type { Sender } from './request-view.ts';
import { SenderContact } from './sender-contact.tsx';

type Help = {
  standing: LinkStanding;
  title: string;
  email: string;
  expiresAt: Instant;
  reason: string | null;
  delegatedTo: string | null;
  sender: Sender;
};

const canAsk: readonly LinkStanding[] = ['newer_link', 'link_expired', 'request_expired'];

/** What became of a signing link, and the next step; anything that is not one shows `otherwise`. */
export const SigningLinkHelp = ({ token, otherwise }: { token: string; otherwise: ReactNode }) => {
  const read = useRead<Help>(`/signing-links/${encodeURIComponent(token)}`, { retry: false });
  if (read.error) return otherwise;
  return read.data ? <Told token={token} help={read.data} /> : null;
};

const Told = ({ token, help }: { token: string; help: Help }) => {
  const t = useMessages(peopleMessages);
  const format = useFormats();
  const again = useCommand(
    () => request<{ sent: 'link' | 'more_time'; to: string }>('POST', `/signing-links/${encodeURIComponent(token)}/again`),
    {
      quiet: true,
    },
  );
  const values = {
    email: help.email,
    day: format.dayOf(help.expiresAt),
    organisation: help.sender.organisation,
    name: help.delegatedTo ?? '',
  };
  const title = t(`linkTitle_${help.standing}`);
  return (
    <Page width="reading">
      <title>{`${title} · Cadran`}</title>
      <header className="flex flex-col gap-2">
        <p className="text-sm text-ink-soft">{help.title}</p>
        <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
        <p className="max-w-reading text-base text-ink-soft">{t(`linkLead_${help.standing}`, values)}</p>
        {help.reason && <p className="max-w-reading text-base">{t('closedReason', { reason: help.reason })}</p>}
      </header>
      {canAsk.includes(help.standing) &&
        (again.data ? (
          <Notice tone="good">
            {again.data.sent === 'link'
              ? t('linkAgainSent', { to: again.data.to })
              : t('moreTimeAsked', { provider: again.data.to })}
          </Notice>
        ) : (
          <div className="flex flex-col gap-3">
            <div>
              <Button variant="primary" size="lg" onPress={() => again.mutate()} isPending={again.isPending}>
                {t(help.standing === 'request_expired' ? 'askMoreTime' : 'linkAgain')}
              </Button>
            </div>
            {again.error && <Notice tone="bad">{again.error.message}</Notice>}
          </div>
        ))}
      <SenderContact sender={help.sender} />
    </Page>
  );
};
