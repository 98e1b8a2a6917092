import { useRead, type Answer } from '../../../web/api/client.ts';
import { ButtonLink, Empty, Loaded, Page, PageHeader, Table, type Column } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { NextStep } from './next-step.tsx';
import { nextStepOf, useNextSteps } from './next-steps.ts';

type Dossiers = Answer<'get', '/dossiers'>;
type DossierRow = Dossiers['dossiers'][number];

/** One row per client: what happens next, before anything else. */
export default function DossiersPage() {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<Dossiers>('/dossiers');
  const steps = useNextSteps();
  const columns: Column<DossierRow>[] = [
    { key: 'client', header: t('client'), value: (row) => row.clientName, phone: 'title' },
    {
      key: 'next',
      header: t('next'),
      value: (row) => {
        const step = nextStepOf(steps, row.clientId);
        return step && t(...step.words);
      },
      cell: (row) => <NextStep step={nextStepOf(steps, row.clientId)} />,
    },
    {
      key: 'siren',
      header: t('siren'),
      value: (row) => row.siren,
      cell: (row) => row.siren?.replace(/(\d{3})(?=\d)/g, '$1\u00a0') ?? '',
      width: 'w-36',
      phone: 'hidden',
    },
    {
      key: 'opened',
      header: t('openedOn'),
      value: (row) => row.openedAt,
      cell: (row) => format.dayOf(row.openedAt),
      width: 'w-44',
      phone: 'hidden',
    },
  ];
  const add = (
    <ButtonLink to="/clients/nouveau" variant="primary">
      {t('clientNewTitle')}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHeader title={t('dossiers')} lead={t('dossiersLead')} action={read.data?.dossiers.length ? add : undefined} />
      <Loaded read={read}>
        {({ dossiers }) => (
          <Table
            label={t('dossiers')}
            rows={dossiers}
            rowId={(row) => row.dossierId}
            href={(row) => `/dossiers/${row.dossierId}`}
            columns={columns}
            sort="-opened"
            exportAs="dossiers"
            empty={
              <Empty title={t('dossiersNone')} action={add}>
                {t('dossiersNoneWhy')}
              </Empty>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
