import { useRead, type Answer } from '../../../web/api/client.ts';
import {
  Empty,
  ExternalLink,
  Loaded,
  Page,
  PageHeader,
  Section,
  StateLabel,
  Table,
  type Column,
  type Tone,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { ClientChecks } from './client-checks.tsx';
import { DocumentRows } from './document-rows.tsx';
import { messages } from './messages.ts';
import type { Held, HeldByClient } from './shapes.ts';

/** The provider’s three documents and where it stands; for a client, what it must hold and what it checked. */
export default function VigilancePage() {
  const actor = useMe().data?.actor;
  if (!actor) return null;
  return (
    <Page>
      {actor.kind === 'client' ? <ForClient /> : <ForMember isOwner={actor.kind === 'member' && actor.role === 'owner'} />}
    </Page>
  );
}

const ForMember = ({ isOwner }: { isOwner: boolean }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<Held>('/vigilance');
  return (
    <Loaded read={read}>
      {(held) => (
        <>
          <PageHeader title={t('title')} lead={t('lead', { amount: format.money(held.thresholdCents) })} />
          <Section title={t('documents')}>
            <DocumentRows kinds={held.kinds} mayDeposit={isOwner} />
          </Section>
          <Section title={t('clients')}>
            <Clients clients={held.clients} />
          </Section>
          <Section title={t('checks')}>
            {held.checks.length === 0 ? (
              <p className="text-sm text-ink-soft">{t('checksNone')}</p>
            ) : (
              <ul className="flex flex-col gap-1 text-sm">
                {held.checks.map((check) => (
                  <li key={`${check.documentId}${check.checkedAt}`}>
                    {t('checkLine', {
                      name: check.checkedBy,
                      client: check.clientName,
                      moment: format.moment(check.checkedAt),
                      verdict: t(check.verdict),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {isOwner && <Relation />}
        </>
      )}
    </Loaded>
  );
};

type ClientRow = Held['clients'][number];
const Clients = ({ clients }: { clients: ClientRow[] }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const state = (row: ClientRow) =>
    !row.required
      ? t('below')
      : row.lacking.length === 0
        ? t('ready')
        : t('blocked', { documents: row.lacking.map(({ kind }) => t(`short_${kind}`)).join(', ') });
  const tone = (row: ClientRow): Tone => (!row.required ? 'neutral' : row.lacking.length === 0 ? 'good' : 'bad');
  const columns: Column<ClientRow>[] = [
    { key: 'name', header: t('client'), value: (row) => row.name, phone: 'title' },
    {
      key: 'engaged',
      header: t('engaged'),
      value: (row) => row.engagedCents / 100,
      cell: (row) => format.money(row.engagedCents),
      align: 'right',
    },
    { key: 'state', header: t('state'), value: state, cell: (row) => <StateLabel tone={tone(row)}>{state(row)}</StateLabel> },
  ];
  return (
    <Table
      label={t('clients')}
      rows={clients}
      rowId={(row) => row.clientId}
      href={(row) => `/dossiers/${row.dossierId}`}
      columns={columns}
      sort="-engaged"
      empty={<Empty title={t('clientsNone')}>{t('clientsNoneHint')}</Empty>}
    />
  );
};

const levelTones = { quiet: 'good', watch: 'caution', to_check: 'neutral' } as const;

/** The signs of dependence, as advice. */
const Relation = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<Answer<'get', '/relation-indices'>>('/relation-indices');
  const measured = ({ id, value }: Answer<'get', '/relation-indices'>['indices'][number]) => {
    if (!value || id === 'own_number' || id === 'exclusivity' || id === 'surveillance') return null;
    return t(`i_${id}_value`, {
      name: value.name ?? '',
      share: format.rate(value.shareBp ?? 0),
      count: id === 'slots' ? format.count(value.count ?? 0) : (value.count ?? 0),
      of: value.of ?? 0,
    });
  };
  return (
    <Section title={t('relation')}>
      <p className="max-w-reading text-sm text-ink-soft">{t('relationLead')}</p>
      <Loaded read={read} lines={4}>
        {({ indices }) => (
          <ul className="divide-y divide-line border-y border-line">
            {indices.map((index) => (
              <li key={index.id} className="grid gap-x-6 gap-y-1 py-3 text-sm md:grid-cols-[minmax(0,1fr)_11rem]">
                <div>
                  <p className="font-medium">{t(`i_${index.id}`)}</p>
                  {measured(index) && <p className="tabular-nums">{measured(index)}</p>}
                  <p className="max-w-reading text-ink-soft">{t(`i_${index.id}_advice`)}</p>
                </div>
                <StateLabel tone={levelTones[index.level]}>{t(`level_${index.level}`)}</StateLabel>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <p className="text-sm">
        <ExternalLink href="https://www.legifrance.gouv.fr/search/code?query=L8221-6">{t('relationLaw')}</ExternalLink>
      </p>
    </Section>
  );
};

const ForClient = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<HeldByClient>('/space/vigilance');
  return (
    <Loaded read={read}>
      {(held) => (
        <>
          <PageHeader
            title={t('title')}
            lead={t(held.required ? 'leadClient' : 'leadClientBelow', {
              amount: format.money(held.engagedCents),
              provider: held.provider,
              threshold: format.money(held.thresholdCents),
            })}
          />
          {held.required && <ClientChecks held={held} />}
        </>
      )}
    </Loaded>
  );
};
