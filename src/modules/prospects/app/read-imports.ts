import type { ImportId, MissionId } from '../../../shared/ids.ts';
import { refuse } from '../../../shared/decision.ts';
import { asideReasons, asideRows, importById, importNotes, importsOfMission } from '../db/imports.store.ts';
import { analyseFile, previewRows } from '../domain/file/analyse-file.ts';
import type { ProspectImport } from '../domain/importing/prospect-import.ts';
import { fileQualityOf } from '../domain/row/quality.ts';
import { type Deps, type Insider, mayReach, missionFor, within } from './deps.ts';
import { errorFile } from './error-file.ts';

export const readImports = (deps: Deps) => {
  const reach = async (
    tx: Parameters<typeof importById>[0],
    actor: Insider,
    id: ImportId,
  ): Promise<ProspectImport | undefined> => {
    const state = await importById(tx, id);
    return state && mayReach(actor, state.clientId) ? state : undefined;
  };

  return {
    /** The files of a mission, the latest first. */
    ofMission: (actor: Insider, missionId: MissionId) =>
      within(deps, actor, async (tx) => ((await missionFor(tx, actor, missionId)) ? importsOfMission(tx, missionId) : undefined)),

    /** An import: before it is confirmed, the first rows as they would be kept; after, what was counted and why. */
    one: (actor: Insider, id: ImportId) =>
      within(deps, actor, async (tx) => {
        const state = await reach(tx, actor, id);
        if (!state) return undefined;
        const open = state.status === 'analysed' || state.status === 'failed';
        const preview = open ? await previewOf(deps, tx, state) : null;
        const done = state.status === 'done' || state.status === 'undone';
        const reasons = done ? await asideReasons(tx, id) : [];
        const notes = done ? await importNotes(tx, id) : [];
        return { state, preview, reasons, notes, quality: state.counts ? fileQualityOf(state.counts) : null };
      }),

    progress: (actor: Insider, id: ImportId) =>
      within(deps, actor, async (tx) => {
        const state = await reach(tx, actor, id);
        return state && { status: state.status, rowsDone: state.rowsDone, counts: state.counts };
      }),

    /** The rows set aside, to correct and import again. */
    errors: (actor: Insider, id: ImportId) =>
      within(deps, actor, async (tx) => {
        const state = await reach(tx, actor, id);
        if (!state) return refuse('unknown_import');
        if (state.status !== 'done' && state.status !== 'undone') return refuse('import_not_finished');
        const { bytes, name } = await deps.files.read(tx, state.fileId);
        return {
          ok: true as const,
          name: `${name.replace(/\.\w{1,4}$/, '')}-erreurs.csv`,
          content: errorFile(bytes, state.format, await asideRows(tx, id)),
        };
      }),
  };
};

const previewOf = async (deps: Deps, tx: Parameters<typeof importById>[0], state: ProspectImport) => {
  const { bytes } = await deps.files.read(tx, state.fileId);
  const analysed = analyseFile(bytes);
  return analysed.ok ? previewRows(analysed.analysis.sample, state.mapping, state.options.foreignNumbers) : [];
};
