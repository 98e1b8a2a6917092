import { newId, type ClientId, type ContactId, type DossierId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { tables, type Tx } from '../../../platform/db/index.ts';
import type { Client } from '../domain/client.ts';
import type { ClientIdentity, Contact } from '../domain/identity.ts';
import type { ContactKind, PartiesTables } from './tables.ts';

const db = (tx: Tx) => tables<PartiesTables>(tx);

export const clientById = async (tx: Tx, id: ClientId): Promise<Client | null> => {
  const row = await db(tx)
    .selectFrom('clients')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const contacts = await db(tx)
    .selectFrom('contacts')
    .select(['id', 'kind'])
    .where('tenant_id', '=', tx.tenantId)
    .where('client_id', '=', id)
    .execute();
  const contactId = (kind: ContactKind) => contacts.find((contact) => contact.kind === kind)?.id ?? null;
  return {
    id: row.id,
    dossierId: row.dossier_id,
    identity: row.identity,
    contactIds: { signatory: contactId('signatory')!, billing: contactId('billing'), dpo: contactId('dpo') },
    version: row.version,
    createdAt: row.created_at,
  };
};

export const lockClient = async (tx: Tx, id: ClientId): Promise<Client | null> => {
  await db(tx).selectFrom('clients').select('id').where('tenant_id', '=', tx.tenantId).where('id', '=', id).forUpdate().execute();
  return clientById(tx, id);
};

export const clientList = async (tx: Tx): Promise<Omit<Client, 'contactIds'>[]> => {
  const rows = await db(tx)
    .selectFrom('clients')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('name')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    dossierId: row.dossier_id,
    identity: row.identity,
    version: row.version,
    createdAt: row.created_at,
  }));
};

/** Another client with this SIRET, for the rule "one establishment, one dossier". */
export const clientWithSiret = async (
  tx: Tx,
  siret: string | null,
  besides?: ClientId,
): Promise<{ id: ClientId; name: string } | null> => {
  if (!siret) return null;
  let query = db(tx).selectFrom('clients').select(['id', 'name']).where('tenant_id', '=', tx.tenantId).where('siret', '=', siret);
  if (besides) query = query.where('id', '<>', besides);
  return (await query.executeTakeFirst()) ?? null;
};

export const insertClient = async (
  tx: Tx,
  client: { clientId: ClientId; dossierId: DossierId; identity: ClientIdentity },
): Promise<void> => {
  const { clientId, dossierId, identity } = client;
  await db(tx)
    .insertInto('clients')
    .values({
      tenant_id: tx.tenantId,
      id: clientId,
      dossier_id: dossierId,
      name: identity.name,
      siret: identity.siret,
      identity: JSON.stringify(identity),
      version: 1,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
  await saveContacts(tx, clientId, identity);
  await db(tx)
    .insertInto('dossiers')
    .values({ tenant_id: tx.tenantId, id: dossierId, client_id: clientId, opened_at: tx.now })
    .execute();
};

export const saveClient = async (tx: Tx, clientId: ClientId, identity: ClientIdentity): Promise<void> => {
  await db(tx)
    .updateTable('clients')
    .set((row) => ({
      name: identity.name,
      siret: identity.siret,
      identity: JSON.stringify(identity),
      version: row('version', '+', 1),
      updated_at: tx.now,
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', clientId)
    .execute();
  await saveContacts(tx, clientId, identity);
};

/** One row per part played; its id stays when the person's details change, so that links keep their reader. */
const saveContacts = async (tx: Tx, clientId: ClientId, identity: ClientIdentity): Promise<void> => {
  const parts: [ContactKind, Contact | null][] = [
    ['signatory', identity.signatory],
    ['billing', identity.billingContact],
    ['dpo', identity.dpoContact],
  ];
  for (const [kind, contact] of parts) {
    if (!contact) {
      await db(tx)
        .deleteFrom('contacts')
        .where('tenant_id', '=', tx.tenantId)
        .where('client_id', '=', clientId)
        .where('kind', '=', kind)
        .execute();
      continue;
    }
    const details = { name: contact.name, role: contact.role, email: contact.email, phone: contact.phone };
    await db(tx)
      .insertInto('contacts')
      .values({ tenant_id: tx.tenantId, id: newId<ContactId>(), client_id: clientId, kind, ...details })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'client_id', 'kind']).doUpdateSet(details))
      .execute();
  }
};

export type DossierLine = {
  dossierId: DossierId;
  clientId: ClientId;
  clientName: string;
  siren: string | null;
  openedAt: Instant;
};

const dossierLines = (tx: Tx) =>
  db(tx)
    .selectFrom('dossiers')
    .innerJoin('clients', (join) =>
      join.onRef('clients.tenant_id', '=', 'dossiers.tenant_id').onRef('clients.id', '=', 'dossiers.client_id'),
    )
    .select(['dossiers.id', 'dossiers.client_id', 'dossiers.opened_at', 'clients.name', 'clients.identity'])
    .where('dossiers.tenant_id', '=', tx.tenantId);

type Line = Awaited<ReturnType<ReturnType<typeof dossierLines>['execute']>>[number];
const line = (row: Line): DossierLine => ({
  dossierId: row.id,
  clientId: row.client_id,
  clientName: row.name,
  siren: row.identity.siren,
  openedAt: row.opened_at,
});

export const dossierList = async (tx: Tx): Promise<DossierLine[]> =>
  (await dossierLines(tx).orderBy('dossiers.opened_at', 'desc').limit(500).execute()).map(line);

export const dossierById = async (tx: Tx, id: DossierId): Promise<DossierLine | null> => {
  const row = await dossierLines(tx).where('dossiers.id', '=', id).executeTakeFirst();
  return row ? line(row) : null;
};
