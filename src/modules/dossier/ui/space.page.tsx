import { useRead, type Answer } from '../../../web/api/client.ts';
import { ButtonLink, Card, Empty, Link, Loaded, Page, PageHeader, Section, StateLabel } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { DiscussionList } from '../../negotiation/screens.ts';
import { InvoiceLines, type MissionRow } from './agreements.tsx';
import { messages } from './messages.ts';

type Space = Answer<'get', '/space'>;

/** Where a client starts: what waits for its word, then its missions, its invoices and its file. */
export default function SpacePage() {
  const read = useRead<Space>('/space');
  return (
    <Page>
      <Loaded read={read}>{(space) => <Room space={space} />}</Loaded>
    </Page>
  );
}

const Room = ({ space }: { space: Space }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const missions = useRead<Answer<'get', '/missions'>>('/missions');
  const invoices = useRead<Answer<'get', '/invoices'>>('/invoices').data?.invoices ?? [];
  const { provider } = space;
  return (
    <>
      <PageHeader title={t('space')} lead={t('spaceLead', { client: space.client.name, provider: provider.name })} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8">
        <div className="flex min-w-0 flex-col gap-8">
          <WhatWaits />
          <DiscussionList />
          <Section title={t('missions')}>
            <Loaded read={missions} lines={3}>
              {({ missions: all }) =>
                all.length === 0 ? (
                  <p className="text-sm text-ink-soft">{t('missionsNone')}</p>
                ) : (
                  <ul className="flex flex-col gap-3">
                    {all.map((mission) => (
                      <MissionCard key={mission.id} mission={mission} />
                    ))}
                  </ul>
                )
              }
            </Loaded>
          </Section>
          {invoices.length > 0 ? (
            <InvoiceLines invoices={invoices} />
          ) : (
            <Section title={t('invoices')}>
              <p className="text-sm text-ink-soft">{t('invoicesNone')}</p>
            </Section>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card className="flex flex-col items-start gap-3">
            <h2 className="text-base font-semibold">{t('yourDossier')}</h2>
            <p className="text-sm text-ink-soft">{t('yourDossierWhy')}</p>
            <ButtonLink to="/espace/dossier">{t('openDossier')}</ButtonLink>
            <Link to="/echeances">{t('spaceDeadlines')}</Link>
            <Link to="/vigilance">{t('spaceVigilance')}</Link>
          </Card>
          <Card className="flex flex-col gap-2 text-sm">
            <h2 className="text-base font-semibold">{t('yourProvider')}</h2>
            <span>{provider.name}</span>
            <a href={`mailto:${provider.email}`} className="break-all text-primary">
              {provider.email}
            </a>
            {provider.phone && (
              <a href={`tel:${provider.phone}`} className="text-primary tabular-nums">
                {format.phone(provider.phone)}
              </a>
            )}
          </Card>
        </div>
      </div>
    </>
  );
};

const WhatWaits = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<Answer<'get', '/appointments'>>('/appointments', { refetchInterval: 30_000 });
  return (
    <Section title={t('waiting')}>
      <Loaded read={read} lines={2}>
        {({ appointments }) => {
          const waiting = appointments
            .filter(({ state }) => state === 'to_review')
            .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy));
          const [first] = waiting;
          if (!first) return <Empty title={t('nothingWaits')}>{t('nothingWaitsWhy')}</Empty>;
          return (
            <Card className="flex flex-wrap items-center justify-between gap-4">
              <div className="min-w-0">
                <p className="text-base font-medium">{t('waitingReview', { count: waiting.length })}</p>
                <p className="text-sm text-ink-soft">
                  {t('waitingFirst', { ref: first.ref, company: first.company, moment: format.moment(first.reviewBy) })}
                </p>
              </div>
              <ButtonLink variant="primary" to={`/a-valider/${first.id}`}>
                {t('reviewNow')}
              </ButtonLink>
            </Card>
          );
        }}
      </Loaded>
    </Section>
  );
};

const tones = { open: 'good', paused: 'caution', closed: 'neutral' } as const;
const MissionCard = ({ mission }: { mission: MissionRow }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <li>
      <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="text-base font-medium">{mission.name}</p>
          <p className="text-sm text-ink-soft">
            <StateLabel tone={tones[mission.status]}>{t(`mission_${mission.status}`)}</StateLabel>{' '}
            {t('period', { from: format.day(mission.startsOn), to: format.day(mission.endsOn) })}
          </p>
        </div>
        <div className="flex flex-wrap gap-4 text-sm">
          <Link to={`/missions/${mission.id}`}>{t('followLive')}</Link>
          <Link to={`/missions/${mission.id}/rapports`}>{t('reports')}</Link>
        </div>
      </Card>
    </li>
  );
};
