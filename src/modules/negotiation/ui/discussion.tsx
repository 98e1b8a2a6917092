import type { ReactNode } from 'react';
import { useLive, useRead } from '../../../web/api/client.ts';
import { Empty, Loaded, PageHeader, Section } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { ItemCard } from './item-card.tsx';
import { messages } from './messages.ts';
import { Propose } from './propose.tsx';
import { Revisions, SendRevision } from './revisions.tsx';
import { addressOf, type Discussed, type ItemLine, type Subject } from './shapes.ts';

type Frame = { subject: Subject; back: { to: string; label: string }; compareAt: string; mayAct: boolean };

/** Everything discussed on a document, what waits for the reader first; then the articles, then the revisions. */
export const Discussion = ({ subject, ...frame }: Frame) => {
  const address = addressOf(subject);
  const read = useRead<Discussed>(address);
  useLive(`${address}/live`, address.split('/').filter(Boolean));
  return <Loaded read={read}>{(discussed) => <Room discussed={discussed} {...frame} />}</Loaded>;
};

const Room = ({ discussed, back, compareAt, mayAct }: Omit<Frame, 'subject'> & { discussed: Discussed }) => {
  const t = useMessages(messages);
  const { client, provider, isOpen } = discussed;
  const isProvider = discussed.party === 'provider';
  const isMine = (item: ItemLine) => isForMe(item, discussed.party);
  const open = discussed.items.filter(({ status }) => status === 'open');
  const groups: { title: string; items: ItemLine[] }[] = [
    { title: t('forYou'), items: open.filter(isMine) },
    { title: t('forOther'), items: open.filter((item) => !isMine(item)) },
    { title: t('agreedTitle'), items: discussed.items.filter(({ id }) => discussed.awaiting.includes(id)) },
    {
      title: t('settled'),
      items: discussed.items.filter(({ id, status }) => status !== 'open' && !discussed.awaiting.includes(id)),
    },
  ];
  return (
    <>
      <PageHeader
        title={discussed.title}
        back={back}
        lead={!isOpen ? t('closedLead') : isProvider ? t('leadProvider', { client }) : t('leadClient', { provider })}
        action={isProvider && isOpen && mayAct && <SendRevision discussed={discussed} compareAt={compareAt} />}
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-8">
          {discussed.items.length === 0 && <NothingYet discussed={discussed} />}
          {groups.map(({ title, items }) =>
            items.length === 0 ? null : (
              <Section key={title} title={title}>
                <div className="flex flex-col gap-4">
                  {items.map((item) => (
                    <ItemCard key={item.id} item={item} discussed={discussed} mayAct={mayAct} />
                  ))}
                </div>
              </Section>
            ),
          )}
          {isOpen && mayAct && <Propose discussed={discussed} />}
        </div>
        <Revisions discussed={discussed} compareAt={compareAt} />
      </div>
    </>
  );
};

/** Whose turn it is: whoever did not speak last on the change, or on the remark. */
export const isForMe = (item: ItemLine, party: Discussed['party']): boolean =>
  item.status === 'open' && (item.proposedBy ?? item.thread.at(-1)?.party ?? item.openedBy) !== party;

const NothingYet = ({ discussed }: { discussed: Discussed }): ReactNode => {
  const t = useMessages(messages);
  const why = !discussed.isOpen ? t('nothingClosed') : discussed.party === 'provider' ? t('nothingProvider') : t('nothingClient');
  return <Empty title={t('nothing')}>{why}</Empty>;
};
