import { useParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import {
  Badge,
  Card,
  ExternalLink,
  Facts,
  Loaded,
  Notice,
  Page,
  PageHeader,
  PdfViewer,
  Section,
  Timeline,
  TwoPane,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { CountersignForm } from './countersign-form.tsx';
import { messages } from './messages.ts';
import { OwnerActions } from './owner-actions.tsx';
import { SignersPanel } from './signers-panel.tsx';
import { documentAddress, SignedFiles } from './signed-files.tsx';
import type { OwnerRequestView } from './request-view.ts';
import { SigningStateLabel } from './state-label.tsx';
import { useStory } from './use-story.ts';

/** A signature request seen by the prestataire: who has done what, and the countersignature when its turn comes. */
export default function CountersignPage() {
  const { requestId = '' } = useParams();
  const read = useRead<OwnerRequestView>(`/signature-requests/${requestId}`, {
    refetchInterval: ({ state: { data } }) =>
      data && ['refused', 'withdrawn'].includes(data.state) ? false : data?.files.evidence ? false : 5000,
  });
  return <Page>{<Loaded read={read}>{(view) => <Request view={view} />}</Loaded>}</Page>;
}

const Request = ({ view }: { view: OwnerRequestView }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const story = useStory(view);
  const facts = [
    { label: t('client'), value: `${view.client.name}, ${view.client.organisation}` },
    { label: t('deadline'), value: format.moment(view.expiresAt) },
  ];
  return (
    <>
      <PageHeader
        title={view.title}
        back={{ to: '/signatures', label: t('signatures') }}
        state={
          <>
            <SigningStateLabel state={view.state} />
            {view.demo && <Badge tone="caution">{t('demo')}</Badge>}
          </>
        }
        others={<OwnerActions view={view} />}
      />
      {view.refusalReason && (
        <Notice tone="bad">
          <p>{t('refusedBecause')}</p>
          <p className="mt-1 font-medium">{view.refusalReason}</p>
        </Notice>
      )}
      <TwoPane
        left={
          <>
            {view.state === 'client_signed' && <CountersignForm view={view} />}
            <Card className="flex flex-col gap-3">
              <Facts stacked facts={facts} />
              {view.documentSha256 && (
                <p className="text-xs break-all text-ink-soft">
                  {t('fingerprint')}
                  <br />
                  {view.documentSha256}
                </p>
              )}
            </Card>
            <SignersPanel view={view} />
            <SignedFiles view={view} />
            <Section title={t('history')}>
              <Timeline label={t('history')} items={story} />
            </Section>
          </>
        }
        right={
          view.documentSha256 && (
            <Section title={t('document')}>
              <PdfViewer src={documentAddress(view)} title={view.title} downloadName={`${view.number}.pdf`} />
            </Section>
          )
        }
      />
    </>
  );
};
