import type { ImportId, MissionId } from '../../../shared/ids.ts';
import type { ImportCounts } from './row/quality.ts';

export type SuppressionScope = 'provider' | 'client' | 'mission';
export type SuppressionSource = 'call' | 'entry' | 'file';

/** A file became prospects: its hash and what was counted, row by row. */
export type ProspectsImported = {
  type: 'ProspectsImported';
  importId: ImportId;
  missionId: MissionId;
  fileName: string;
  fileSha256: string;
  counts: ImportCounts;
  qualityScore: number | null;
};
export type ProspectsImportUndone = {
  type: 'ProspectsImportUndone';
  importId: ImportId;
  missionId: MissionId;
  removed: number;
  kept: number;
};
/** Someone said no. The journal keeps the keyed hash of the number, never the number. */
export type ProspectSuppressed = {
  type: 'ProspectSuppressed';
  phoneHash: string;
  scope: SuppressionScope;
  clientId: string | null;
  missionId: string | null;
  source: SuppressionSource;
  reason: string;
};
/** A list of objections was taken in at once: how many, not who. */
export type SuppressionListRecorded = {
  type: 'SuppressionListRecorded';
  scope: SuppressionScope;
  clientId: string | null;
  missionId: string | null;
  numbers: number;
  added: number;
  fileSha256: string;
};
export type ProspectFact = ProspectsImported | ProspectsImportUndone | ProspectSuppressed | SuppressionListRecorded;
