import { useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, ComboBox, Dialog, Notice, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

type ClientRow = { clientId: string; dossierId: string; name: string };

/** Files the audit in a client's dossier: from then on, and only then, it is kept. */
export const FileDialog = ({
  body,
  title: proposed,
  onClose,
  onFiled,
}: {
  body: { input: unknown; accepted: readonly { key: string; reason: string }[] };
  title: string;
  onClose: () => void;
  onFiled: (dossierId: string) => void;
}) => {
  const t = useMessages(messages);
  const [title, setTitle] = useState(proposed);
  const [dossierId, setDossierId] = useState<string | null>(null);
  const clients = useRead<{ clients: ClientRow[] }>('/clients');
  const send = useCommand(() => request('POST', '/audits/filings', { ...body, title, dossierId }), {
    invalidate: [['audits'], ['dossiers']],
    done: t('filed'),
    quiet: true,
    onDone: () => onFiled(dossierId!),
  });
  return (
    <Dialog
      title={t('fileTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isPending={send.isPending}
            whyDisabled={dossierId ? null : t('needDossier')}
            onPress={() => send.mutate()}
          >
            {t('file')}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-soft">{t('fileLead')}</p>
      {send.error && <Notice tone="bad">{send.error.message}</Notice>}
      <TextField label={t('fileName')} value={title} onChange={setTitle} maxLength={200} />
      <ComboBox
        label={t('fileDossier')}
        value={dossierId}
        onChange={setDossierId}
        options={(clients.data?.clients ?? []).map((client) => ({ value: client.dossierId, label: client.name }))}
      />
    </Dialog>
  );
};
