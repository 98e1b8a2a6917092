import { useParams, useSearchParams } from 'react-router';
import { useLive, useRead, type Answer } from '../../../web/api/client.ts';
import { Loaded, Page, PageHeader, ProgressSteps } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import type { ImportDetail } from './import-shapes.ts';
import { messages } from './messages.ts';
import { ResultStep } from './result-step.tsx';
import { RunningStep } from './running-step.tsx';

/** From the client's file to prospects, in four steps. The import stands in the address: a reload loses nothing. */
export default function ImportPage() {
  const t = useMessages(messages);
  const { id } = useParams() as { id: string };
  const [query, setQuery] = useSearchParams();
  const importId = query.get('import');
  const mission = useRead<Answer<'get', '/missions/{id}'>>(`/missions/${id}`);
  const read = useRead<ImportDetail>(importId ? `/imports/${importId}` : null);
  const open = (next: string | null) => setQuery(next ? { import: next } : {});
  const steps = [t('stepFile'), t('stepColumns'), t('stepRunning'), t('stepResult')];
  const current = importId && read.data ? stepOf(read.data.status) : 0;
  return (
    <Page>
      <PageHeader
        title={t('importTitle')}
        lead={t('importLead')}
        back={{ to: `/missions/${id}`, label: mission.data?.name ?? t('mission') }}
      />
      <ProgressSteps steps={steps} current={current} />
      {importId ? (
        <Loaded read={read}>{(state) => <Step state={state} onOther={() => open(null)} />}</Loaded>
      ) : (
        <FileStep missionId={id} onChosen={open} />
      )}
    </Page>
  );
}

const stepOf = (status: ImportDetail['status']): number => {
  if (status === 'analysed' || status === 'failed') return 1;
  return status === 'waiting' || status === 'running' ? 2 : 3;
};

const Step = ({ state, onOther }: { state: ImportDetail; onOther: () => void }) => {
  const underWay = stepOf(state.status) === 2;
  useLive(underWay ? `/imports/${state.id}/progress` : null, ['imports', state.id]);
  switch (stepOf(state.status)) {
    case 1:
      return <ColumnsStep key={state.status} state={state} onOther={onOther} />;
    case 2:
      return <RunningStep state={state} />;
    default:
      return <ResultStep state={state} onOther={onOther} />;
  }
};
