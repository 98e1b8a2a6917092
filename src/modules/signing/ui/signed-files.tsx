import { apiAddress } from '../../../web/api/client.ts';
import { Card, ExternalLink, Notice } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { OwnerRequestView } from './request-view.ts';

/** The signed version once it exists, with its marks; until then the bytes to be signed. */
export const documentAddress = (view: OwnerRequestView) =>
  apiAddress(
    `/signature-requests/${view.requestId}/${view.state === 'signed' && view.files.signed ? 'files/signed' : 'document'}`,
  );

/** What both keep once signed: the document with its marks and the evidence. */
export const SignedFiles = ({ view }: { view: OwnerRequestView }) => {
  const t = useMessages(messages);
  const file = (which: string) => apiAddress(`/signature-requests/${view.requestId}/files/${which}`);
  if (view.state !== 'signed' && view.state !== 'signed_on_paper') return null;
  if (!view.files.evidence) return <Notice>{t('filesPending')}</Notice>;
  return (
    <Card className="flex flex-col gap-3">
      <ExternalLink href={file('signed')} download>
        {t('getSigned')}
      </ExternalLink>
      <ExternalLink href={file('evidence')} download>
        {t('getEvidence')}
      </ExternalLink>
      <p className="text-xs text-ink-soft">{t('keepFiles')}</p>
    </Card>
  );
};
