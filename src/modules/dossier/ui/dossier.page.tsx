import { useParams } from 'react-router';
import { useRead, type Answer } from '../../../web/api/client.ts';
import {
  ButtonLink,
  Empty,
  Link,
  Loaded,
  Page,
  PageHeader,
  Section,
  StateLabel,
  Table,
  Timeline,
  TwoPane,
  type Column,
  type TimelineItem,
  type Tone,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { ClientCard } from './client-card.tsx';
import { messages } from './messages.ts';

type Dossier = Answer<'get', '/dossiers/{id}'>;
type Quotes = Answer<'get', '/quotes'>;
type QuoteRow = Quotes['quotes'][number];

const tones: Record<QuoteRow['status'], Tone> = {
  draft: 'neutral',
  sent: 'caution',
  signed: 'good',
  refused: 'bad',
  expired: 'neutral',
  withdrawn: 'neutral',
};

/** One client's file: who they are on the left, what was agreed and what happened on the right. */
export default function DossierPage() {
  const { id = '' } = useParams();
  const read = useRead<Dossier>(`/dossiers/${id}`);
  return (
    <Page>
      <Loaded read={read}>{(dossier) => <DossierView dossier={dossier} />}</Loaded>
    </Page>
  );
}

const DossierView = ({ dossier }: { dossier: Dossier }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const quotes = useRead<Quotes>('/quotes', { query: { dossierId: dossier.dossierId } });
  const missions = useRead<Answer<'get', '/missions'>>('/missions');
  const own = (missions.data?.missions ?? []).filter((mission) => mission.dossierId === dossier.dossierId);
  const add = (
    <ButtonLink to={`/devis/nouveau?client=${dossier.clientId}`} variant="primary">
      {t('newQuote')}
    </ButtonLink>
  );
  const columns: Column<QuoteRow>[] = [
    { key: 'number', header: t('number'), value: (row) => row.number ?? t('draftNumber'), width: 'w-36' },
    { key: 'title', header: t('title'), value: (row) => row.title, phone: 'title' },
    {
      key: 'state',
      header: t('quoteState'),
      value: (row) => t(`status_${row.status}`),
      cell: (row) => <StateLabel tone={tones[row.status]}>{t(`status_${row.status}`)}</StateLabel>,
    },
    {
      key: 'amount',
      header: t('amount'),
      value: (row) => row.netCents / 100,
      cell: (row) => format.money(row.netCents),
      align: 'right',
    },
  ];
  const story = (all: readonly QuoteRow[]): TimelineItem[] =>
    [
      { at: dossier.openedAt, id: 'opened', title: t('opened') },
      ...all.map((quote) => ({
        at: quote.createdAt,
        id: `${quote.id}-drafted`,
        title: t('quoteDrafted', { title: quote.title }),
      })),
      ...all.flatMap((quote) =>
        quote.sentAt
          ? [
              {
                at: quote.sentAt,
                id: `${quote.id}-sent`,
                title: t('quoteSent', { number: quote.number ?? '' }),
                tone: 'good' as const,
              },
            ]
          : [],
      ),
    ]
      .sort((a, b) => b.at.localeCompare(a.at))
      .map(({ at, ...item }) => ({ ...item, when: format.moment(at) }));
  return (
    <>
      <PageHeader
        title={dossier.clientName}
        back={{ to: '/dossiers', label: t('back') }}
        action={quotes.data?.quotes.length ? add : undefined}
      />
      <TwoPane
        left={<ClientCard clientId={dossier.clientId} />}
        right={
          <Loaded read={quotes}>
            {({ quotes: all }) => (
              <>
                <Section title={t('agreements')}>
                  <Table
                    label={t('agreements')}
                    rows={all}
                    rowId={(row) => row.id}
                    href={(row) => `/devis/${row.id}`}
                    columns={columns}
                    empty={
                      <Empty title={t('none')} action={add}>
                        {t('noneWhy')}
                      </Empty>
                    }
                  />
                </Section>
                {own.length > 0 && (
                  <Section title={t('missions')}>
                    <ul>
                      {own.map((mission) => (
                        <li key={mission.id}>
                          <Link to={`/missions/${mission.id}`}>{mission.name}</Link>
                        </li>
                      ))}
                    </ul>
                  </Section>
                )}
                <Section title={t('story')}>
                  <Timeline label={t('story')} items={story(all)} />
                </Section>
              </>
            )}
          </Loaded>
        }
      />
    </>
  );
};
