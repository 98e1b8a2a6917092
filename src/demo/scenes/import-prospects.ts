import type { ApiClient } from '../api-client.ts';
import { prospectFile } from '../prospect-file.ts';
import type { Scene } from '../stage.ts';

type Import = { id: string; status: string; counts: { read: number; accepted: number } | null };

/** The client's file, as it is dropped in the browser: analysed, confirmed, every row accounted for. */
export const importProspects = async (stage: Scene, owner: ApiClient, missionId: string, rows: number): Promise<string[]> => {
  const file = { name: 'fichier-client.csv', mediaType: 'text/csv', bytes: prospectFile(rows) };
  const { id } = await owner.upload<Import>(`/missions/${missionId}/imports`, file);
  await owner.post(`/imports/${id}/confirmation`);
  await stage.settle();
  const done = await owner.get<Import>(`/imports/${id}`);
  if (done.status !== 'done' || done.counts?.accepted !== rows)
    throw new Error(`Import: ${JSON.stringify(done.counts)} (${done.status})`);
  return prospectIds(owner, missionId);
};

const prospectIds = async (owner: ApiClient, missionId: string): Promise<string[]> => {
  const ids: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: { prospects: { id: string }[]; next: string | null } = await owner.get(
      `/missions/${missionId}/prospects?limit=200${after ? `&after=${encodeURIComponent(after)}` : ''}`,
    );
    ids.push(...page.prospects.map(({ id }) => id));
    after = page.next;
  }
  return ids;
};
