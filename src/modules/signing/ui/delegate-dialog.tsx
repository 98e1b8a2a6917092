import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Dialog, Notice, TextField } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { peopleMessages } from './people-messages.ts';
import type { RequestView } from './request-view.ts';

const empty = { name: '', capacity: '', email: '', reason: '' };

/** Somebody else of the same organisation signs: who, in which capacity, and why. */
export const DelegateButton = ({ view }: { view: RequestView }) => {
  const t = useMessages(peopleMessages);
  const said = useMessages(messages);
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState(empty);
  const set = (field: keyof typeof empty) => (text: string) => setTo({ ...to, [field]: text });
  const pass = useCommand(() => request('POST', `/signing/${view.requestId}/delegation`, to), {
    invalidate: [['signing', view.requestId]],
    onDone: () => setOpen(false),
    quiet: true,
  });
  const ready = Object.values(to).every((text) => text.trim().length > 1);
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('delegate')}
      </Button>
      <Dialog
        title={t('delegateTitle')}
        isOpen={open}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{said('cancel')}</Button>
            <Button
              variant="primary"
              onPress={() => pass.mutate()}
              isPending={pass.isPending}
              whyDisabled={ready ? null : t('delegateMissing')}
            >
              {t('delegateSend')}
            </Button>
          </>
        }
      >
        <p className="text-sm text-ink-soft">
          {t('delegateLead', { organisation: view.me.organisation, provider: view.provider.organisation })}
        </p>
        <TextField label={t('delegateName')} value={to.name} onChange={set('name')} autoComplete="off" />
        <TextField
          label={t('delegateCapacity')}
          hint={t('delegateCapacityHint')}
          value={to.capacity}
          onChange={set('capacity')}
        />
        <TextField label={t('delegateEmail')} type="email" value={to.email} onChange={set('email')} autoComplete="off" />
        <TextField label={t('delegateReason')} lines={3} value={to.reason} onChange={set('reason')} />
        {pass.error && <Notice tone="bad">{pass.error.message}</Notice>}
      </Dialog>
    </>
  );
};
