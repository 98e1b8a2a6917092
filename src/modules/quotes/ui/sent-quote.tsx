import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import {
  Button,
  ButtonLink,
  Card,
  Facts,
  Link,
  Notice,
  PageHeader,
  PdfViewer,
  ProgressSteps,
  Section,
  Skeleton,
  Tabs,
  Timeline,
  TwoPane,
  type Tone,
} from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { agreementName } from '../../contracts/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import {
  CountersignForm,
  documentAddress,
  OwnerActions,
  type OwnerRequestView,
  SignedFiles,
  useStory,
} from '../../signing/screens.ts';
import { NegotiationCard } from '../../negotiation/screens.ts';
import { Essentials } from './essentials.tsx';
import { formMessages } from './form-messages.ts';
import { messages } from './messages.ts';
import { SentAnnexes } from './sent-annexes.tsx';
import { sentMessages } from './sent-messages.ts';
import type { ClientLine, InvoiceLine, MissionLine, QuoteDetail } from './shapes.ts';
import { QuoteStatusLabel } from './status-label.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** A quote that left: frozen, followed up to both signatures, and what comes after. */
export const SentQuote = ({ quote, mayAct }: { quote: QuoteDetail; mayAct: boolean }) => {
  const t = useMessages(messages);
  const f = useMessages(formMessages);
  const said = useMessages(sentMessages);
  const { language } = useLanguage();
  const format = useFormats();
  const clients = useRead<{ clients: ClientLine[] }>('/clients');
  const clientName = clients.data?.clients.find(({ clientId }) => clientId === quote.clientId)?.name ?? '';
  const signing = useRead<OwnerRequestView>(quote.signatureRequestId ? `/signature-requests/${quote.signatureRequestId}` : null, {
    refetchInterval: ({ state: { data } }) =>
      data && (['refused', 'withdrawn'].includes(data.state) || data.files.evidence) ? false : 4000,
  });
  const view = signing.data;
  const facts = [
    { label: said('number'), value: quote.number && agreementName(quote.number, language) },
    ...(quote.frameworkNumber
      ? [{ label: f('underFramework'), value: <Link to={`/contrats-cadres/${quote.frameworkId}`}>{quote.frameworkNumber}</Link> }]
      : []),
    ...(quote.chosenOptions?.length ? [{ label: f('optionsBought'), value: String(quote.chosenOptions.length) }] : []),
    { label: t('client'), value: <Link to={`/dossiers/${quote.dossierId}`}>{clientName}</Link> },
    {
      label: said('net'),
      value: <strong className="text-base font-semibold">{format.money(quote.totals?.netCents ?? quote.netCents)}</strong>,
    },
    ...(quote.totals && quote.totals.vatCents > 0 ? [{ label: t('gross'), value: format.money(quote.totals.grossCents) }] : []),
    ...(quote.sentAt ? [{ label: said('sentAt'), value: format.moment(quote.sentAt) }] : []),
    ...(quote.validUntil ? [{ label: said('validUntil'), value: format.day(quote.validUntil) }] : []),
  ];
  return (
    <>
      <PageHeader
        title={quote.title}
        back={{ to: '/devis', label: t('quotes') }}
        state={<QuoteStatusLabel status={quote.status} />}
        others={mayAct && <Others quote={quote} view={view} />}
        action={<Next quote={quote} />}
      />
      {['sent', 'signed'].includes(quote.status) && (
        // Once all is done there is no present step to name on a phone.
        <div className={quote.status === 'signed' ? 'max-md:hidden' : undefined}>
          <ProgressSteps
            steps={[said('stepSent'), said('stepRead'), said('stepClient'), said('stepBoth')]}
            current={quote.status === 'signed' ? 4 : stepOf(view)}
          />
        </div>
      )}
      <WhatNow quote={quote} view={view} />
      <TwoPane
        left={
          <>
            {mayAct && view?.state === 'client_signed' && <CountersignForm view={view} />}
            <Card className="flex flex-col gap-4">
              <Facts stacked facts={facts} />
              {quote.contentSha256 && (
                <p className="text-xs text-ink-soft">
                  {said('fingerprint')}
                  <br />
                  <span className="font-mono break-all">{quote.contentSha256}</span>
                </p>
              )}
            </Card>
            <NegotiationCard subject={{ type: 'quote', id: quote.id }} to={`/devis/${quote.id}/negociation`} />
            {view && <SignedFiles view={view} />}
            <SentAnnexes quoteId={quote.id} />
            {view && <Story view={view} />}
          </>
        }
        right={
          <Tabs
            label={t('document')}
            tabs={[
              {
                id: 'document',
                title: t('document'),
                content: view?.documentSha256 ? (
                  <PdfViewer src={documentAddress(view)} title={quote.title} downloadName={`${quote.number}.pdf`} />
                ) : (
                  <Preparing />
                ),
              },
              { id: 'essential', title: t('essential'), content: <Essentials draft={quote.draft} /> },
            ]}
          />
        }
      />
    </>
  );
};

/** How far the signature is: steps done so far. */
const stepOf = (view: OwnerRequestView | undefined): number => {
  switch (view?.state) {
    case 'client_signed':
      return 3;
    case 'read':
    case 'consented':
      return 2;
    default:
      return 1;
  }
};

const Preparing = () => {
  const said = useMessages(sentMessages);
  return (
    <div className="flex flex-col gap-4" role="status">
      <p className="text-sm">{said('preparing')}</p>
      <Skeleton lines={14} />
    </div>
  );
};

const Story = ({ view }: { view: OwnerRequestView }) => {
  const said = useMessages(sentMessages);
  return (
    <Section
      title={said('history')}
      aside={
        <Link to={`/signatures/${view.requestId}`} className="text-sm">
          {said('openSignature')}
        </Link>
      }
    >
      <Timeline label={said('history')} items={useStory(view)} />
    </Section>
  );
};

const noticeTone: Record<Exclude<QuoteDetail['status'], 'draft'>, Tone> = {
  sent: 'neutral',
  signed: 'good',
  refused: 'bad',
  expired: 'caution',
  withdrawn: 'caution',
};

/** One sentence: where the quote stands and what to do about it. */
const WhatNow = ({ quote, view }: { quote: QuoteDetail; view: OwnerRequestView | undefined }) => {
  const said = useMessages(sentMessages);
  const format = useFormats();
  const { deposit } = useAfter(quote);
  const status = quote.status as Exclude<QuoteDetail['status'], 'draft'>;
  const isMyTurn = status === 'sent' && view?.state === 'client_signed';
  const sentence = isMyTurn
    ? said('next_client_signed')
    : status === 'signed' && !deposit
      ? said('next_signed_no_deposit')
      : said(`next_${status}`);
  return (
    <Notice tone={isMyTurn ? 'caution' : noticeTone[status]}>
      <p>{sentence}</p>
      {quote.closedReason && <p className="mt-1 font-medium">{said('reasonGiven', { reason: quote.closedReason })}</p>}
      {view?.paper && (
        <p className="mt-1">
          {said('paperKept', { day: format.day(view.paper.signedOn as CivilDate), name: view.paper.signatoryName })}
        </p>
      )}
      {status === 'sent' && !isMyTurn && (
        <p className="mt-1">
          <Link to="/boite-envoi">{said('next_outbox')}</Link>
        </p>
      )}
    </Notice>
  );
};

/** What the signature opened. */
const useAfter = (quote: QuoteDetail) => {
  const missions = useRead<{ missions: MissionLine[] }>(quote.status === 'signed' ? '/missions' : null);
  const mission = missions.data?.missions.find(({ quoteId }) => quoteId === quote.id);
  const invoices = useRead<{ invoices: InvoiceLine[] }>(
    mission ? '/invoices' : null,
    mission ? { query: { missionId: mission.id } } : {},
  );
  return { mission, deposit: invoices.data?.invoices.find(({ kind }) => kind === 'deposit') };
};

const Next = ({ quote }: { quote: QuoteDetail }) => {
  const said = useMessages(sentMessages);
  const { mission, deposit } = useAfter(quote);
  if (!mission) return null;
  return (
    <>
      {deposit && <ButtonLink to={`/factures/${deposit.id}`}>{said('toDeposit', { number: deposit.number })}</ButtonLink>}
      <ButtonLink to={`/missions/${mission.id}`} variant="primary">
        {said('toMission')}
      </ButtonLink>
    </>
  );
};

const Others = ({ quote, view }: { quote: QuoteDetail; view: OwnerRequestView | undefined }) => {
  const said = useMessages(sentMessages);
  const navigate = useNavigate();
  const [withdrawing, setWithdrawing] = useState(false);
  const copy = useCommand(
    () => request<{ id: string }>('POST', '/quotes', { clientId: quote.clientId, title: quote.title, copyOf: quote.id }),
    { invalidate: [['quotes'], ['dossiers']], onDone: ({ id }) => void navigate(`/devis/${id}`) },
  );
  return (
    <>
      {quote.status === 'sent' && view && <OwnerActions view={view} />}
      <Button
        variant={['refused', 'expired', 'withdrawn'].includes(quote.status) ? 'primary' : 'secondary'}
        onPress={() => copy.mutate()}
        isPending={copy.isPending}
      >
        {said('duplicate')}
      </Button>
      {quote.status === 'sent' && (
        <Button variant="danger" onPress={() => setWithdrawing(true)}>
          {said('withdraw')}
        </Button>
      )}
      {withdrawing && (
        <WithdrawDialog quoteId={quote.id} accepted={view?.state === 'client_signed'} onClose={() => setWithdrawing(false)} />
      )}
    </>
  );
};
