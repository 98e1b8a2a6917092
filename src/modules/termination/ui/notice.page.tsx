import { useParams } from 'react-router';
import { apiAddress, request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import { Button, ButtonLink, Loaded, Notice, Page, PageHeader, PdfViewer } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { served } from './letters-panel.tsx';
import { messages } from './messages.ts';
import { refreshed } from './shapes.ts';

type Detail = Answer<'get', '/notices/{id}'>;

/** A letter, read by its addressee: the acknowledgement is what makes it count. */
export default function NoticePage() {
  const { id = '' } = useParams();
  const read = useRead<Detail>(`/notices/${id}`, { refetchInterval: 20_000 });
  return (
    <Page width="reading">
      <Loaded read={read}>{(letter) => <LetterOf letter={letter} />}</Loaded>
    </Page>
  );
}

const LetterOf = ({ letter }: { letter: Detail }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const actor = useMe().data?.actor;
  const mayAct = actor?.kind === 'client' || (actor?.kind === 'member' && actor.role === 'owner');
  const acknowledge = useCommand(() => request('POST', `/notices/${letter.id}/reading`), {
    invalidate: [['notices', letter.id], ...refreshed(letter.missionId)],
    done: t('acknowledged'),
  });
  const toRead = letter.from !== letter.me && !letter.served && mayAct;
  return (
    <>
      <PageHeader
        title={t('letterTitle', { name: letter.fromName })}
        lead={letter.subject}
        action={
          toRead ? (
            <Button variant="primary" onPress={() => acknowledge.mutate()} isPending={acknowledge.isPending}>
              {t('acknowledge')}
            </Button>
          ) : (
            <ButtonLink to={`/missions/${letter.missionId}/fin`}>{t('toMission')}</ButtonLink>
          )
        }
      />
      <Notice tone={letter.served ? 'good' : 'caution'}>{toRead ? t('letterLead') : served(letter, t, format)}</Notice>
      {letter.documentId ? (
        <PdfViewer src={apiAddress(`/documents/${letter.documentId}/file`)} title={letter.subject} />
      ) : (
        <p className="text-sm text-ink-soft">{t('notDrawn')}</p>
      )}
    </>
  );
};
