import { useRead } from '../../../web/api/client.ts';
import { Empty, Loaded, Page, PageHeader, StateLabel, Table, type Column } from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { useWords } from './use-words.ts';

type MissionRow = { id: string; name: string; status: 'open' | 'paused' | 'closed'; startsOn: CivilDate; endsOn: CivilDate };
const tones = { open: 'good', paused: 'caution', closed: 'neutral' } as const;

/** The missions one may call for. */
export default function ChooseMissionPage() {
  const { t } = useWords();
  const format = useFormats();
  const read = useRead<{ missions: MissionRow[] }>('/missions');
  const columns: Column<MissionRow>[] = [
    { key: 'name', header: t('missionColumn'), value: (row) => row.name },
    {
      key: 'period',
      header: t('periodColumn'),
      value: (row) => row.startsOn,
      cell: (row) => `${format.shortDay(row.startsOn)} – ${format.shortDay(row.endsOn)}`,
    },
    {
      key: 'status',
      header: t('stateColumn'),
      value: (row) => t(row.status),
      cell: (row) => <StateLabel tone={tones[row.status]}>{t(row.status)}</StateLabel>,
    },
  ];
  return (
    <Page>
      <PageHeader title={t('chooseTitle')} lead={t('chooseLead')} />
      <Loaded read={read}>
        {({ missions }) => (
          <Table
            label={t('chooseTitle')}
            rows={missions}
            rowId={(row) => row.id}
            href={(row) => `/appels/${row.id}`}
            columns={columns}
            empty={<Empty title={t('noMission')}>{t('noMissionHint')}</Empty>}
          />
        )}
      </Loaded>
    </Page>
  );
}
