import type { Tx } from '../../../platform/db/index.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { addDays, civilDateOf } from '../../../shared/time.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import { noticeBy } from '../../frameworks/index.ts';
import { frameworkList } from '../../frameworks/queries.ts';
import { missionList } from '../../missions/queries.ts';
import { kindWords } from '../../vigilance/index.ts';
import { vigilanceDocuments } from '../../vigilance/queries.ts';
import { handoverOf } from '../db/handovers.store.ts';
import { resiliationsOf, standingOf } from '../db/life.store.ts';
import { type Deadline, missionDeadlines } from '../domain/deadlines.ts';

/** Every date of the organisation’s contracts, or of one client’s, the nearest first; what is past is left out. */
export const deadlinesOf = async (tx: Tx, onlyFor: ClientId | null): Promise<Deadline[]> => {
  const today = civilDateOf(tx.now);
  const all = [
    ...(await ofMissions(tx, onlyFor)),
    ...(await ofFrameworks(tx, onlyFor)),
    ...(onlyFor ? [] : await ofVigilance(tx)),
  ];
  return all.filter(({ on }) => on >= today).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const ofMissions = async (tx: Tx, onlyFor: ClientId | null): Promise<Deadline[]> => {
  const deadlines: Deadline[] = [];
  for (const { id, name, status, clientId } of await missionList(tx)) {
    if (onlyFor && clientId !== onlyFor) continue;
    const terms = (await termsInForce(tx, id)) ?? (await termsVersions(tx, id))[0];
    if (!terms) continue;
    const { termination, period } = terms.content.terms;
    const { suspendedDays } = await standingOf(tx, id);
    const current = (await resiliationsOf(tx, { type: 'mission', id })).find(
      ({ state }) => state !== 'cured' && state !== 'withdrawn',
    );
    deadlines.push(
      ...missionDeadlines({
        id,
        name,
        isClosed: status === 'closed',
        endsOn: addDays(period.endsOn, suspendedDays),
        providerNoticeDays: termination.providerNoticeDays,
        clientNoticeDays: termination.clientNoticeDays,
        resiliation: current ?? null,
        handover: (await handoverOf(tx, id)) ?? null,
      }),
    );
  }
  return deadlines;
};

const ofFrameworks = async (tx: Tx, onlyFor: ClientId | null): Promise<Deadline[]> =>
  (await frameworkList(tx, onlyFor ? { clientId: onlyFor } : {})).flatMap((framework): Deadline[] => {
    const endsOn = framework.status === 'signed' ? framework.frozen.endsOn : null;
    if (!endsOn) return [];
    const about = { subject: { type: 'framework' as const, id: framework.id as string }, label: framework.title };
    const by = noticeBy(framework);
    return [
      ...(by ? [{ ...about, kind: 'framework_notice' as const, on: by }] : []),
      { ...about, kind: 'framework_ends' as const, on: endsOn },
    ];
  });

const ofVigilance = async (tx: Tx): Promise<Deadline[]> => {
  const latest = new Map((await vigilanceDocuments(tx)).reverse().map((document) => [document.kind, document]));
  return [...latest.values()].map(({ kind, validThrough }) => ({
    kind: 'vigilance_lapses',
    subject: { type: 'organisation', id: tx.tenantId },
    label: kindWords[kind].fr,
    on: validThrough,
  }));
};
