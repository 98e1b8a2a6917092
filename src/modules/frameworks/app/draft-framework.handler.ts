import type { Database, Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import { type ClientId, type FrameworkId, newId } from '../../../shared/ids.ts';
import { addDays, type CivilDate, civilDateOf } from '../../../shared/time.ts';
import type { ClauseSelection } from '../../clauses/index.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { firstDefaults } from '../../general-terms/index.ts';
import { currentGeneralTerms } from '../../general-terms/queries.ts';
import { clientById } from '../../parties/queries.ts';
import { insertFramework, lockFramework, updateFramework } from '../db/frameworks.store.ts';
import { defaultFramework } from '../domain/default-framework.ts';
import { type FrameworkDraft, type FrameworkDrafted, may } from '../domain/framework.ts';

type Member = Extract<Actor, { kind: 'member' }>;
export type DraftFramework = {
  clientId: ClientId;
  title?: string | undefined;
  /** Already agreed conditions and prices, when the framework is built from earlier quotes. */
  from?: { shared: DraftTerms; priceGrid: FrameworkDraft['frame']['priceGrid'] } | undefined;
};

/** Opens a framework in the client's dossier, in this transaction: from what was already agreed with this client, else from the general terms. */
export const draftFramework = async (tx: Tx, command: DraftFramework) => {
  const client = await clientById(tx, command.clientId);
  if (!client) return refuse('unknown_framework');
  const general = await currentGeneralTerms(tx);
  const today = civilDateOf(tx.now);
  const usual = (general?.content.defaults ?? firstDefaults) as DraftTerms;
  const start = defaultFramework({ today, shared: command.from?.shared ?? usual });
  const draft = command.from?.priceGrid ? { ...start, frame: { ...start.frame, priceGrid: command.from.priceGrid } } : start;
  const frameworkId = newId<FrameworkId>();
  const title = command.title ?? `Contrat-cadre de prospection avec ${client.identity.name}`;
  await insertFramework(tx, {
    id: frameworkId,
    dossierId: client.dossierId,
    clientId: client.id,
    title,
    draft,
    selection: null,
    status: 'draft',
    frozen: null,
    revision: 1,
    version: 1,
    validUntil: addDays(today, 30),
    createdAt: tx.now,
    updatedAt: tx.now,
  });
  const fact: FrameworkDrafted = { type: 'FrameworkDrafted', frameworkId, title };
  await recordFacts(tx, {
    dossierId: client.dossierId,
    stream: { type: 'framework', id: frameworkId },
    expectedVersion: 0,
    facts: [fact],
  });
  return { ...record(fact), frameworkId };
};

export const draftFrameworkHandler =
  ({ db }: { db: Database }) =>
  (actor: Member, command: DraftFramework) =>
    db.withTenant(actor.tenantId, actor, (tx) => draftFramework(tx, command));

export type SaveFramework = {
  frameworkId: FrameworkId;
  revision: number;
  title: string;
  validUntil: CivilDate | null;
  draft: FrameworkDraft;
  selection: ClauseSelection | null;
};

/** Keeps what was typed. Two tabs on one draft: the second to save is told, and loses nothing. */
export const saveFrameworkHandler =
  ({ db }: { db: Database }) =>
  (actor: Member, command: SaveFramework) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const framework = await lockFramework(tx, command.frameworkId);
      if (!framework) return refuse('unknown_framework');
      if (!may('save', framework.status)) return refuse('already_sent', { number: framework.frozen?.number });
      if (framework.revision !== command.revision) return refuse('changed_elsewhere', { revision: framework.revision });
      await updateFramework(tx, framework.id, {
        title: command.title,
        valid_until: command.validUntil,
        draft: JSON.stringify(command.draft),
        selection: command.selection && JSON.stringify(command.selection),
        revision: framework.revision + 1,
      });
      return { ok: true as const, revision: framework.revision + 1 };
    });
