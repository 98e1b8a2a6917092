import { useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Badge, Button, ConfirmDialog, Dialog, Notice } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { QuoteFinding } from '../index.ts';
import { useEditing } from './editing.tsx';
import { FindingList } from './headings-rail.tsx';
import { messages } from './messages.ts';
import { draftMoney } from './price-draft.ts';

type ClientDetail = { identity: { name: string; signatory: { name: string; email: string } } };

/** Sends the quote, or says what it still lacks and leads there: never a dead button. */
export const SendQuote = ({
  quoteId,
  clientId,
  flush,
  onFinding,
}: {
  quoteId: string;
  clientId: string;
  flush: () => Promise<void>;
  onFinding: (finding: QuoteFinding) => void;
}) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { content, findings } = useEditing();
  const [asked, setAsked] = useState(false);
  const client = useRead<ClientDetail>(`/clients/${clientId}`);
  const send = useCommand(
    async () => {
      await flush();
      return request<{ number: string }>('POST', `/quotes/${quoteId}/sending`);
    },
    { invalidate: [['quotes'], ['dossiers'], ['signature-requests']], done: ({ number }) => t('sent', { number }), quiet: true },
  );
  const close = () => {
    setAsked(false);
    send.reset();
  };
  const signatory = client.data?.identity.signatory;
  return (
    <>
      <Button variant="primary" onPress={() => setAsked(true)}>
        {t('send')}
        {findings.length > 0 && <Badge tone="caution">{t('missingCount', { count: findings.length })}</Badge>}
      </Button>
      <Dialog
        title={t('sendMissing')}
        isOpen={asked && findings.length > 0}
        onClose={close}
        footer={<Button onPress={close}>{t('close')}</Button>}
      >
        <p className="text-sm text-ink-soft">{t('sendMissingLead', { count: findings.length })}</p>
        <FindingList
          findings={findings}
          onFinding={(finding) => {
            close();
            onFinding(finding);
          }}
        />
      </Dialog>
      <ConfirmDialog
        title={t('send')}
        isOpen={asked && findings.length === 0}
        onClose={close}
        action={t('send')}
        onConfirm={() => send.mutate()}
        isPending={send.isPending}
      >
        <div className="flex flex-col gap-3">
          {signatory && <p className="text-base text-ink">{t('sendTo', { name: signatory.name, email: signatory.email })}</p>}
          <p className="text-ink tabular-nums">
            {t('sendNet', {
              net: format.money(draftMoney(content.draft).netCents),
              day: content.validUntil ? format.day(content.validUntil) : '',
            })}
          </p>
          <p>{t('sendFreeze')}</p>
          {send.error && <Notice tone="bad">{send.error.message}</Notice>}
        </div>
      </ConfirmDialog>
    </>
  );
};
