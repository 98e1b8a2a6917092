import { Select, StateLabel } from '../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { fieldLabels, fieldNames, type ColumnMapping, type FieldName } from '../domain/file/fields.ts';
import type { ImportDetail } from './import-shapes.ts';
import { messages } from './messages.ts';

type Props = { state: ImportDetail; mapping: ColumnMapping; onMapping: (mapping: ColumnMapping) => void };

/** Each column of the file, an example from it, and the field that it feeds. */
export const MappingTable = ({ state, mapping, onMapping }: Props) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const options = [
    { value: 'none' as const, label: t('onlyKept') },
    ...fieldNames.map((value) => ({ value, label: fieldLabels[value][language] })),
  ];
  const example = (column: number) => state.preview?.map((row) => row.cells[column]?.trim()).find((cell) => cell) ?? '';
  const choose = (column: number, chosen: FieldName | 'none') =>
    onMapping(
      mapping.map((field, index) => {
        if (index === column) return chosen === 'none' ? null : chosen;
        // A field comes from one column only: choosing it here frees it there.
        return field === chosen ? null : field;
      }),
    );
  return (
    <ul className="grid gap-x-6 gap-y-3 md:grid-cols-2">
      {state.format.headings.map((heading, column) => {
        const name = heading || `${t('column')} ${column + 1}`;
        return (
          <li key={column} className="flex flex-col gap-1 rounded-md border border-line bg-surface p-3">
            <div className="grid grid-cols-2 items-center gap-3">
              <div className="min-w-0">
                <p className="truncate text-sm font-medium" title={name}>
                  {name}
                </p>
                <p className="truncate text-xs text-ink-soft" title={example(column)}>
                  {example(column) || t('cellEmpty')}
                </p>
              </div>
              <Select
                label={`${t('feeds')} · ${name}`}
                labelHidden
                options={options}
                value={mapping[column] ?? 'none'}
                onChange={(value) => choose(column, value)}
              />
            </div>
            <Confidence state={state} mapping={mapping} column={column} />
          </li>
        );
      })}
    </ul>
  );
};

const Confidence = ({ state, mapping, column }: { state: ImportDetail; mapping: ColumnMapping; column: number }) => {
  const t = useMessages(messages);
  const proposal = state.proposals[column];
  const field = mapping[column] ?? null;
  if (field === null && (proposal?.field ?? null) === null) return null;
  if (proposal?.field !== field) return <StateLabel>{t('chosen')}</StateLabel>;
  if (proposal.confidence >= 1) return <StateLabel tone="good">{t('sure')}</StateLabel>;
  return <StateLabel tone="caution">{proposal.confidence >= 0.7 ? t('likely') : t('guessed')}</StateLabel>;
};
