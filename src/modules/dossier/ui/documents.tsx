import { useState } from 'react';
import { apiAddress, useRead, type Answer } from '../../../web/api/client.ts';
import { Button, Dialog, Empty, ExternalLink, Loaded, PdfViewer, Section } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { documentKinds } from '../domain/document.ts';
import { messages } from './messages.ts';

type Documents = Answer<'get', '/dossiers/{id}/documents'>;
type DocumentRow = Documents['documents'][number];

/** Everything that cannot change any more, by kind, to read here or take away. */
export const FrozenDocuments = ({ dossierId }: { dossierId: string }) => {
  const t = useMessages(messages);
  const read = useRead<Documents>(`/dossiers/${dossierId}/documents`);
  const [opened, setOpened] = useState<DocumentRow | null>(null);
  return (
    <Section title={t('documents')}>
      <Loaded read={read} lines={4}>
        {({ documents }) => {
          if (documents.length === 0) return <Empty title={t('documentsNone')}>{t('documentsNoneWhy')}</Empty>;
          const replaced = new Set(documents.map(({ replaces }) => replaces));
          return (
            <div className="flex flex-col gap-5">
              {documentKinds
                .map((kind) => ({ kind, rows: documents.filter((one) => one.kind === kind).reverse() }))
                .filter(({ rows }) => rows.length > 0)
                .map(({ kind, rows }) => (
                  <div key={kind} className="flex flex-col gap-2">
                    <h3 className="text-sm font-medium text-ink-soft">{t(`doc_${kind}`)}</h3>
                    <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
                      {rows.map((row) => (
                        <DocumentLine
                          key={row.documentId}
                          row={row}
                          isReplaced={replaced.has(row.documentId)}
                          onOpen={() => setOpened(row)}
                        />
                      ))}
                    </ul>
                  </div>
                ))}
            </div>
          );
        }}
      </Loaded>
      {opened && (
        <Dialog wide title={opened.title} isOpen onClose={() => setOpened(null)}>
          <PdfViewer src={addressOf(opened)} title={opened.title} downloadName={`${opened.title}.pdf`} />
        </Dialog>
      )}
    </Section>
  );
};

const addressOf = ({ documentId }: DocumentRow) => apiAddress(`/documents/${documentId}/file`);

const DocumentLine = ({ row, isReplaced, onOpen }: { row: DocumentRow; isReplaced: boolean; onOpen: () => void }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const isPdf = row.mediaType === 'application/pdf';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm">
      <span className="min-w-0 flex-1 basis-64">
        <span className="block font-medium">{row.title}</span>
        <span className="block text-xs text-ink-soft">
          {t('frozenOn', { day: format.dayOf(row.frozenAt) })}
          {isReplaced && `, ${t('replaced')}`}
          {` · ${format.bytes(row.byteLength)} · `}
          <span title={row.sha256} className="tabular-nums">{`SHA-256 ${row.sha256.slice(0, 12)}…`}</span>
        </span>
      </span>
      <span className="flex items-center gap-3 max-md:-ml-3">
        {isPdf && (
          <Button size="sm" variant="quiet" onPress={onOpen} aria-label={`${t('read')} ${row.title}`}>
            {t('read')}
          </Button>
        )}
        <ExternalLink href={addressOf(row)} download>
          {t('download')}
        </ExternalLink>
      </span>
    </li>
  );
};
