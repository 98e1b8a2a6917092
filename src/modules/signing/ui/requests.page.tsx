import type { Instant } from '../../../shared/time.ts';
import { useRead } from '../../../web/api/client.ts';
import { ButtonLink, type Column, Empty, Loaded, Page, PageHeader, Table } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { SigningState, Stalled } from '../index.ts';
import { messages } from './messages.ts';
import { peopleMessages } from './people-messages.ts';
import { SigningStateLabel } from './state-label.tsx';

type Line = {
  requestId: string;
  number: string;
  title: string;
  state: SigningState;
  client: string;
  openedAt: Instant;
  expiresAt: Instant;
  signedCount: number;
  signerCount: number;
  stalled: Stalled | null;
};

/** Every document that was sent to be signed, and where it stands. */
export default function RequestsPage() {
  const t = useMessages(messages);
  const people = useMessages(peopleMessages);
  const format = useFormats();
  const read = useRead<{ requests: Line[] }>('/signature-requests');
  const columns: Column<Line>[] = [
    { key: 'document', header: t('colDocument'), value: (line) => line.title, phone: 'title' },
    { key: 'client', header: t('client'), value: (line) => line.client },
    {
      key: 'state',
      header: t('colState'),
      value: (line) => t(`state_${line.state}`),
      cell: (line) => (
        <span className="flex flex-col">
          <SigningStateLabel state={line.state} />
          {line.stalled && (
            <span className="text-xs text-caution">
              {people(`stalled_${line.stalled}`, { day: format.dayOf(line.expiresAt) })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'signed',
      header: people('colSigned'),
      value: (line) => line.signedCount / line.signerCount,
      cell: (line) => people('signedOf', { signed: line.signedCount, total: line.signerCount }),
    },
    { key: 'sent', header: t('colSent'), value: (line) => line.openedAt, cell: (line) => format.dayOf(line.openedAt) },
    { key: 'deadline', header: t('deadline'), value: (line) => line.expiresAt, cell: (line) => format.dayOf(line.expiresAt) },
  ];
  return (
    <Page>
      <PageHeader
        title={t('signatures')}
        lead={t('listLead')}
        others={
          <>
            <ButtonLink to="/verifier">{people('verifyFile')}</ButtonLink>
            <ButtonLink to="/cachet">{people('seal')}</ButtonLink>
          </>
        }
      />
      <Loaded read={read}>
        {({ requests }) => (
          <Table
            label={t('signatures')}
            rows={requests}
            rowId={(line) => line.requestId}
            href={(line) => `/signatures/${line.requestId}`}
            columns={columns}
            empty={
              <Empty title={t('none')} action={<ButtonLink to="/devis/nouveau">{t('newQuote')}</ButtonLink>}>
                {t('noneHint')}
              </Empty>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
