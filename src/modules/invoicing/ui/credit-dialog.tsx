import { useNavigate } from 'react-router';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Dialog, Form, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import type { InvoiceAnswer, Issued } from './invoice-shapes.ts';
import { messages } from './messages.ts';

/** Cancels an invoice whole, after saying what that means and asking why. */
export const CreditDialog = ({ invoice, isOpen, onClose }: { invoice: InvoiceAnswer; isOpen: boolean; onClose: () => void }) => {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const credit = useCommand((reason: string) => request<Issued>('POST', `/invoices/${invoice.id}/credit-note`, { reason }), {
    quiet: true,
    invalidate: [['invoices'], ['missions', invoice.missionId]],
    done: ({ number }) => t('credited', { number }),
    onDone: ({ id }) => {
      onClose();
      void navigate(`/factures/${id}`);
    },
  });
  return (
    <Dialog title={t('creditTitle', { number: invoice.number })} isOpen={isOpen} onClose={onClose}>
      <p className="text-sm text-ink-soft">{t('creditWhat')}</p>
      <Form error={credit.error} onSubmit={({ reason }) => credit.mutate(String(reason ?? ''))}>
        <TextField name="reason" label={t('reason')} hint={t('reasonHint')} lines={3} />
        <div className="flex justify-end">
          <Button type="submit" variant="danger" isPending={credit.isPending}>
            {t('creditVerb')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
};
