import { useDeferredValue, useState, type ReactNode } from 'react';
import { apiAddress, useRead, type Answer } from '../../../web/api/client.ts';
import { Badge, Button, Dialog, Empty, Loaded, PdfViewer, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { Story } from './story.tsx';

type Found = Answer<'get', '/dossiers/{id}/search'>;
type Result = Found['results'][number];
/** As many as the server answers at once. */
const most = 60;

/** One field for everything the file holds; while it is used, what it finds takes the place of the page. */
export const SearchDossier = ({ dossierId, children }: { dossierId: string; children: ReactNode }) => {
  const t = useMessages(messages);
  const [typed, setTyped] = useState('');
  const question = useDeferredValue(typed.trim());
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <div className="flex flex-wrap items-start gap-3" role="search">
        <div className="min-w-0 flex-1 basis-72">
          <TextField label={t('searchLabel')} hint={t('searchHint')} value={typed} onChange={setTyped} />
        </div>
        {typed !== '' && (
          <div className="md:pt-6">
            <Button variant="quiet" onPress={() => setTyped('')}>
              {t('searchClear')}
            </Button>
          </div>
        )}
      </div>
      {question.length > 1 ? <Results dossierId={dossierId} question={question} /> : children}
    </div>
  );
};

const Results = ({ dossierId, question }: { dossierId: string; question: string }) => {
  const t = useMessages(messages);
  const read = useRead<Found>(`/dossiers/${dossierId}/search`, { query: { q: question } });
  const [opened, setOpened] = useState<Result | null>(null);
  return (
    <section aria-label={t('searchResults')} aria-live="polite" className="flex flex-col gap-4">
      <Loaded read={read} lines={6}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty title={t('searchNone', { question })}>{t('searchNoneWhy')}</Empty>
          ) : (
            <>
              <p className="text-sm text-ink-soft">
                {results.length < most ? t('searchCount', { count: results.length }) : t('searchMost', { count: results.length })}
              </p>
              <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
                {results.map((result) => (
                  <ResultLine key={`${result.source}${result.sourceId}`} result={result} onOpen={() => setOpened(result)} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      {opened && (
        <Dialog wide title={opened.title} isOpen onClose={() => setOpened(null)}>
          <PdfViewer
            src={apiAddress(`/documents/${opened.sourceId}/file`)}
            title={opened.title}
            downloadName={`${opened.title}.pdf`}
          />
        </Dialog>
      )}
    </section>
  );
};

const ResultLine = ({ result, onOpen }: { result: Result; onOpen: () => void }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2 text-xs text-ink-soft">
          <Badge>{t(`found_${result.source}`)}</Badge>
          <span className="tabular-nums">{format.moment(result.at)}</span>
        </p>
        {result.entry ? <Story entries={[result.entry]} /> : <p className="font-medium">{result.title}</p>}
        <p className="text-ink-soft">
          {result.snippet.map((piece, index) =>
            piece.found ? (
              <mark key={index} className="rounded-md bg-caution-wash px-0.5 font-medium text-ink">
                {piece.text}
              </mark>
            ) : (
              <span key={index}>{piece.text}</span>
            ),
          )}
        </p>
      </div>
      {result.source === 'document' && (
        <Button size="sm" variant="quiet" onPress={onOpen} aria-label={`${t('read')} ${result.title}`}>
          {t('read')}
        </Button>
      )}
    </li>
  );
};
