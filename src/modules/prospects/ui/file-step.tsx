import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import {
  Empty,
  FileDrop,
  Loaded,
  Notice,
  Section,
  StateLabel,
  Table,
  type Column,
  type Tone,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { ImportDetail, ImportLine } from './import-shapes.ts';
import { messages } from './messages.ts';

const tones: Record<ImportLine['status'], Tone> = {
  analysed: 'caution',
  waiting: 'neutral',
  running: 'neutral',
  done: 'good',
  failed: 'bad',
  undone: 'neutral',
};

/** The file is dropped here; those already sent are below, to finish, look at or undo. */
export const FileStep = ({ missionId, onChosen }: { missionId: string; onChosen: (importId: string) => void }) => {
  const t = useMessages(messages);
  const send = useCommand(
    (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return request<ImportDetail>('POST', `/missions/${missionId}/imports`, form);
    },
    { quiet: true, invalidate: [['missions', missionId, 'imports']], onDone: ({ id }) => onChosen(id) },
  );
  return (
    <>
      {send.error && <Notice tone="bad">{send.error.message}</Notice>}
      <FileDrop
        label={t('dropLabel')}
        hint={t('dropHint')}
        accept={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
        onFile={(file) => send.mutate(file)}
        isPending={send.isPending}
      />
      <Earlier missionId={missionId} />
    </>
  );
};

const Earlier = ({ missionId }: { missionId: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<Answer<'get', '/missions/{id}/imports'>>(`/missions/${missionId}/imports`);
  const columns: Column<ImportLine>[] = [
    { key: 'file', header: t('file'), value: (row) => row.fileName, phone: 'title' },
    { key: 'when', header: t('depositedAt'), value: (row) => row.uploadedAt, cell: (row) => format.moment(row.uploadedAt) },
    {
      key: 'state',
      header: t('state'),
      value: (row) => t(`state_${row.status}`),
      cell: (row) => <StateLabel tone={tones[row.status]}>{t(`state_${row.status}`)}</StateLabel>,
    },
    {
      key: 'kept',
      header: t('kept'),
      value: (row) => row.counts?.accepted ?? null,
      cell: (row) => (row.counts ? `${format.count(row.counts.accepted)} / ${format.count(row.counts.read)}` : '—'),
      align: 'right',
    },
    {
      key: 'score',
      header: t('score'),
      value: (row) => row.qualityScore,
      cell: (row) => row.qualityScore ?? '—',
      align: 'right',
    },
  ];
  return (
    <Section title={t('earlier')}>
      <Loaded read={read} lines={3}>
        {({ imports }) => (
          <Table
            label={t('earlier')}
            rows={imports}
            rowId={(row) => row.id}
            href={(row) => `/missions/${missionId}/import?import=${row.id}`}
            columns={columns}
            empty={<Empty title={t('earlierNone')} />}
          />
        )}
      </Loaded>
    </Section>
  );
};
