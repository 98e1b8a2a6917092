import type { Database } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import { newId, type ClientId, type DossierId } from '../../../shared/ids.ts';
import { clientById, clientWithSiret, insertClient, lockClient, saveClient } from '../db/clients.store.ts';
import { addClient } from '../domain/add-client.ts';
import type { ClientAdded, DossierOpened } from '../domain/client.ts';
import { editClient } from '../domain/edit-client.ts';
import type { ClientIdentity } from '../domain/identity.ts';

type Member = Extract<Actor, { kind: 'member' }>;

export const addClientHandler =
  ({ db }: { db: Database }) =>
  (actor: Member, { identity }: { identity: ClientIdentity }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const command = { clientId: newId<ClientId>(), dossierId: newId<DossierId>(), identity };
      const decision = addClient(await clientWithSiret(tx, identity.siret), command);
      if (!decision.ok) return decision;
      await insertClient(tx, command);
      const stream = { type: 'client', id: command.clientId };
      await recordFacts<ClientAdded | DossierOpened>(tx, {
        dossierId: command.dossierId,
        stream,
        expectedVersion: 0,
        facts: decision.facts,
      });
      return { ...decision, client: (await clientById(tx, command.clientId))! };
    });

/** `complete` merges what was typed with what is known, and checks the whole. */
export const editClientHandler =
  ({ db }: { db: Database }) =>
  (actor: Member, clientId: ClientId, complete: (known: ClientIdentity) => ClientIdentity) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const client = await lockClient(tx, clientId);
      if (!client) return refuse('unknown_client');
      const identity = complete(client.identity);
      const decision = editClient(client, { identity }, { sameSiret: await clientWithSiret(tx, identity.siret, clientId) });
      if (!decision.ok) return decision;
      if (decision.facts.length) {
        await saveClient(tx, clientId, identity);
        await recordFacts(tx, { dossierId: client.dossierId, stream: { type: 'client', id: clientId }, facts: decision.facts });
      }
      return { ...decision, client: (await clientById(tx, clientId))! };
    });
