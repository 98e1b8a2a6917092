import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, Facts, Notice, Section } from '../../../web/design/index.ts';
import { useFormats, useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import { checkMapping } from '../domain/file/check-mapping.ts';
import type { ColumnMapping } from '../domain/file/fields.ts';
import { refusals } from '../refusals.ts';
import type { ImportDetail } from './import-shapes.ts';
import { ImportOptionsCard, type ImportOptions } from './import-options.tsx';
import { MappingTable } from './mapping-table.tsx';
import { messages } from './messages.ts';
import { PreviewTable } from './preview-table.tsx';

const separatorNames = { ';': 'sep_semicolon', ',': 'sep_comma', '\t': 'sep_tab', '|': 'sep_pipe' } as const;

/** What was recognised, what each column holds, and the first rows as they would be kept. Nothing is a prospect yet. */
export const ColumnsStep = ({ state, onOther }: { state: ImportDetail; onOther: () => void }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(refusals);
  const [mapping, setMapping] = useState<ColumnMapping>(state.mapping);
  const [options, setOptions] = useState<ImportOptions>(state.options);
  const checked = checkMapping(mapping, state.format.headings.length);
  const save = useCommand(
    (choice: { mapping: ColumnMapping; options: ImportOptions }) =>
      request<ImportDetail>('PUT', `/imports/${state.id}/mapping`, choice),
    { invalidate: [['imports', state.id]] },
  );
  const confirm = useCommand(() => request('POST', `/imports/${state.id}/confirmation`), {
    invalidate: [
      ['imports', state.id],
      ['missions', state.missionId],
    ],
  });
  const choose = (nextMapping: ColumnMapping, nextOptions: ImportOptions) => {
    setMapping(nextMapping);
    setOptions(nextOptions);
    if (checkMapping(nextMapping, state.format.headings.length).ok) save.mutate({ mapping: nextMapping, options: nextOptions });
  };
  return (
    <>
      {state.status === 'failed' && (
        <Notice tone="bad">
          <p className="font-medium">{t('failedTitle')}</p>
          <p>{t('failedWhy')}</p>
        </Notice>
      )}
      <Recognised state={state} />
      <Section title={t('columnsTitle')}>
        <p className="max-w-reading text-sm text-ink-soft">{t('columnsWhy')}</p>
        <MappingTable state={state} mapping={mapping} onMapping={(next) => choose(next, options)} />
      </Section>
      <PreviewTable state={state} mapping={mapping} stale={save.isPending} />
      <ImportOptionsCard options={options} onOptions={(next) => choose(mapping, next)} />
      <div className="flex flex-wrap items-start justify-end gap-3">
        <Button onPress={onOther}>{t('otherFile')}</Button>
        <Button
          variant="primary"
          whyDisabled={whyNot(checked)}
          isPending={confirm.isPending || save.isPending}
          onPress={() => confirm.mutate()}
        >
          {state.status === 'failed' ? t('retry') : t('confirm')}
        </Button>
      </div>
    </>
  );
};

const Recognised = ({ state }: { state: ImportDetail }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { encoding, separator, hasHeader, rowsBefore } = state.format;
  return (
    <Card>
      <Facts
        facts={[
          { label: t('file'), value: state.fileName },
          { label: t('size'), value: format.bytes(state.byteLength) },
          { label: t('encoding'), value: encoding.replace('-bom', '').toUpperCase().replace('WINDOWS', 'Windows') },
          { label: t('separator'), value: t(separatorNames[separator as keyof typeof separatorNames]) },
          { label: t('headerLine'), value: hasHeader ? t('headerAt', { line: rowsBefore }) : t('headerNone') },
          ...(state.titleLines.length > 0 ? [{ label: t('skipped'), value: state.titleLines.join(' · ') }] : []),
        ]}
      />
    </Card>
  );
};
