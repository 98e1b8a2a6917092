import { useParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import { ExternalLink, Loaded, Page, PageHeader, PdfViewer } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

type PublicEdition = { edition: number; publishedOn: string; publisher: string };

/** The edition in force, for any professional who asks: no account, nothing else of the organisation. */
export default function PublicGeneralTermsPage() {
  const t = useMessages(messages);
  const format = useFormats();
  const { organisationId = '' } = useParams();
  const read = useRead<PublicEdition>(`/public/general-terms/${organisationId}`);
  const file = `/api/v1/public/general-terms/${organisationId}/document`;
  return (
    <Page width="reading">
      <Loaded read={read}>
        {({ edition, publishedOn, publisher }) => (
          <>
            <PageHeader
              title={t('title')}
              lead={t('publicLead', { edition, day: format.day(publishedOn), publisher })}
              action={<ExternalLink href={file}>{t('download')}</ExternalLink>}
            />
            <p className="text-sm text-ink-soft">{t('law')}</p>
            <PdfViewer src={file} title={t('title')} downloadName={`conditions-generales-edition-${edition}.pdf`} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
