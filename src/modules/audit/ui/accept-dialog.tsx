import { useState } from 'react';
import { Button, Dialog, TextField } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import type { Finding } from '../index.ts';
import { messages } from './messages.ts';

/** A risk is accepted with its reason, or not at all. */
export const AcceptDialog = ({
  finding,
  onClose,
  onAccept,
}: {
  finding: Finding;
  onClose: () => void;
  onAccept: (reason: string) => void;
}) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={t('acceptTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" whyDisabled={reason.trim() ? null : t('needReason')} onPress={() => onAccept(reason.trim())}>
            {t('accept')}
          </Button>
        </>
      }
    >
      <p className="font-medium">{finding.title[language]}</p>
      <p className="text-sm text-ink-soft">{t('acceptLead')}</p>
      <TextField label={t('acceptReason')} value={reason} onChange={setReason} lines={3} maxLength={500} autoFocus />
    </Dialog>
  );
};
