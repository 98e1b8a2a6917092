import { useParams } from 'react-router';
import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import { Button, ButtonLink, Empty, Loaded, Page, PageHeader, Section, Skeleton } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import {
  FrameworkLines,
  InvoiceLines,
  MissionLines,
  QuoteLines,
  type MissionRow,
  type QuoteRow,
  type RequestRow,
} from './agreements.tsx';
import { ClientCard } from './client-card.tsx';
import { Exchanges } from './exchanges.tsx';
import { FrozenDocuments } from './documents.tsx';
import { EvidenceBundle } from './evidence.tsx';
import { History } from './history.tsx';
import { messages } from './messages.ts';
import { SearchDossier } from './search.tsx';

type Dossier = Answer<'get', '/dossiers/{id}'>;

/** One client's file: who they are and its proof on the left, what was agreed and what happened on the right. */
export default function DossierPage() {
  const { id = '' } = useParams();
  const read = useRead<Dossier>(`/dossiers/${id}`);
  return (
    <Page>
      <Loaded read={read}>{(dossier) => <DossierView key={dossier.dossierId} dossier={dossier} />}</Loaded>
    </Page>
  );
}

const DossierView = ({ dossier: { dossierId, clientId, clientName } }: { dossier: Dossier }) => {
  const t = useMessages(messages);
  const query = { dossierId };
  const quotes = useRead<Answer<'get', '/quotes'>>('/quotes', { query });
  const missions = useRead<Answer<'get', '/missions'>>('/missions', { query }).data?.missions;
  const frameworks = useRead<Answer<'get', '/frameworks'>>('/frameworks', { query }).data?.frameworks ?? [];
  const invoices = useRead<Answer<'get', '/invoices'>>('/invoices', { query }).data?.invoices ?? [];
  const requests = (useRead<Answer<'get', '/signature-requests'>>('/signature-requests').data?.requests ?? []).filter(
    (one) => one.dossierId === dossierId,
  );
  const actor = useMe().data?.actor;
  const isOwner = actor?.kind === 'member' && actor.role === 'owner';
  const add = isOwner ? (
    <ButtonLink to={`/devis/nouveau?client=${clientId}`} variant={quotes.data?.quotes.length === 0 ? 'primary' : 'secondary'}>
      {t('newQuote')}
    </ButtonLink>
  ) : null;
  const next = quotes.data && missions ? nextAct(quotes.data.quotes, missions, requests) : null;
  return (
    <>
      <PageHeader
        title={clientName}
        back={{ to: '/dossiers', label: t('back') }}
        others={
          isOwner && (
            <>
              <PortalLink dossierId={dossierId} />
              {next && add}
            </>
          )
        }
        action={next ? <Next act={next} /> : quotes.data?.quotes.length ? add : undefined}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-8">
        <div className="flex min-w-0 flex-col gap-6">
          <ClientCard clientId={clientId} />
          <EvidenceBundle dossierId={dossierId} />
        </div>
        <SearchDossier dossierId={dossierId}>
          {missions && missions.length > 0 && <MissionLines missions={missions} />}
          {frameworks.length > 0 && <FrameworkLines frameworks={frameworks} />}
          <Section title={t('quotesSection')}>
            <Loaded read={quotes} lines={3}>
              {({ quotes: all }) =>
                all.length === 0 ? (
                  <Empty title={t('none')} action={add}>
                    {t('noneWhy')}
                  </Empty>
                ) : (
                  <QuoteLines quotes={all} requests={requests} />
                )
              }
            </Loaded>
          </Section>
          {invoices.length > 0 && <InvoiceLines invoices={invoices} />}
          <FrozenDocuments dossierId={dossierId} />
          <Exchanges dossierId={dossierId} mayRead={isOwner} />
          {quotes.isLoading ? <Skeleton lines={4} /> : <History dossierId={dossierId} />}
        </SearchDossier>
      </div>
    </>
  );
};

type Act = { words: ['continueDraft'] | ['openMission'] | ['countersign', { number: string }]; to: string };
/** What comes next in this dossier: a signature to give, a mission to run, a draft to finish. */
const nextAct = (quotes: readonly QuoteRow[], missions: readonly MissionRow[], requests: readonly RequestRow[]): Act | null => {
  const signing = requests.find(({ state }) => state === 'client_signed');
  if (signing) return { words: ['countersign', { number: signing.number }], to: `/signatures/${signing.requestId}` };
  const mission = missions.find(({ status }) => status !== 'closed');
  if (mission) return { words: ['openMission'], to: `/missions/${mission.id}` };
  const draft = quotes.find(({ status }) => status === 'draft');
  return draft ? { words: ['continueDraft'], to: `/devis/${draft.id}` } : null;
};

const Next = ({ act }: { act: Act }) => {
  const t = useMessages(messages);
  return (
    <ButtonLink to={act.to} variant="primary">
      {t(...(act.words as ['openMission']))}
    </ButtonLink>
  );
};

const PortalLink = ({ dossierId }: { dossierId: string }) => {
  const t = useMessages(messages);
  const send = useCommand(
    () => request<{ sentTo: { name: string; email: string } }>('POST', `/dossiers/${dossierId}/portal-link`),
    {
      invalidate: [['dossiers', dossierId]],
      done: ({ sentTo }) => t('portalSent', sentTo),
    },
  );
  return (
    <Button onPress={() => send.mutate()} isPending={send.isPending}>
      {t('portal')}
    </Button>
  );
};
