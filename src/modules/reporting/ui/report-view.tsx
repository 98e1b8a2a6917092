import { apiAddress } from '../../../web/api/client.ts';
import { Notice, PdfViewer, Section, Skeleton } from '../../../web/design/index.ts';
import type { ReportRow } from './shapes.ts';
import { reportTitle, useWords } from './use-words.ts';

/** A frozen report: its sentence, its document, and the hash that proves its figures have not moved. */
export const ReportView = ({ report }: { report: ReportRow }) => {
  const words = useWords();
  const { t, inLanguage } = words;
  const title = reportTitle(words, report);
  return (
    <Section title={title}>
      <p className="text-lg font-medium">{inLanguage(report.headline)}</p>
      {report.notes.length > 0 && (
        <div className="flex max-w-reading flex-col gap-1">
          <h3 className="font-medium">{t('notes')}</h3>
          <ul className="list-[square] pl-5 marker:text-ink-soft">
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-col gap-1 text-xs text-ink-soft">
        <p>
          <span className="font-medium">{t('hash')}</span> <span className="break-all">{report.snapshotSha256}</span>
        </p>
        <p>{t('hashHint')}</p>
      </div>
      {report.isPrinted ? (
        <PdfViewer src={apiAddress(`/reports/${report.id}/pdf`)} title={title} downloadName={`${report.label}.pdf`} />
      ) : (
        <>
          <Notice>{t('notPrinted')}</Notice>
          <Skeleton lines={8} />
        </>
      )}
    </Section>
  );
};
