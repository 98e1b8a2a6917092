import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { ClientId, DossierId, MissionId } from '../../../shared/ids.ts';
import { type Cents, cents, sumCents } from '../../../shared/money.ts';
import { addMonths, civilDateOf } from '../../../shared/time.ts';
import { missionById, missionList } from '../../missions/queries.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { engagedMissions, vigilanceOfMission } from '../db/standing.queries.ts';
import { checksOf, vigilanceDocuments } from '../db/vigilance.store.ts';
import type { EngagedMission } from '../domain/engaged-total.ts';
import { type VigilanceDocument, vigilanceKinds, vigilanceThresholdCents } from '../domain/vigilance-document.ts';
import { documentInForce, vigilanceState } from '../domain/vigilance-state.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Client = Extract<Actor, { kind: 'client' }>;

const shown = ({ fileId: _, ...document }: VigilanceDocument) => document;

/** What runs or was signed over the last twelve months: what the threshold is held against today. */
const engagedToday = (missions: readonly EngagedMission[], today: ReturnType<typeof civilDateOf>): Cents =>
  sumCents(
    missions
      .filter((one) => !one.isClosed || civilDateOf(one.openedAt) > addMonths(today, -12))
      .map(({ engagedCents }) => engagedCents),
  );

const kindsOf = (documents: readonly VigilanceDocument[], today: ReturnType<typeof civilDateOf>) =>
  vigilanceKinds.map((kind) => {
    const inForce = documentInForce(documents, kind, today);
    const latest = documents.find((one) => one.kind === kind);
    return { kind, inForce: inForce ? shown(inForce) : null, lapsed: inForce || !latest ? null : shown(latest) };
  });

/** The provider’s page: its three documents, and the clients for which the law asks for them. */
export const readVigilance =
  ({ db }: { db: Database }) =>
  (actor: Member) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const today = civilDateOf(tx.now);
      const documents = await vigilanceDocuments(tx);
      const clients = await engagedClients(tx);
      const checks = await checksOf(tx);
      const names = new Map(clients.map(({ clientId, name }) => [clientId, name]));
      return {
        today,
        thresholdCents: vigilanceThresholdCents as number,
        kinds: kindsOf(documents, today),
        clients: clients.map(({ engagedCents, ...client }) => ({
          ...client,
          ...vigilanceState(engagedCents, documents, today),
        })),
        checks: checks.map((check) => ({ ...check, clientName: names.get(check.clientId) ?? '' })),
      };
    });

const engagedClients = async (tx: Tx) => {
  const today = civilDateOf(tx.now);
  const missions = await missionList(tx);
  const dossiers = [...new Map(missions.map(({ clientId, dossierId }) => [clientId, dossierId]))];
  const rows: { clientId: ClientId; dossierId: DossierId; name: string; engagedCents: Cents }[] = [];
  for (const [clientId, dossierId] of dossiers) {
    const client = await clientById(tx, clientId);
    const engagedCents = engagedToday(await engagedMissions(tx, dossierId), today);
    if (client && engagedCents > cents(0)) rows.push({ clientId, dossierId, name: client.identity.name, engagedCents });
  }
  return rows.sort((a, b) => b.engagedCents - a.engagedCents);
};

/** The client’s page: whether the law asks it to hold them, where they are, and what it already checked. */
export const readClientVigilance =
  ({ db }: { db: Database }) =>
  (actor: Client) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const today = civilDateOf(tx.now);
      const { dossierId } = (await clientById(tx, actor.clientId))!;
      const documents = await vigilanceDocuments(tx);
      const state = vigilanceState(engagedToday(await engagedMissions(tx, dossierId), today), documents, today);
      return {
        today,
        provider: nameOnDocuments((await organisation(tx)).identity),
        ...state,
        // Below the threshold nothing is owed to this client: the documents stay with the provider.
        kinds: state.required ? kindsOf(documents, today) : [],
        checks: await checksOf(tx, actor.clientId),
      };
    });

/** What stands in the way of one mission, for its page. */
export const readMissionVigilance =
  ({ db }: { db: Database }) =>
  (actor: Member | Client, missionId: MissionId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, missionId);
      if (!mission || (actor.kind === 'client' && mission.clientId !== actor.clientId)) return null;
      return vigilanceOfMission(tx, mission);
    });
