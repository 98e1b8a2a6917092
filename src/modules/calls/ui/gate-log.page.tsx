import { useState } from 'react';
import { useParams } from 'react-router';
import { useLive, useRead } from '../../../web/api/client.ts';
import { Empty, Loaded, Page, PageHeader, StateLabel, Switch, Table, type Column } from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import type { Verdict } from './shapes.ts';
import { useWords } from './use-words.ts';

/** Every verdict of the gate, with its article: why a call took place, and why another did not. */
export default function GateLogPage() {
  const { id } = useParams() as { id: string };
  const { t, inLanguage } = useWords();
  const format = useFormats();
  const [onlyRefused, setOnlyRefused] = useState(false);
  const query = { refused: onlyRefused, limit: 200 };
  const read = useRead<{ verdicts: Verdict[] }>(`/missions/${id}/gate-log`, { query });
  useLive(`/missions/${id}/calls/live`, ['missions', id, 'gate-log']);
  const columns: Column<Verdict>[] = [
    { key: 'at', header: t('whenColumn'), value: (row) => row.at, cell: (row) => format.moment(row.at) },
    {
      key: 'verdict',
      header: t('verdictColumn'),
      value: (row) => (row.allowed ? t('allowed') : t('refused')),
      cell: (row) => <StateLabel tone={row.allowed ? 'good' : 'bad'}>{row.allowed ? t('allowed') : t('refused')}</StateLabel>,
    },
    { key: 'sentence', header: t('sentenceColumn'), value: (row) => inLanguage(row.sentence) },
    { key: 'caller', header: t('callerColumn'), value: (row) => row.callerName },
  ];
  return (
    <Page>
      <PageHeader
        title={t('gateLogTitle')}
        lead={t('gateLogLead')}
        others={
          <Switch isSelected={onlyRefused} onChange={setOnlyRefused}>
            {t('onlyRefused')}
          </Switch>
        }
      />
      <Loaded read={read}>
        {({ verdicts }) => (
          <Table
            label={t('gateLogTitle')}
            rows={verdicts}
            rowId={(row) => row.id}
            columns={columns}
            sort="-at"
            exportAs="controle-appels"
            empty={<Empty title={t('noVerdict')}>{t('noVerdictHint')}</Empty>}
          />
        )}
      </Loaded>
    </Page>
  );
}
