import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Dialog, Notice, Section, StateLabel, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { peopleMessages } from './people-messages.ts';
import type { OwnerRequestView, Seat } from './request-view.ts';

/** Who signs, in order; where each stands; when each is reminded; whom the pen was passed to. */
export const SignersPanel = ({ view }: { view: OwnerRequestView }) => {
  const t = useMessages(peopleMessages);
  const open = ['sent', 'read', 'consented'].includes(view.state);
  const pause = useCommand(
    () => request('POST', `/signature-requests/${view.requestId}/reminders`, { paused: !view.reminders.paused }),
    { invalidate: [['signature-requests']], done: t(view.reminders.paused ? 'resumed' : 'paused') },
  );
  return (
    <Section
      title={t('signers')}
      aside={
        open &&
        view.can.pause_reminders?.allowed && (
          <Button size="sm" variant="quiet" onPress={() => pause.mutate()} isPending={pause.isPending}>
            {t(view.reminders.paused ? 'resume' : 'pause')}
          </Button>
        )
      }
    >
      <ol className="flex flex-col divide-y divide-line border-y border-line">
        {view.signatories.map((one) => (
          <SeatLine key={one.signatoryId} view={view} one={one} />
        ))}
      </ol>
      {open && <p className="text-xs text-ink-soft">{t('remindersRule')}</p>}
      {view.withdrawal && view.withdrawal.voided.length > 0 && (
        <Notice tone="caution">{t('voided', { names: view.withdrawal.voided.join(', ') })}</Notice>
      )}
    </Section>
  );
};

const gone: readonly Seat['standing'][] = ['delegated', 'dismissed'];

const SeatLine = ({ view, one }: { view: OwnerRequestView; one: Seat }) => {
  const t = useMessages(peopleMessages);
  const format = useFormats();
  const toInitial = one.party === 'client' && one.duty === 'sign' ? view.initials.length : 0;
  const waits = ['sent', 'read', 'consented'].includes(one.standing);
  return (
    <li className={`flex flex-col gap-1 py-3 text-sm ${gone.includes(one.standing) ? 'text-ink-soft' : ''}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{one.name}</span>
        <StateLabel tone={one.standing === 'signed' ? 'good' : one.standing === 'dismissed' ? 'bad' : 'neutral'}>
          {one.signedAt ? `${t('standing_signed')}, ${format.moment(one.signedAt)}` : t(`standing_${one.standing}`)}
        </StateLabel>
      </div>
      <p className="text-ink-soft">
        {one.capacity}, {one.organisation}
        {one.duty === 'sign' && one.rank < 1000 && ` · ${t('planOrder', { rank: one.rank })}`}
      </p>
      {toInitial > 0 && !gone.includes(one.standing) && (
        <p className="text-ink-soft">{t('initialsCount', { done: one.initialled, total: toInitial })}</p>
      )}
      {one.reminders > 0 && one.lastReminderAt && (
        <p className="text-ink-soft">{t('reminded', { count: one.reminders, moment: format.moment(one.lastReminderAt) })}</p>
      )}
      {waits && !(one.principal && one.party === 'provider') && (
        <p className="text-ink-soft">
          {one.nextReminderAt
            ? t('nextReminder', { moment: format.moment(one.nextReminderAt) })
            : view.reminders.paused
              ? t('paused')
              : t('noMoreReminders')}
        </p>
      )}
      {one.delegation && <p>{t('delegationBy', { name: one.delegation.fromName, reason: one.delegation.reason })}</p>}
      {one.delegation && waits && view.can.refuse_delegate?.allowed && <RefuseDelegate view={view} one={one} />}
    </li>
  );
};

const RefuseDelegate = ({ view, one }: { view: OwnerRequestView; one: Seat }) => {
  const t = useMessages(peopleMessages);
  const said = useMessages(messages);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const from = one.delegation!.fromName;
  const refuse = useCommand(
    () => request('POST', `/signature-requests/${view.requestId}/delegates/${one.signatoryId}/refusal`, { reason }),
    { invalidate: [['signature-requests']], done: t('refusedDelegate', { from }), onDone: () => setOpen(false), quiet: true },
  );
  return (
    <div>
      <Button size="sm" onPress={() => setOpen(true)}>
        {t('refuseDelegate')}
      </Button>
      <Dialog
        title={t('refuseDelegateTitle', { name: one.name })}
        isOpen={open}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{said('cancel')}</Button>
            <Button variant="danger" onPress={() => refuse.mutate()} isPending={refuse.isPending}>
              {t('refuseDelegate')}
            </Button>
          </>
        }
      >
        <p className="text-sm text-ink-soft">{t('refuseDelegateLead', { from })}</p>
        <TextField label={t('refuseDelegateReason')} lines={3} value={reason} onChange={setReason} />
        {refuse.error && <Notice tone="bad">{refuse.error.message}</Notice>}
      </Dialog>
    </div>
  );
};
