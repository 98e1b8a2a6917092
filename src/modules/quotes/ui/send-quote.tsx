import { useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Badge, Button, Checkbox, ConfirmDialog, Dialog, Notice } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { DraftAudit } from '../../audit/screens.ts';
import { agreementForms } from '../../contracts/index.ts';
import type { QuoteFinding, QuoteForm } from '../index.ts';
import { PlannedSigners } from '../../signing/screens.ts';
import { useEditing } from './editing.tsx';
import { FindingList } from './headings-rail.tsx';
import { messages } from './messages.ts';
import { draftMoney } from './price-draft.ts';
import type { QuoteDetail } from './shapes.ts';

const capitalized = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

type ClientDetail = { identity: { name: string; signatory: { name: string; email: string } } };

/** Sends the quote, or says what it still lacks and leads there: never a dead button. */
export const SendQuote = ({
  quoteId,
  form,
  clientId,
  flush,
  onFinding,
}: {
  quoteId: string;
  form: QuoteForm;
  clientId: string;
  flush: () => Promise<void>;
  onFinding: (finding: QuoteFinding) => void;
}) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { language } = useLanguage();
  const { content, findings } = useEditing();
  const verb = t('send', { document: agreementForms[form].the[language] });
  const [asked, setAsked] = useState(false);
  const [seen, setSeen] = useState(false);
  // What it departs from is computed on what the server keeps: asked again once everything typed is saved.
  const departed = useCommand(async () => {
    await flush();
    return (await request<QuoteDetail>('GET', `/quotes/${quoteId}`)).derogations;
  });
  const derogations = departed.data ?? [];
  const client = useRead<ClientDetail>(`/clients/${clientId}`);
  const send = useCommand(
    async () => {
      await flush();
      return request<{ number: string }>('POST', `/quotes/${quoteId}/sending`, {
        acknowledged: derogations.map(({ path }) => path),
      });
    },
    { invalidate: [['quotes'], ['dossiers'], ['signature-requests']], done: ({ number }) => t('sent', { number }), quiet: true },
  );
  const close = () => {
    setAsked(false);
    setSeen(false);
    send.reset();
  };
  const signatory = client.data?.identity.signatory;
  return (
    <>
      <Button
        variant="primary"
        onPress={() => {
          setAsked(true);
          if (findings.length === 0) departed.mutate();
        }}
      >
        {verb}
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
        title={verb}
        isOpen={asked && findings.length === 0}
        onClose={close}
        action={verb}
        onConfirm={() => send.mutate()}
        isPending={send.isPending || departed.isPending}
        whyDisabled={derogations.length > 0 && !seen ? t('derogationsUnseen') : null}
      >
        <div className="flex flex-col gap-3">
          {signatory && <p className="text-base text-ink">{t('sendTo', { name: signatory.name, email: signatory.email })}</p>}
          <p className="text-ink tabular-nums">
            {t('sendNet', {
              net: format.money(draftMoney(content.draft).netCents),
              day: content.validUntil ? format.day(content.validUntil) : '',
            })}
          </p>
          {signatory && <PlannedSigners subject={{ type: 'quote', id: quoteId }} clientSigner={signatory.name} />}
          {departed.data && <DraftAudit quoteId={quoteId} />}
          {derogations.length > 0 && (
            <section aria-label={t('derogations')} className="flex flex-col gap-2">
              <h3 className="font-semibold text-ink">{t('derogations')}</h3>
              <p>{t('derogationsLead')}</p>
              <ul className="flex list-disc flex-col gap-1 pl-5 text-ink">
                {derogations.map((one) => (
                  <li key={one.path}>
                    {t('derogationLine', {
                      label: capitalized(one.label[language]),
                      agreed: one.agreedWords,
                      general: one.generalWords,
                      from: one.from,
                    })}
                  </li>
                ))}
              </ul>
              <Checkbox isSelected={seen} onChange={setSeen}>
                {t('derogationsSeen')}
              </Checkbox>
            </section>
          )}
          <p>{t('sendFreeze')}</p>
          {send.error && <Notice tone="bad">{send.error.message}</Notice>}
        </div>
      </ConfirmDialog>
    </>
  );
};
