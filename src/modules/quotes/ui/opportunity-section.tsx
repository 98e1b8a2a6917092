import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, Card, ComboBox, Link, Loaded, Notice, RadioGroup, Section } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { adviceMessages } from './advice-messages.ts';
import type { ClientLine } from './shapes.ts';

type Opportunity = {
  because: 'repeated' | 'trial_ended';
  offers: { id: string; number: string; title: string }[];
  common: { path: string; label: string; words: string }[];
  differing: { path: string; label: string; choices: { offerId: string; words: string; numbers: string[] }[] }[];
  prices: { label: string; kind: string; unitPriceCents: number }[];
};

/** For one client: the framework that the offers already made would write. */
export const OpportunitySection = ({ asked }: { asked: string | null }) => {
  const t = useMessages(adviceMessages);
  const [chosen, setChosen] = useState<string | null>(asked);
  const clients = useRead<{ clients: ClientLine[] }>('/clients').data?.clients ?? [];
  const clientId = chosen ?? (clients.length === 1 ? clients[0]!.clientId : null);
  const read = useRead<{ opportunity: Opportunity | null }>(clientId ? `/clients/${clientId}/framework-opportunity` : null);
  const client = clients.find((one) => one.clientId === clientId);
  if (clients.length === 0) return null;
  return (
    <Section title={t('history')}>
      <div className="max-w-md">
        <ComboBox
          label={t('client')}
          placeholder={t('clientPlaceholder')}
          options={clients.map(({ clientId: value, name, city }) => ({ value, label: name, hint: city }))}
          value={clientId}
          onChange={setChosen}
        />
      </div>
      {client && (
        <Loaded read={read}>
          {({ opportunity }) =>
            opportunity ? (
              <Proposal key={client.clientId} client={client} opportunity={opportunity} />
            ) : (
              <p className="text-sm text-ink-soft">{t('noOpportunity')}</p>
            )
          }
        </Loaded>
      )}
    </Section>
  );
};

const leave = 'leave';

const Proposal = ({ client, opportunity }: { client: ClientLine; opportunity: Opportunity }) => {
  const t = useMessages(adviceMessages);
  const format = useFormats();
  const navigate = useNavigate();
  const { because, offers, common, differing, prices } = opportunity;
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const take = useCommand(
    () => request<{ id: string }>('POST', `/clients/${client.clientId}/framework-opportunity`, { chosen }),
    {
      invalidate: [['frameworks'], ['dossiers'], ['clients']],
      onDone: ({ id }) => void navigate(`/contrats-cadres/${id}`),
      quiet: true,
    },
  );
  const pick = (path: string, offerId: string) =>
    setChosen(({ [path]: _, ...others }) => (offerId === leave ? others : { ...others, [path]: offerId }));
  return (
    <Card className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <p className="font-medium">{t(because, { count: offers.length, client: client.name })}</p>
        <p className="text-sm text-ink-soft">
          {offers.map((offer, index) => (
            <span key={offer.id}>
              {index > 0 && ', '}
              <Link to={`/devis/${offer.id}`}>{offer.number}</Link>
            </span>
          ))}
        </p>
      </div>
      <details>
        <summary className="cursor-pointer text-sm font-medium">
          {t('common')} ({t('commonCount', { count: common.length })})
        </summary>
        <dl className="mt-2 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[16rem_1fr]">
          {common.map(({ path, label, words }) => (
            <div key={path} className="contents">
              <dt className="text-ink-soft">{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </details>
      {differing.length > 0 && (
        <div className="flex flex-col gap-4">
          <div>
            <h3 className="text-sm font-medium">{t('differing')}</h3>
            <p className="text-xs text-ink-soft">{t('differingWhy')}</p>
          </div>
          {differing.map(({ path, label, choices }) => (
            <RadioGroup<string>
              key={path}
              label={label}
              value={chosen[path] ?? leave}
              onChange={(value) => pick(path, value)}
              options={[
                ...choices.map(({ offerId, words, numbers }) => ({
                  value: offerId,
                  label: t('choice', { words, numbers: numbers.join(', ') }),
                })),
                { value: leave, label: t('leftToOrders') },
              ]}
            />
          ))}
        </div>
      )}
      <div>
        <h3 className="text-sm font-medium">{t('prices')}</h3>
        <ul className="mt-1 flex flex-col gap-0.5 text-sm">
          {prices.map(({ label, unitPriceCents }) => (
            <li key={label} className="flex justify-between gap-4 sm:max-w-lg">
              <span>{label}</span>
              <span className="tabular-nums">{format.money(unitPriceCents)}</span>
            </li>
          ))}
        </ul>
      </div>
      {take.error && <Notice tone="bad">{take.error.message}</Notice>}
      <span>
        <Button variant="primary" onPress={() => take.mutate()} isPending={take.isPending}>
          {t('take')}
        </Button>
      </span>
    </Card>
  );
};
