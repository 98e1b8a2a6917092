import { useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  Facts,
  Link,
  Notice,
  PageHeader,
  PdfViewer,
  Section,
  Skeleton,
  TextField,
  TwoPane,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { NegotiationCard } from '../../negotiation/screens.ts';
import {
  CountersignForm,
  documentAddress,
  OwnerActions,
  type OwnerRequestView,
  SignedFiles,
  useWhyNotWithdrawn,
} from '../../signing/screens.ts';
import { messages } from './messages.ts';
import type { ClientLine, FrameworkView, OrderLine } from './shapes.ts';
import { FrameworkStatusLabel } from './status-label.tsx';

type Act = 'withdrawal' | 'renewal-refusal' | 'renewal';

/** A framework that left: both signatures, then its orders, its end and its renewal. */
export const FrameworkFollowUp = ({ framework, mayAct }: { framework: FrameworkView; mayAct: boolean }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const [act, setAct] = useState<Act | null>(null);
  const clients = useRead<{ clients: ClientLine[] }>('/clients');
  const client = clients.data?.clients.find(({ clientId }) => clientId === framework.clientId);
  const signing = useRead<OwnerRequestView>(
    framework.signatureRequestId ? `/signature-requests/${framework.signatureRequestId}` : null,
    {
      // The document, then its evidence, come a moment after each signature.
      refetchInterval: ({ state: { data } }) =>
        data && (['refused', 'withdrawn'].includes(data.state) || data.files.evidence) ? false : 4000,
    },
  );
  const view = signing.data;
  const isSigned = framework.status === 'signed';
  const renewal = framework.draft.frame.renewal?.kind;
  const { startsOn, endsOn, noticeBy } = framework;
  const facts = [
    { label: t('number'), value: framework.number },
    { label: t('client'), value: <Link to={`/dossiers/${framework.dossierId}`}>{client?.name ?? ''}</Link> },
    ...(startsOn && endsOn
      ? [{ label: t('period'), value: t('periodWords', { from: format.day(startsOn), to: format.day(endsOn) }) }]
      : []),
    ...(framework.renewals ? [{ label: t('renewals'), value: String(framework.renewals) }] : []),
    ...(isSigned && noticeBy && !framework.renewalStoppedOn ? [{ label: t('noticeBy'), value: format.day(noticeBy) }] : []),
  ];
  return (
    <>
      <PageHeader
        title={framework.title}
        back={{ to: '/contrats-cadres', label: t('title') }}
        state={<FrameworkStatusLabel status={framework.status} />}
        action={
          mayAct &&
          isSigned && (
            <ButtonLink
              variant="primary"
              to={`/devis/nouveau?client=${framework.clientId}&forme=bon-de-commande&cadre=${framework.id}`}
            >
              {t('order')}
            </ButtonLink>
          )
        }
        others={
          mayAct && (
            <>
              {framework.status === 'sent' && view && <OwnerActions view={view} />}
              {framework.status === 'sent' && (
                <Button variant="danger" onPress={() => setAct('withdrawal')}>
                  {t('withdraw')}
                </Button>
              )}
              {isSigned && renewal === 'tacit' && !framework.renewalStoppedOn && (
                <Button onPress={() => setAct('renewal-refusal')}>{t('stop')}</Button>
              )}
              {isSigned && renewal === 'express' && <Button onPress={() => setAct('renewal')}>{t('renew')}</Button>}
            </>
          )
        }
      />
      {framework.renewalStoppedOn && (
        <Notice tone="caution">{t('stopped', { day: format.day(framework.renewalStoppedOn) })}</Notice>
      )}
      {framework.closedReason && <Notice tone="neutral">{framework.closedReason}</Notice>}
      <TwoPane
        left={
          <>
            {mayAct && view?.state === 'client_signed' && <CountersignForm view={view} />}
            <Card>
              <Facts stacked facts={facts} />
            </Card>
            <NegotiationCard
              subject={{ type: 'framework', id: framework.id }}
              to={`/contrats-cadres/${framework.id}/negociation`}
            />
            <Orders framework={framework} />
            {view && <SignedFiles view={view} />}
          </>
        }
        right={
          <Section title={t('document')}>
            {view?.documentSha256 ? (
              <PdfViewer src={documentAddress(view)} title={framework.title} downloadName={`${framework.number}.pdf`} />
            ) : (
              <div role="status" className="flex flex-col gap-4">
                <p className="text-sm">{t('preparing')}</p>
                <Skeleton lines={12} />
              </div>
            )}
          </Section>
        }
      />
      {act && <ActDialog framework={framework} act={act} signing={view?.state} onClose={() => setAct(null)} />}
    </>
  );
};

const Orders = ({ framework }: { framework: FrameworkView }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<{ quotes: OrderLine[] }>(`/quotes?frameworkId=${framework.id}`);
  const orders = read.data?.quotes ?? [];
  const total = orders.filter(({ status }) => status === 'signed').reduce((sum, one) => sum + one.netCents, 0);
  return (
    <Section title={t('orders')}>
      {orders.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('ordersNone')}</p>
      ) : (
        <>
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface text-sm">
            {orders.map((one) => (
              <li key={one.id} className="flex items-baseline justify-between gap-4 px-4 py-2.5">
                <Link to={`/devis/${one.id}`}>{one.number ?? t('draft')}</Link>
                <span className="min-w-0 flex-1 truncate text-ink-soft">{one.title}</span>
                <span className="tabular-nums">{format.money(one.netCents)}</span>
              </li>
            ))}
          </ul>
          <p className="text-sm tabular-nums">{t('ordersTotal', { amount: format.money(total) })}</p>
        </>
      )}
    </Section>
  );
};

const ActDialog = ({
  framework,
  act,
  signing,
  onClose,
}: {
  framework: FrameworkView;
  act: Act;
  signing: OwnerRequestView['state'] | undefined;
  onClose: () => void;
}) => {
  const accepted = useWhyNotWithdrawn(act === 'withdrawal' ? signing : null);
  const t = useMessages(messages);
  const format = useFormats();
  const [reason, setReason] = useState('');
  const run = useCommand(() => request('POST', `/frameworks/${framework.id}/${act}`, { reason: reason.trim() }), {
    invalidate: [['frameworks'], ['signature-requests'], ['dossiers']],
    done: t('done'),
    onDone: onClose,
    quiet: true,
  });
  const words = {
    withdrawal: [t('withdraw'), t('withdrawWhat')],
    'renewal-refusal': [t('stop'), t('stopWhat', { day: framework.endsOn ? format.day(framework.endsOn) : '' })],
    renewal: [t('renew'), t('renewWhat')],
  }[act];
  return (
    <Dialog
      title={words[0]!}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant={act === 'renewal' ? 'primary' : 'danger'}
            isPending={run.isPending}
            whyDisabled={accepted ?? (reason.trim() ? null : t('reasonMissing'))}
            onPress={() => run.mutate()}
          >
            {words[0]!}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-soft">{words[1]}</p>
      <TextField label={t('reason')} lines={3} value={reason} onChange={setReason} maxLength={500} />
      {run.error && <Notice tone="bad">{run.error.message}</Notice>}
    </Dialog>
  );
};
