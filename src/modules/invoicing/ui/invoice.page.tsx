import { useState } from 'react';
import { useParams } from 'react-router';
import { apiAddress, useRead } from '../../../web/api/client.ts';
import {
  Badge,
  Button,
  ExternalLink,
  Facts,
  Link,
  Loaded,
  Notice,
  Page,
  PageHeader,
  PdfViewer,
  Section,
  TwoPane,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { CreditDialog } from './credit-dialog.tsx';
import { InvoiceMoneyView } from './invoice-money.tsx';
import type { InvoiceAnswer } from './invoice-shapes.ts';
import { InvoiceStateLabel, nextFor } from './invoice-state.tsx';
import { messages } from './messages.ts';
import { useMayIssue } from './use-may-issue.ts';

/** One invoice: its facts and lines left, each line opening its evidence; the page that was sent, right. */
export default function InvoicePage() {
  const { id = '' } = useParams();
  const read = useRead<InvoiceAnswer>(`/invoices/${id}`);
  return (
    <Page>
      <Loaded read={read} lines={12}>
        {(invoice) => <InvoiceView invoice={invoice} />}
      </Loaded>
    </Page>
  );
}

const InvoiceView = ({ invoice }: { invoice: InvoiceAnswer }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const mayIssue = useMayIssue();
  const [crediting, setCrediting] = useState(false);
  const { id, number } = invoice;
  const mayCredit = mayIssue && (invoice.state === 'to_pay' || invoice.state === 'overdue');
  return (
    <>
      <PageHeader
        back={{ to: '/factures', label: t('invoices') }}
        title={t(`title_${invoice.kind}`, { number })}
        state={
          <>
            <InvoiceStateLabel state={invoice.state} />
            {invoice.isDemo && <Badge tone="caution">{t('demo')}</Badge>}
          </>
        }
        lead={t('leadFor', { client: invoice.clientName, subject: invoice.subject })}
        others={
          mayCredit && (
            <Button variant="quiet" onPress={() => setCrediting(true)}>
              {t('creditVerb')}
            </Button>
          )
        }
        action={
          <span className="flex flex-wrap items-center gap-4 text-sm">
            <ExternalLink href={apiAddress(`/invoices/${id}/xml`)} download={`${number}.xml`}>
              {t('downloadXml')}
            </ExternalLink>
            <ExternalLink href={apiAddress(`/invoices/${id}/pdf?download=true`)} download={`${number}.pdf`}>
              {t('downloadPdf')}
            </ExternalLink>
          </span>
        }
      />
      <Related invoice={invoice} />
      <TwoPane
        even
        left={
          <>
            <Facts
              stacked
              facts={[
                { label: t('next'), value: nextFor(invoice, t, format) },
                { label: t('issuedOn'), value: format.day(invoice.issuedOn) },
                ...(invoice.dueOn ? [{ label: t('dueOn'), value: format.day(invoice.dueOn) }] : []),
                ...(invoice.delay
                  ? [{ label: t('delay'), value: t(`delay_${invoice.delay.method}`, { days: invoice.delay.days }) }]
                  : []),
                { label: t('contract'), value: invoice.contractNumber },
                { label: t('mission'), value: <Link to={`/missions/${invoice.missionId}`}>{invoice.subject}</Link> },
              ]}
            />
            <Section title={t('lines')}>
              <InvoiceMoneyView money={invoice} missionId={invoice.missionId} />
            </Section>
          </>
        }
        right={
          <PdfViewer src={apiAddress(`/invoices/${id}/pdf`)} title={t('pdfTitle', { number })} downloadName={`${number}.pdf`} />
        }
      />
      <CreditDialog invoice={invoice} isOpen={crediting} onClose={() => setCrediting(false)} />
    </>
  );
};

/** The credit note that cancels it, or the invoice that it cancels. */
const Related = ({ invoice: { creditedBy, credits } }: { invoice: InvoiceAnswer }) => {
  const t = useMessages(messages);
  if (creditedBy)
    return (
      <Notice tone="caution">
        {t('creditedBy')} <Link to={`/factures/${creditedBy.id}`}>{creditedBy.number}</Link>
      </Notice>
    );
  if (credits)
    return (
      <Notice>
        {t('credits')} <Link to={`/factures/${credits.id}`}>{credits.number}</Link> · {credits.reason}
      </Notice>
    );
  return null;
};
