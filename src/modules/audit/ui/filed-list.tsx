import { useRead } from '../../../web/api/client.ts';
import { type Column, Empty, Loaded, Table } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { FiledRow } from './shapes.ts';

/** The audits that were filed in a dossier, the newest first. */
export const FiledList = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<{ audits: FiledRow[] }>('/audits');
  const columns: Column<FiledRow>[] = [
    { key: 'title', header: t('colTitle'), value: (row) => row.title, phone: 'title' },
    { key: 'score', header: t('colScore'), value: (row) => row.score, align: 'right' },
    { key: 'findings', header: t('colFindings'), value: (row) => row.findings, align: 'right' },
    { key: 'accepted', header: t('colAccepted'), value: (row) => row.accepted, align: 'right' },
    { key: 'filed', header: t('colFiled'), value: (row) => row.filedAt, cell: (row) => format.moment(row.filedAt) },
  ];
  return (
    <Loaded read={read} lines={3}>
      {({ audits }) => (
        <Table
          label={t('tabFiled')}
          rows={audits}
          rowId={(row) => row.id}
          href={(row) => `/audit?audit=${row.id}`}
          columns={columns}
          empty={<Empty title={t('filedNone')}>{t('filedNoneWhy')}</Empty>}
        />
      )}
    </Loaded>
  );
};
