import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { request, useRead } from '../../../web/api/client.ts';
import { Badge, Loaded, Page, ProgressSteps } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { CodeStep } from './code-step.tsx';
import { ConsentStep } from './consent-step.tsx';
import { DocumentStep } from './document-step.tsx';
import { messages } from './messages.ts';
import { Outcome } from './outcome.tsx';
import { RefuseButton } from './refuse-dialog.tsx';
import { type RequestView, type Screen, firstScreen, screens } from './request-view.ts';
import { SummaryStep } from './summary-step.tsx';
import type { Reading } from './use-reading.ts';

/** Reading, accepting and signing by the client, on a phone, without an account. */
export default function SigningPage() {
  const { requestId = '' } = useParams();
  const read = useRead<RequestView>(`/signing/${requestId}`, {
    // Nothing to do but wait for the other party or for the files: look again.
    refetchInterval: ({ state: { data } }) =>
      data && (['preparing', 'client_signed'].includes(data.state) || (data.state === 'signed' && !data.files.evidence))
        ? 4000
        : false,
  });
  return (
    <Page width="reading">
      <Loaded read={read}>{(view) => (isOpen(view) ? <Flow view={view} /> : <Outcome view={view} />)}</Loaded>
    </Page>
  );
}

const isOpen = (view: RequestView) => ['sent', 'read', 'consented'].includes(view.state) && view.now < view.expiresAt;

const Flow = ({ view }: { view: RequestView }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const [screen, setScreen] = useState<Screen>(() => firstScreen(view));
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
        steps={[t('stepSummary'), t('stepDocument'), t('stepConsent'), t('stepCode')]}
        current={screens.indexOf(screen)}
      />
      {screen === 'summary' && <SummaryStep view={view} onNext={(reading) => leave('summary', reading, 'document')} />}
      {screen === 'document' && (
        <DocumentStep view={view} onBack={() => go('summary')} onNext={(reading) => leave('document', reading, 'consent')} />
      )}
      {screen === 'consent' && <ConsentStep view={view} onBack={() => go('document')} onNext={() => go('code')} />}
      {screen === 'code' && <CodeStep view={view} onBack={() => go('document')} />}
      <div className="flex justify-center border-t border-line pt-4">
        <RefuseButton view={view} />
      </div>
    </>
  );
};
