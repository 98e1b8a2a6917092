import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Dialog, Notice, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { RequestView } from './request-view.ts';

/** Saying no is as easy as saying yes, and takes a reason. */
export const RefuseButton = ({ view }: { view: RequestView }) => {
  const t = useMessages(messages);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const refuse = useCommand(() => request('POST', `/signing/${view.requestId}/refusal`, { reason }), {
    invalidate: [['signing', view.requestId]],
    quiet: true,
  });
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('refuse')}
      </Button>
      <Dialog
        title={t('refuseTitle')}
        isOpen={open}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
            <Button variant="danger" onPress={() => refuse.mutate()} isPending={refuse.isPending}>
              {t('refuse')}
            </Button>
          </>
        }
      >
        <p className="text-sm text-ink-soft">{t('refuseLead', { provider: view.provider.organisation })}</p>
        <TextField label={t('reason')} lines={4} value={reason} onChange={setReason} />
        {refuse.error && <Notice tone="bad">{refuse.error.message}</Notice>}
      </Dialog>
    </>
  );
};
