import { refuse } from '../../../shared/decision.ts';
import { type ImportId, type MissionId, newId } from '../../../shared/ids.ts';
import { insertImport } from '../db/imports.store.ts';
import { analyseFile } from '../domain/file/analyse-file.ts';
import { defaultOptions } from '../domain/importing/prospect-import.ts';
import { type Deps, type Insider, missionFor, within } from './deps.ts';

type UploadFile = { missionId: MissionId; name: string; mediaType: string; bytes: Uint8Array };

/** Takes a prospect file in: kept as it came, analysed, its columns proposed. Nothing becomes a prospect yet. */
export const uploadFileHandler = (deps: Deps) => async (actor: Insider, file: UploadFile) => {
  const analysed = analyseFile(file.bytes);
  if (!analysed.ok) return analysed;
  const { format, titleLines, columns } = analysed.analysis;
  return within(deps, actor, async (tx) => {
    const mission = await missionFor(tx, actor, file.missionId);
    if (!mission) return refuse('unknown_mission');
    const { fileId, byteLength } = await deps.files.put(tx, file);
    const id = newId<ImportId>();
    await insertImport(tx, {
      id,
      missionId: mission.id,
      clientId: mission.clientId,
      dossierId: mission.dossierId,
      fileId,
      fileName: file.name,
      byteLength,
      format,
      titleLines,
      proposals: columns,
      mapping: columns.map((column) => column.field),
      options: defaultOptions,
    });
    return { ok: true as const, importId: id };
  });
};
