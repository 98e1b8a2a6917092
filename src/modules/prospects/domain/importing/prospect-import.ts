import { refuse } from '../../../../shared/decision.ts';
import type { ClientId, DossierId, FileId, ImportId, MissionId } from '../../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../../shared/time.ts';
import type { FileFormat } from '../file/analyse-file.ts';
import type { ColumnMapping } from '../file/fields.ts';
import type { ColumnProposal } from '../file/propose-mapping.ts';
import type { ImportCounts } from '../row/quality.ts';

export type ImportStatus = 'analysed' | 'waiting' | 'running' | 'done' | 'failed' | 'undone';

export type ImportOptions = {
  foreignNumbers: 'reject' | 'keep';
  /** Sets aside the prospects that another mission of the same client already has. */
  refuseClientDuplicates: boolean;
  /** Where the data comes from and when it was collected: said to the prospect who asks (GDPR art. 14), and dated for retention. */
  source: string | null;
  collectedOn: CivilDate | null;
};
export const defaultOptions: ImportOptions = {
  foreignNumbers: 'reject',
  refuseClientDuplicates: true,
  source: null,
  collectedOn: null,
};

export type ProspectImport = {
  id: ImportId;
  missionId: MissionId;
  clientId: ClientId;
  dossierId: DossierId;
  fileId: FileId;
  fileName: string;
  byteLength: number;
  status: ImportStatus;
  format: FileFormat;
  titleLines: string[];
  proposals: ColumnProposal[];
  mapping: ColumnMapping;
  options: ImportOptions;
  rowsDone: number;
  counts: ImportCounts | null;
  qualityScore: number | null;
  failureCode: string | null;
  uploadedAt: Instant;
  uploadedBy: string;
  confirmedAt: Instant | null;
  finishedAt: Instant | null;
  undoneAt: Instant | null;
  undo: { removed: number; kept: number } | null;
};

/** The mapping and the options may change until the import is confirmed; one that failed may be tried again. */
export const mayChooseMapping = ({ status }: { status: ImportStatus }) =>
  status === 'analysed' || status === 'failed' ? { ok: true as const } : refuse('import_already_confirmed');

/** An import is undone as long as some of its prospects were never called: those leave, the others belong to the mission. */
export const undoImport = (state: { status: ImportStatus }, prospects: { removable: number; called: number }) => {
  if (state.status === 'undone') return refuse('import_already_undone');
  if (state.status === 'waiting' || state.status === 'running') return refuse('import_under_way');
  if (prospects.removable === 0 && prospects.called > 0) return refuse('import_all_called', { called: prospects.called });
  return { ok: true as const, removed: prospects.removable, kept: prospects.called };
};
