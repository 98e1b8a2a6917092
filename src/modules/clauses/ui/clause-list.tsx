import { useState } from 'react';
import { type Column, Empty, Select, Table } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { clauseFamilies, clauseStates } from '../domain/clause.ts';
import { type ClauseLine, StandingLabel, TextStateLabel, TitleCell } from './labels.tsx';
import { messages } from './messages.ts';
import { names } from './names.ts';

const anything = 'all';
const risks = ['haut', 'moyen', 'faible'] as const;

/** Every clause, found by its words and narrowed by family, risk and state. */
export const ClauseList = ({ clauses }: { clauses: readonly ClauseLine[] }) => {
  const t = useMessages(messages);
  const named = useMessages(names);
  const [family, setFamily] = useState<string>(anything);
  const [risk, setRisk] = useState<string>(anything);
  const [state, setState] = useState<string>(anything);
  const rows = clauses.filter(
    (clause) =>
      (family === anything || clause.family === family) &&
      (risk === anything || clause.risk === risk) &&
      (state === anything || clause.state === state),
  );
  const columns: Column<ClauseLine>[] = [
    {
      key: 'title',
      header: t('name'),
      value: (row) => `${row.title} ${row.summary}`,
      cell: (row) => <TitleCell title={row.title} summary={row.summary} />,
      phone: 'title',
    },
    { key: 'family', header: t('family'), value: (row) => named(row.family), width: 'w-52' },
    { key: 'risk', header: t('risk'), value: (row) => t(`risk_${row.risk}`), width: 'w-24' },
    {
      key: 'state',
      header: t('state'),
      value: (row) => t(`state_${row.state}`),
      cell: (row) => (
        <span className="flex flex-col gap-0.5">
          <TextStateLabel state={row.state} />
          {row.openVersion !== null && row.state !== 'draft' && row.state !== 'reviewed' && (
            <span className="text-xs text-ink-soft">{t('openVersion', { version: row.openVersion })}</span>
          )}
          {row.state === 'pilot' && <span className="text-xs text-ink-soft">{t('triedOn', { count: row.pilotClients })}</span>}
        </span>
      ),
      width: 'w-44',
    },
    {
      key: 'review',
      header: t('review'),
      value: (row) => t(`standing_${row.standing}`),
      cell: (row) => <StandingLabel standing={row.standing} />,
      width: 'w-36',
    },
    {
      key: 'origin',
      header: t('origin'),
      value: (row) => (row.origin === 'own' ? t('own') : t('builtIn')),
      phone: 'hidden',
      width: 'w-24',
    },
  ];
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-3 md:max-w-3xl">
        <Select
          label={t('family')}
          value={family}
          onChange={(next) => setFamily(next ?? anything)}
          options={[{ value: anything, label: t('all') }, ...clauseFamilies.map((value) => ({ value, label: named(value) }))]}
        />
        <Select
          label={t('risk')}
          value={risk}
          onChange={(next) => setRisk(next ?? anything)}
          options={[{ value: anything, label: t('allStates') }, ...risks.map((value) => ({ value, label: t(`risk_${value}`) }))]}
        />
        <Select
          label={t('state')}
          value={state}
          onChange={(next) => setState(next ?? anything)}
          options={[
            { value: anything, label: t('allStates') },
            ...clauseStates.map((value) => ({ value, label: t(`state_${value}`) })),
          ]}
        />
      </div>
      <Table
        label={t('clauses')}
        rows={rows}
        rowId={(row) => row.id}
        href={(row) => `/modeles/clauses/${row.id}`}
        columns={columns}
        filterable
        empty={<Empty title={t('noClause')}>{t('noClauseWhy')}</Empty>}
      />
    </div>
  );
};
