import { useParams } from 'react-router';
import { useLive, useRead } from '../../../web/api/client.ts';
import { Link, Loaded, Page, PageHeader, StateLabel, type Tone } from '../../../web/design/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { MissionActions } from '../../missions/screens.ts';
import { LifeNotice } from '../../termination/screens.ts';
import { VigilanceNotice } from '../../vigilance/screens.ts';
import { BoardCharts } from './board-charts.tsx';
import { BoardNotices } from './board-notices.tsx';
import { DaysTable } from './days-table.tsx';
import { HypothesisList } from './hypothesis-list.tsx';
import { IndicatorList } from './indicator-list.tsx';
import { RefusalReasons } from './refusal-reasons.tsx';
import type { Board } from './shapes.ts';
import { useWords } from './use-words.ts';
import { VolumeDials } from './volume-dials.tsx';

/** A mission as it stands: the sentence first, then what was signed against what was done. */
export default function BoardPage() {
  const { id = '' } = useParams();
  const read = useRead<Board>(`/missions/${id}/board`);
  useLive(`/missions/${id}/board/live`, ['missions', id, 'board']);
  return (
    <Page>
      <Loaded read={read}>{(board) => <BoardOf board={board} />}</Loaded>
    </Page>
  );
}

const tones: Record<Board['mission']['status'], Tone> = { open: 'good', paused: 'caution', closed: 'neutral' };

const BoardOf = ({ board }: { board: Board }) => {
  const { t, inLanguage, format } = useWords();
  const actor = useMe().data?.actor;
  const { mission } = board;
  const mayCall = actor?.kind === 'member' && actor.role !== 'reader' && mission.status === 'open';
  return (
    <>
      <PageHeader
        title={mission.name}
        state={<StateLabel tone={tones[mission.status]}>{t(mission.status)}</StateLabel>}
        lead={<span className="text-lg font-medium text-ink">{inLanguage(board.headline)}</span>}
        facts={[
          { label: t('period'), value: t('periodValue', { from: format.day(mission.startsOn), to: format.day(mission.endsOn) }) },
          {
            label: t('contract'),
            value: <Link to={`/missions/${mission.id}/conditions`}>{t('termsLink', { number: mission.quoteNumber })}</Link>,
          },
          { label: t('asOf'), value: format.moment(board.asOf) },
        ]}
        others={<MissionActions mission={mission} />}
      />
      <LifeNotice missionId={mission.id} />
      <VigilanceNotice missionId={mission.id} />
      <BoardNotices board={board} />
      <VolumeDials board={board} />
      <IndicatorList board={board} />
      <BoardCharts board={board} />
      <RefusalReasons board={board} />
      <HypothesisList board={board} />
      <DaysTable board={board} mayCall={mayCall} />
    </>
  );
};
