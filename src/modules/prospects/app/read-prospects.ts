import type { MissionId, ProspectId } from '../../../shared/ids.ts';
import { type ProspectListAsked, fileQuality, listProspects, prospectCounts } from '../db/prospects.queries.ts';
import { eventsOf, prospectById } from '../db/prospects.store.ts';
import { suppressionCounts } from '../db/suppressions.store.ts';
import { type Deps, type Insider, mayReach, missionFor, within } from './deps.ts';

export const readProspects = (deps: Deps) => ({
  list: (actor: Insider, asked: ProspectListAsked) =>
    within(deps, actor, async (tx) => ((await missionFor(tx, actor, asked.missionId)) ? listProspects(tx, asked) : undefined)),

  counts: (actor: Insider, missionId: MissionId) =>
    within(deps, actor, async (tx) => {
      if (!(await missionFor(tx, actor, missionId))) return undefined;
      return { counts: await prospectCounts(tx, missionId), quality: await fileQuality(tx, missionId) };
    }),

  /** A prospect and what happened to it, from the file to the last call. */
  one: (actor: Insider, id: ProspectId) =>
    within(deps, actor, async (tx) => {
      const prospect = await prospectById(tx, id);
      return prospect && mayReach(actor, prospect.clientId) ? { prospect, history: await eventsOf(tx, id) } : undefined;
    }),

  suppressions: (actor: Insider) =>
    within(deps, actor, async (tx) => {
      const counts = await suppressionCounts(tx);
      return actor.kind === 'member' ? counts : counts.filter((count) => count.clientId === actor.clientId);
    }),
});
