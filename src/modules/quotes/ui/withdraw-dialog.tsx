import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Dialog, Notice, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { sentMessages } from './sent-messages.ts';

/** Takes an offer back, with the reason that the file keeps. */
export const WithdrawDialog = ({
  quoteId,
  accepted,
  onClose,
}: {
  quoteId: string;
  /** The client has signed: there is no offer left to withdraw. */ accepted: boolean;
  onClose: () => void;
}) => {
  const t = useMessages(messages);
  const said = useMessages(sentMessages);
  const [reason, setReason] = useState('');
  const withdraw = useCommand(() => request('POST', `/quotes/${quoteId}/withdrawal`, { reason: reason.trim() }), {
    invalidate: [['quotes'], ['signature-requests'], ['dossiers']],
    done: said('withdrawn'),
    onDone: onClose,
    quiet: true,
  });
  return (
    <Dialog
      title={said('withdraw')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="danger"
            onPress={() => withdraw.mutate()}
            isPending={withdraw.isPending}
            whyDisabled={accepted ? said('withdrawAccepted') : reason.trim() ? null : said('withdrawMissing')}
          >
            {said('withdraw')}
          </Button>
        </>
      }
    >
      {accepted && <Notice tone="caution">{said('withdrawAccepted')}</Notice>}
      <p className="text-sm text-ink-soft">{said('withdrawLead')}</p>
      <TextField label={said('withdrawReason')} lines={3} value={reason} onChange={setReason} maxLength={500} />
      {withdraw.error && <Notice tone="bad">{withdraw.error.message}</Notice>}
    </Dialog>
  );
};
