import { classes, Section, StateLabel, type Tone } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { fieldLabels, type ColumnMapping } from '../domain/file/fields.ts';
import type { ImportDetail, PreviewRow } from './import-shapes.ts';
import { messages } from './messages.ts';

/** The first rows as they would be kept: what was put right is underlined, with what was written below. */
export const PreviewTable = ({ state, mapping, stale }: { state: ImportDetail; mapping: ColumnMapping; stale: boolean }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const rows = state.preview ?? [];
  return (
    <Section title={t('previewTitle', { count: rows.length })} aside={<p className="text-xs text-ink-soft">{t('previewWhy')}</p>}>
      <div
        // Wide files are read by scrolling sideways, with the keyboard too.
        tabIndex={0}
        role="region"
        aria-label={t('previewTitle', { count: rows.length })}
        aria-busy={stale}
        className={classes('max-h-[30rem] overflow-auto rounded-md border border-line bg-surface', stale && 'opacity-60')}
      >
        <table className="border-collapse text-sm">
          <thead className="sticky top-0 bg-surface">
            <tr className="h-9 border-b border-line text-left text-xs text-ink-soft">
              <th className="px-3 font-medium">{t('line')}</th>
              <th className="px-3 font-medium">{t('verdict')}</th>
              {state.format.headings.map((heading, column) => (
                <th key={column} className="px-3 font-medium whitespace-nowrap">
                  {mapping[column] ? fieldLabels[mapping[column]][language] : heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.row} row={row} mapping={mapping} width={state.format.headings.length} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};

const verdictOf = (row: PreviewRow): { key: 'accepted' | 'corrected' | 'warned' | 'rejected' | 'duplicate'; tone: Tone } => {
  if (row.verdict === 'rejected') return { key: 'rejected', tone: 'bad' };
  if (row.verdict === 'duplicate') return { key: 'duplicate', tone: 'caution' };
  if (row.notes.some((note) => note.kept === null)) return { key: 'warned', tone: 'caution' };
  return row.notes.length > 0 ? { key: 'corrected', tone: 'good' } : { key: 'accepted', tone: 'good' };
};

const Row = ({ row, mapping, width }: { row: PreviewRow; mapping: ColumnMapping; width: number }) => {
  const t = useMessages(messages);
  const verdict = verdictOf(row);
  const aside = row.verdict !== 'accepted';
  return (
    <tr className={classes('border-b border-line align-top last:border-b-0', aside && 'bg-sunken')}>
      <td className="px-3 py-2 text-ink-soft tabular-nums">{row.line}</td>
      <td className="min-w-56 px-3 py-2">
        <StateLabel tone={verdict.tone}>{t(verdict.key)}</StateLabel>
        {[...new Set(row.notes.map((note) => note.sentence))].map((sentence) => (
          <p key={sentence} className="text-xs text-ink-soft">
            {sentence}
          </p>
        ))}
      </td>
      {Array.from({ length: width }, (_, column) => (
        <td key={column} className={classes('max-w-64 px-3 py-2', aside && 'text-ink-soft')}>
          <Cell row={row} field={mapping[column] ?? null} given={row.cells[column] ?? ''} />
        </td>
      ))}
    </tr>
  );
};

const Cell = ({ row, field, given }: { row: PreviewRow; field: ColumnMapping[number]; given: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const note = field === null ? undefined : row.notes.find((each) => each.field === field && each.given === given);
  const changed = row.verdict === 'accepted' && note !== undefined && note.kept !== null;
  if (!changed) return <span className={classes('block truncate', note && 'text-bad')}>{given}</span>;
  const kept = note.kept!.startsWith('+') ? format.phone(note.kept!) : note.kept;
  return (
    <span className="flex flex-col">
      <span className="font-medium whitespace-nowrap underline decoration-primary decoration-2 underline-offset-3">{kept}</span>
      <span className="truncate text-xs text-ink-soft">{t('given', { given: given || t('cellEmpty') })}</span>
    </span>
  );
};
