import type { MissionId, ReportId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';

export type ReportFrozen = {
  type: 'ReportFrozen';
  reportId: ReportId;
  missionId: MissionId;
  kind: 'weekly' | 'final';
  from: CivilDate;
  to: CivilDate;
  snapshotSha256: string;
};
