import type { Tx } from '../../../platform/db/index.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { appointmentList } from '../../appointments/queries.ts';
import { callFacts } from '../../calls/queries.ts';
import type { Mission } from '../../missions/index.ts';
import type { MissionFigures } from '../domain/mission-figures.ts';

/** The one reading behind the board, the reports and the milestones. */
export const readFigures = async (tx: Tx, mission: Mission): Promise<MissionFigures> => ({
  days: await callFacts(tx, mission.id, civilDateOf(mission.openedAt), civilDateOf(tx.now)),
  appointments: await appointmentList(tx, { missionId: mission.id }),
});
