import type { Database, Tx } from '../../../platform/db/index.ts';
import { type Fact, recordFacts } from '../../../platform/journal/index.ts';
import { enqueue, jobNamed } from '../../../platform/jobs/index.ts';
import { type Accepted, type Refused, refuse } from '../../../shared/decision.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import { missionById } from '../../missions/queries.ts';
import { destroyRecordingsOf } from '../../calls/queries.ts';
import { eraseProspects } from '../../prospects/queries.ts';
import { handoverOf, insertHandover, keepAttestation, updateItem } from '../db/handovers.store.ts';
import {
  attestHandover,
  deliverItem,
  destroyItem,
  type Handover,
  type HandoverItemKind,
  openHandover,
  orderDestruction,
} from '../domain/handover.ts';
import { type Asker, partyOf } from './asker.ts';

export const attestationJob = jobNamed<{ missionId: MissionId }>('attest-handover');

/** A closed mission opens its hand-over, in the same transaction: who keeps what, by when, as it was signed. */
export const openHandoverOf = async (tx: Tx, missionId: MissionId): Promise<void> => {
  const mission = (await missionById(tx, missionId))!;
  const terms = (await termsInForce(tx, missionId)) ?? (await termsVersions(tx, missionId))[0];
  if (!terms) return;
  const endedOn = civilDateOf(tx.now);
  const { fact, items } = openHandover({ missionId, endedOn }, { terms: terms.content.terms });
  const { dossierId, clientId } = mission;
  const isNew = await insertHandover(tx, { missionId, dossierId, clientId, endedOn, dueOn: fact.dueOn, openedAt: tx.now, items });
  if (isNew) await recordFacts(tx, { dossierId, stream: { type: 'handover', id: missionId }, facts: [fact] });
};

type Step = { missionId: MissionId; item: HandoverItemKind };

export const handoverHandlers = ({ db }: { db: Database }) => {
  const step =
    <Command extends { missionId: MissionId }, F extends Fact, Code extends string>(
      decide: (handover: Handover, command: Command, actor: Asker) => Accepted<F> | Refused<Code>,
      save: (tx: Tx, command: Command, actor: Asker) => Promise<unknown>,
    ) =>
    (actor: Asker, command: Command) =>
      db.withTenant(actor.tenantId, actor, async (tx) => {
        const handover = await handoverOf(tx, command.missionId, { lock: true });
        if (!handover || (actor.kind === 'client' && handover.clientId !== actor.clientId)) return refuse('handover_not_open');
        const decision = decide(handover, command, actor);
        if (!decision.ok) return decision;
        await recordFacts<Fact>(tx, {
          dossierId: handover.dossierId,
          stream: { type: 'handover', id: command.missionId },
          facts: decision.facts,
        });
        await save(tx, command, actor);
        return { ok: true as const };
      });
  return {
    /** The provider hands the item over; the hash says which bytes, when Cadran held them. */
    deliver: step(
      (handover, { item, sha256 }: Step & { sha256: string | null }, actor) =>
        deliverItem(handover, item, { by: actor.displayName, sha256 }),
      (tx, { missionId, item, sha256 }, actor) =>
        updateItem(tx, missionId, item, { delivered_at: tx.now, delivered_by: actor.displayName, sha256 }),
    ),
    orderDestruction: step(
      (handover, { item }: Step, actor) => orderDestruction(handover, item, { by: actor.displayName, party: partyOf(actor) }),
      (tx, { missionId, item }, actor) =>
        updateItem(tx, missionId, item, { destruction_ordered_at: tx.now, destruction_ordered_by: actor.displayName }),
    ),
    destroy: step(
      (handover, { item, method }: Step & { method: string }, actor) =>
        destroyItem(handover, item, { by: actor.displayName, method }),
      async (tx, { missionId, item, method }, actor) => {
        await updateItem(tx, missionId, item, { destroyed_at: tx.now, destroyed_by: actor.displayName, method: method.trim() });
        // What Cadran itself holds goes with the word: the certificate must be true here too.
        if (item === 'recordings') await destroyRecordingsOf(tx, missionId);
        if (item === 'enriched_file') await eraseProspects(tx, missionId);
      },
    ),
    /** Everything is settled: the certificate is drawn up and both receive it. */
    attest: step(
      (handover, _: { missionId: MissionId }) => attestHandover(handover),
      async (tx, { missionId }) => {
        await keepAttestation(tx, missionId, { attested_at: tx.now });
        await enqueue(tx, attestationJob, { missionId }, { singletonKey: `attest:${missionId}` });
      },
    ),
  };
};
