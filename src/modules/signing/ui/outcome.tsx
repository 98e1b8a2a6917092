import { useEffect } from 'react';
import { Button, Card, ExternalLink, Notice } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { apiAddress, request, useCommand } from '../../../web/api/client.ts';
import { peopleMessages } from './people-messages.ts';
import type { SignerView } from './request-view.ts';
import { SenderContact } from './sender-contact.tsx';
import { Together } from './together.tsx';

type Said = { title: string; lead: string };

/** What became of it, and the files to keep. */
export const Outcome = ({ view }: { view: SignerView }) => {
  const t = useMessages(messages);
  const people = useMessages(peopleMessages);
  const others = stillToSign(view);
  const { title, lead } = useOutcome(view);
  useEffect(() => {
    document.title = `${title} · Cadran`;
  }, [title]);
  const ended = view.state === 'signed' || view.state === 'signed_on_paper';
  const file = (which: string) => apiAddress(`/signing/${view.requestId}/files/${which}`);
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-2">
        <p className="text-sm text-ink-soft">{view.title}</p>
        <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
        <p className="max-w-reading text-base text-ink-soft">{lead}</p>
        {view.closedBecause?.reason && (
          <p className="max-w-reading text-base">{people('closedReason', { reason: view.closedBecause.reason })}</p>
        )}
      </header>
      {view.state === 'client_signed' && (
        <Notice tone="good">
          {others.length > 0
            ? people('waitOthers', { names: others.join(', '), email: view.me.maskedEmail })
            : t('doneNext', { provider: view.provider.organisation, email: view.me.maskedEmail })}
        </Notice>
      )}
      {ended && !view.files.evidence && <Notice>{t('filesPending')}</Notice>}
      {ended && view.files.evidence && (
        <Card className="flex flex-col gap-3 text-base">
          <ExternalLink href={file('signed')} download>
            {t('getSigned')}
          </ExternalLink>
          <ExternalLink href={file('evidence')} download>
            {t('getEvidence')}
          </ExternalLink>
          <p className="text-sm text-ink-soft">{t('keepFiles')}</p>
        </Card>
      )}
      {isLate(view) && <MoreTime view={view} />}
      <Together view={view} />
      <SenderContact sender={view.sender} />
    </div>
  );
};

const isLate = (view: SignerView) => ['sent', 'read', 'consented'].includes(view.state) && view.now >= view.expiresAt;
/** Besides the prestataire, who countersigns. */
const stillToSign = (view: SignerView) =>
  view.signatories
    .filter(
      (one) => ['waiting', 'sent', 'read', 'consented'].includes(one.standing) && !(one.principal && one.party === 'provider'),
    )
    .map(({ name }) => name);

const firstInTurn = (view: SignerView) =>
  view.signatories
    .filter((one) => ['sent', 'read', 'consented'].includes(one.standing))
    .map(({ name }) => name)
    .join(', ');

const MoreTime = ({ view }: { view: SignerView }) => {
  const t = useMessages(peopleMessages);
  const ask = useCommand(() => request('POST', `/signing/${view.requestId}/more-time`), { quiet: true });
  if (ask.isSuccess) return <Notice tone="good">{t('moreTimeAsked', { provider: view.provider.organisation })}</Notice>;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <Button variant="primary" size="lg" onPress={() => ask.mutate()} isPending={ask.isPending}>
          {t('askMoreTime')}
        </Button>
      </div>
      {ask.error && <Notice tone="bad">{ask.error.message}</Notice>}
    </div>
  );
};

const useOutcome = (view: SignerView): Said => {
  const t = useMessages(messages);
  const people = useMessages(peopleMessages);
  const format = useFormats();
  const provider = view.provider.organisation;
  switch (view.state) {
    case 'preparing':
      return { title: t('preparingTitle'), lead: t('preparingLead') };
    case 'client_signed':
      return {
        title: t('doneTitle'),
        lead: t('doneLead', {
          moment: format.moment(view.me.signedAt!),
          name: view.me.name,
          capacity: view.me.capacity,
        }),
      };
    case 'signed':
      return {
        title: t('bothTitle'),
        lead: t('bothLead', {
          client: view.client.name,
          clientAt: format.moment(view.client.signedAt!),
          provider: view.provider.name,
          providerAt: format.moment(view.provider.signedAt!),
        }),
      };
    case 'signed_on_paper':
      return { title: t('paperTitle'), lead: t('paperLead') };
    case 'refused':
      return { title: t('refusedTitle'), lead: t('refusedLead', { provider }) };
    case 'withdrawn':
      if (view.closedBecause?.replaced) return { title: people('replacedTitle'), lead: people('replacedLead', { provider }) };
      return { title: t('withdrawnTitle'), lead: t('withdrawnLead', { provider }) };
    default:
      if (!isLate(view))
        return { title: people('notYourTurnTitle'), lead: people('notYourTurnLead', { names: firstInTurn(view) }) };
      return { title: t('expiredTitle'), lead: t('expiredLead', { provider, day: format.dayOf(view.expiresAt) }) };
  }
};
