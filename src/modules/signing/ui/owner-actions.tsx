import { useState } from 'react';
import type { CivilDate } from '../../../shared/time.ts';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, DateField, Dialog, FileDrop, Notice, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { peopleMessages } from './people-messages.ts';
import type { OwnerRequestView } from './request-view.ts';

/** What the prestataire may do while the client has not signed online. */
export const OwnerActions = ({ view }: { view: OwnerRequestView }) => {
  const t = useMessages(messages);
  const people = useMessages(peopleMessages);
  const format = useFormats();
  const [paper, setPaper] = useState(false);
  const extend = useCommand(() => request<{ until: CivilDate }>('POST', `/signature-requests/${view.requestId}/extension`, {}), {
    invalidate: [['signature-requests'], ['quotes']],
    done: ({ until }) => people('extended', { day: format.day(until) }),
  });
  const resend = useCommand(() => request('POST', `/signature-requests/${view.requestId}/link`), {
    invalidate: [['signature-requests', view.requestId]],
    done: t('linkSent', { name: view.client.name }),
  });
  return (
    <>
      {view.can.resend_link?.allowed && (
        <Button onPress={() => resend.mutate()} isPending={resend.isPending}>
          {t('resendLink')}
        </Button>
      )}
      {view.can.extend?.allowed && endsSoon(view) && (
        <Button onPress={() => extend.mutate()} isPending={extend.isPending}>
          {people('extend', { day: format.day(view.proposedExtension) })}
        </Button>
      )}
      {view.can.record_paper?.allowed && <Button onPress={() => setPaper(true)}>{t('recordPaper')}</Button>}
      {paper && <PaperDialog view={view} onClose={() => setPaper(false)} />}
    </>
  );
};

/** More time is proposed when it is short, or over. */
const endsSoon = (view: OwnerRequestView) => Date.parse(view.expiresAt) - Date.parse(view.now) < 7 * 24 * 3600_000;

const PaperDialog = ({ view, onClose }: { view: OwnerRequestView; onClose: () => void }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const [name, setName] = useState(view.client.name);
  const [day, setDay] = useState<CivilDate | null>(null);
  const [scan, setScan] = useState<File | null>(null);
  const save = useCommand(
    () => {
      const form = new FormData();
      form.set('signedOn', day ?? '');
      form.set('signatoryName', name);
      form.set('file', scan!);
      return request('POST', `/signature-requests/${view.requestId}/paper`, form);
    },
    {
      invalidate: [['signature-requests'], ['quotes'], ['missions'], ['invoices'], ['dossiers']],
      done: t('paperSaved'),
      onDone: onClose,
      quiet: true,
    },
  );
  const ready = scan !== null && day !== null;
  return (
    <Dialog
      title={t('paperDialog')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => save.mutate()}
            isPending={save.isPending}
            whyDisabled={ready ? null : t('paperMissing')}
          >
            {t('paperSave')}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-soft">{t('paperExplain')}</p>
      <TextField label={t('paperName')} value={name} onChange={setName} />
      <DateField label={t('paperDate')} value={day} onChange={setDay} />
      <FileDrop
        label={t('paperScan')}
        hint={scan ? `${scan.name}, ${format.bytes(scan.size)}` : t('paperFormats')}
        accept={['application/pdf', 'image/png', 'image/jpeg']}
        onFile={setScan}
      />
      {save.error && <Notice tone="bad">{save.error.message}</Notice>}
    </Dialog>
  );
};
