import { lazy, Suspense, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { request, useRead } from '../../../web/api/client.ts';
import { Badge, Loaded, Page, ProgressSteps, Skeleton } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { DocumentStep } from './document-step.tsx';
import { messages } from './messages.ts';
import { Outcome } from './outcome.tsx';
import { ComeByYourLink } from './come-by-link.tsx';
import { peopleMessages } from './people-messages.ts';
import { type Screen, type SignerView, firstScreen, screensOf } from './request-view.ts';
import { SummaryStep } from './summary-step.tsx';
import { Together } from './together.tsx';
import type { Reading } from './use-reading.ts';

// A door for few: whoever only signs, on a phone, does not load the negotiation behind it.
const loadLaterSteps = () => import('./later-steps.tsx');
const LaterSteps = lazy(loadLaterSteps);
const OtherWays = lazy(() => import('./other-ways.tsx'));
const ProposeLink = lazy(async () => ({ default: (await import('../../negotiation/screens.ts')).ProposeLink }));

/** Reading, accepting and signing by the client, on a phone, without an account. */
export default function SigningPage() {
  const { requestId = '' } = useParams();
  const read = useRead<SignerView>(`/signing/${requestId}`, {
    retry: false,
    // Nothing to do but wait for the other party or for the files: look again.
    refetchInterval: ({ state: { data } }) =>
      data && (['preparing', 'client_signed'].includes(data.state) || (data.state === 'signed' && !data.files.evidence))
        ? 4000
        : false,
  });
  if (read.error && [401, 403, 404].includes(read.error.status)) return <ComeByYourLink requestId={requestId} />;
  return (
    <Page width="reading">
      <Loaded read={read}>{(view) => (isOpen(view) ? <Flow view={view} /> : <Outcome view={view} />)}</Loaded>
    </Page>
  );
}

const isOpen = (view: SignerView) =>
  ['sent', 'read', 'consented'].includes(view.state) && view.now < view.expiresAt && myTurn(view);
const myTurn = (view: SignerView) => view.can.consent?.code !== 'not_your_turn' && view.can.sign?.code !== 'not_your_turn';

const stepWords = { summary: 'stepSummary', document: 'stepDocument', consent: 'stepConsent', code: 'stepCode' } as const;

const Flow = ({ view }: { view: SignerView }) => {
  const t = useMessages(messages);
  const people = useMessages(peopleMessages);
  const screens = screensOf(view);
  const afterDocument: Screen = screens.includes('initials') ? 'initials' : 'consent';
  const format = useFormats();
  const [screen, setScreen] = useState<Screen>(() => firstScreen(view));
  useEffect(() => void loadLaterSteps(), []);
  useEffect(() => {
    document.title = `${view.title} · Cadran`;
  }, [view.title]);
  const go = (next: Screen) => {
    setScreen(next);
    scrollTo({ top: 0 });
  };
  const leave = async (from: 'summary' | 'document', reading: Reading, next: Screen) => {
    await request('POST', `/signing/${view.requestId}/views`, { screen: from, ...reading });
    go(next);
  };
  return (
    <>
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-xl font-semibold tracking-[-0.015em]">{view.title}</h1>
          {view.demo && <Badge tone="caution">{t('demo')}</Badge>}
        </div>
        <p className="max-w-reading text-base text-ink-soft">
          {t('proposedBy', { provider: view.provider.organisation, day: format.dayOf(view.expiresAt) })}
        </p>
      </header>
      <ProgressSteps
        steps={screens.map((one) => (one === 'initials' ? people('stepInitials') : t(stepWords[one])))}
        current={screens.indexOf(screen)}
      />
      {screen === 'summary' && <SummaryStep view={view} onNext={(reading) => leave('summary', reading, 'document')} />}
      {screen === 'document' && (
        <DocumentStep view={view} onBack={() => go('summary')} onNext={(reading) => leave('document', reading, afterDocument)} />
      )}
      {screen !== 'summary' && screen !== 'document' && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <LaterSteps view={view} screen={screen} go={go} />
        </Suspense>
      )}
      <Together view={view} />
      <Suspense>
        {(view.subject.type === 'quote' || view.subject.type === 'framework') && (
          <ProposeLink subject={view.subject} requestId={view.requestId} />
        )}
        <OtherWays view={view} />
      </Suspense>
    </>
  );
};
