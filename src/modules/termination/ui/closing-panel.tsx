import { useState } from 'react';
import { apiAddress, request, useCommand } from '../../../web/api/client.ts';
import {
  Button,
  ConfirmDialog,
  Dialog,
  ExternalLink,
  Form,
  Notice,
  Section,
  StateLabel,
  TextField,
} from '../../../web/design/index.ts';
import { useFormats, useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import { attestHandover, destroyItem, type Handover, isSettled, mayBeDestroyed, orderDestruction } from '../domain/handover.ts';
import { refusals } from '../refusals.ts';
import { messages } from './messages.ts';
import { refreshed, type Closing, type Life } from './shapes.ts';

type Item = Closing['items'][number];

/** What goes to whom when a mission is over, item by item, then the certificate. */
export const ClosingPanel = ({ handover, life, mayAct }: { handover: Closing; life: Life; mayAct: boolean }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const whyNot = useWhyNot(refusals);
  const attest = useCommand(() => request('POST', `/missions/${handover.missionId}/handover-attestation`), {
    invalidate: refreshed(handover.missionId),
    done: t('done'),
  });
  const isProvider = life.me === 'provider';
  return (
    <Section title={t('handover')}>
      <p className="text-sm text-ink-soft">{t('handoverLead', { day: format.day(handover.dueOn) })}</p>
      <ul className="divide-y divide-line border-y border-line">
        {handover.items.map((item) => (
          <ItemRow key={item.item} item={item} handover={handover} life={life} mayAct={mayAct} />
        ))}
      </ul>
      {handover.attestedAt ? (
        <Notice tone="good">{t('attested', { moment: format.moment(handover.attestedAt) })}</Notice>
      ) : (
        isProvider &&
        mayAct && (
          <div>
            <Button
              variant="primary"
              onPress={() => attest.mutate()}
              isPending={attest.isPending}
              whyDisabled={whyNot(attestHandover(handover as unknown as Handover))}
            >
              {t('attest')}
            </Button>
          </div>
        )
      )}
    </Section>
  );
};

const ItemRow = ({ item, handover, life, mayAct }: { item: Item; handover: Closing; life: Life; mayAct: boolean }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const whyNot = useWhyNot(refusals);
  const [asked, ask] = useState<'order' | 'destroy' | null>(null);
  const path = `/missions/${handover.missionId}/handover/${item.item}`;
  const act = useCommand((step: 'delivery' | 'destruction-order') => request('POST', `${path}/${step}`), {
    invalidate: refreshed(handover.missionId),
    done: t('recorded'),
    onDone: () => ask(null),
  });
  const isProvider = life.me === 'provider';
  const rules = handover as unknown as Handover;
  const name = t(`item_${item.item}`);
  const open = mayAct && !handover.attestedAt && !item.destroyedAt;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 text-sm">
      <div className="min-w-0">
        <p className="font-medium">{name}</p>
        <p className="text-ink-soft">{t(`owner_${item.owner}`)}</p>
        <Fate item={item} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {!item.destroyedAt && item.item !== 'deliverables' && (isProvider || item.deliveredAt) && (
          <ExternalLink href={apiAddress(`${path}/file`)}>{t('download')}</ExternalLink>
        )}
        {open && isProvider && !item.deliveredAt && (
          <Button onPress={() => act.mutate('delivery')} isPending={act.isPending}>
            {t('deliver')}
          </Button>
        )}
        {open && mayBeDestroyed(item.item) && !item.destructionOrderedAt && (
          <Button
            variant="quiet"
            onPress={() => ask('order')}
            whyDisabled={whyNot(orderDestruction(rules, item.item, { by: '-', party: life.me }))}
          >
            {t('order')}
          </Button>
        )}
        {open && isProvider && item.destructionOrderedAt && (
          <Button
            variant="danger"
            onPress={() => ask('destroy')}
            whyDisabled={whyNot(destroyItem(rules, item.item, { by: '-', method: '-' }))}
          >
            {t('destroy')}
          </Button>
        )}
      </div>
      {asked === 'order' && (
        <ConfirmDialog
          isOpen
          danger
          title={`${t('order')}\u00a0: ${name}`}
          action={t('order')}
          onClose={() => ask(null)}
          onConfirm={() => act.mutate('destruction-order')}
          isPending={act.isPending}
        >
          {t('orderWhat')} {item.destructionOrderedAt && format.moment(item.destructionOrderedAt)}
        </ConfirmDialog>
      )}
      {asked === 'destroy' && <Destroy item={item} handover={handover} onClose={() => ask(null)} />}
    </li>
  );
};

const Fate = ({ item }: { item: Item }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const words = item.destroyedAt
    ? t('settled_destroyed', { day: format.dayOf(item.destroyedAt), name: item.destroyedBy ?? '' })
    : item.destructionOrderedAt
      ? t('settled_ordered', { day: format.dayOf(item.destructionOrderedAt), name: item.destructionOrderedBy ?? '' })
      : item.deliveredAt
        ? t('settled_delivered', { day: format.dayOf(item.deliveredAt), name: item.deliveredBy ?? '' })
        : t(isSettled(item as never) ? 'settled_kept' : 'settled_due');
  return <StateLabel tone={isSettled(item as never) ? 'good' : 'caution'}>{words}</StateLabel>;
};

const Destroy = ({ item, handover, onClose }: { item: Item; handover: Closing; onClose: () => void }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(refusals);
  const [method, setMethod] = useState('');
  const command = useCommand(
    () => request('POST', `/missions/${handover.missionId}/handover/${item.item}/destruction`, { method }),
    { invalidate: refreshed(handover.missionId), done: t('recorded'), onDone: onClose, quiet: true },
  );
  const missing = whyNot(destroyItem(handover as unknown as Handover, item.item, { by: '-', method }));
  return (
    <Dialog isOpen title={`${t('destroy')}\u00a0: ${t(`item_${item.item}`)}`} onClose={onClose}>
      <Form error={command.error} onSubmit={() => !missing && command.mutate()}>
        <TextField label={t('method')} name="method" value={method} onChange={setMethod} lines={2} />
        <Button type="submit" variant="danger" whyDisabled={missing} isPending={command.isPending}>
          {t('destroy')}
        </Button>
      </Form>
    </Dialog>
  );
};
