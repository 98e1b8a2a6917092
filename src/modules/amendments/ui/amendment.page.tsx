import { useState } from 'react';
import { useParams } from 'react-router';
import { apiAddress, request, useCommand, useRead } from '../../../web/api/client.ts';
import {
  Button,
  ButtonLink,
  Dialog,
  ExternalLink,
  Loaded,
  Notice,
  Page,
  PageHeader,
  PdfViewer,
  TextField,
} from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import type { SigningState } from '../../signing/index.ts';
import { useWhyNotWithdrawn } from '../../signing/screens.ts';
import { AmendmentFace } from './amendment-face.tsx';
import { AmendmentState, useAmendmentFacts, useAmendmentName } from './amendment-state.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { messages } from './messages.ts';
import type { AmendmentDetail } from './shapes.ts';

/** One amendment: written while a draft, then read, signed, and kept. */
export default function AmendmentPage() {
  const { amendmentId = '' } = useParams();
  const read = useRead<AmendmentDetail>(`/amendments/${amendmentId}`, {
    refetchInterval: ({ state }) => (state.data && state.data.status === 'sent' && !state.data.documentReady ? 1500 : false),
  });
  return (
    <Page>
      <Loaded read={read}>
        {(amendment) =>
          amendment.status === 'draft' ? <DraftEditor amendment={amendment} /> : <SentAmendment amendment={amendment} />
        }
      </Loaded>
    </Page>
  );
}

const SentAmendment = ({ amendment }: { amendment: AmendmentDetail }) => {
  const t = useMessages(messages);
  const nameOf = useAmendmentName();
  const factsOf = useAmendmentFacts();
  const actor = useMe().data?.actor;
  const isOwner = actor?.kind === 'member' && actor.role === 'owner';
  const [withdrawing, withdraw] = useState(false);
  const { status, mission } = amendment;
  return (
    <>
      <PageHeader
        title={nameOf(amendment)}
        back={{ to: `/missions/${mission.id}/avenants`, label: t('back') }}
        state={<AmendmentState status={status} />}
        lead={[amendment.number, ...factsOf(amendment, amendment.now)].filter(Boolean).join(' · ')}
        action={
          isOwner && status === 'sent' ? (
            <ButtonLink variant="primary" to={`/signatures/${amendment.signatureRequestId}`}>
              {t(amendment.signatureState === 'client_signed' ? 'sign' : 'followSignature')}
            </ButtonLink>
          ) : undefined
        }
      />
      {amendment.closedReason && (
        <Notice tone={status === 'overtaken' ? 'bad' : 'caution'}>
          {t('closedBecause', { reason: amendment.closedReason })}
        </Notice>
      )}
      {actor?.kind === 'client' && status === 'sent' && <Notice>{t('signByMail')}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
        {amendment.documentReady ? (
          <ExternalLink href={apiAddress(`/amendments/${amendment.id}/pdf`)}>{t('pdf')}</ExternalLink>
        ) : (
          <span className="text-ink-soft">{t('rendering')}</span>
        )}
        {amendment.consolidatedReady && (
          <ExternalLink href={apiAddress(`/amendments/${amendment.id}/consolidated`)}>{t('consolidated')}</ExternalLink>
        )}
        {isOwner && status === 'sent' && (
          <Button variant="quiet" onPress={() => withdraw(true)}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <AmendmentFace amendment={amendment} />
        </div>
        {amendment.documentReady && (
          <div className="min-w-0 max-xl:hidden">
            <PdfViewer title={nameOf(amendment)} src={apiAddress(`/amendments/${amendment.id}/pdf`)} />
          </div>
        )}
      </div>
      {withdrawing && <WithdrawDialog amendment={amendment} onClose={() => withdraw(false)} />}
    </>
  );
};

const WithdrawDialog = ({ amendment, onClose }: { amendment: AmendmentDetail; onClose: () => void }) => {
  const t = useMessages(messages);
  const [reason, setReason] = useState('');
  const accepted = useWhyNotWithdrawn(amendment.signatureState as SigningState | null);
  const command = useCommand(() => request('POST', `/amendments/${amendment.id}/withdrawal`, { reason }), {
    invalidate: [['amendments'], ['missions', amendment.mission.id], ['signature-requests']],
    done: t('withdrawn'),
    onDone: onClose,
    quiet: true,
  });
  return (
    <Dialog
      isOpen
      title={t('withdrawTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="danger"
            onPress={() => command.mutate()}
            isPending={command.isPending}
            whyDisabled={accepted ?? (reason.trim() ? null : t('answerMissing'))}
          >
            {t('withdraw')}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-soft">{t('withdrawWhat')}</p>
      <TextField label={t('reason')} lines={3} value={reason} onChange={setReason} maxLength={500} />
      {command.error && <Notice tone="bad">{command.error.message}</Notice>}
    </Dialog>
  );
};
