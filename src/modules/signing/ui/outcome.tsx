import { useEffect } from 'react';
import { apiAddress } from '../../../web/api/client.ts';
import { Card, ExternalLink, Notice } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { RequestView } from './request-view.ts';

type Said = { title: string; lead: string };

/** What became of it, and the files to keep. */
export const Outcome = ({ view }: { view: RequestView }) => {
  const t = useMessages(messages);
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
      </header>
      {view.state === 'client_signed' && (
        <Notice tone="good">{t('doneNext', { provider: view.provider.organisation, email: view.client.maskedEmail })}</Notice>
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
    </div>
  );
};

const useOutcome = (view: RequestView): Said => {
  const t = useMessages(messages);
  const format = useFormats();
  const provider = view.provider.organisation;
  switch (view.state) {
    case 'preparing':
      return { title: t('preparingTitle'), lead: t('preparingLead') };
    case 'client_signed':
      return {
        title: t('doneTitle'),
        lead: t('doneLead', {
          moment: format.moment(view.client.signedAt!),
          name: view.client.name,
          capacity: view.client.capacity,
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
      return { title: t('withdrawnTitle'), lead: t('withdrawnLead', { provider }) };
    default:
      return { title: t('expiredTitle'), lead: t('expiredLead', { provider, day: format.dayOf(view.expiresAt) }) };
  }
};
