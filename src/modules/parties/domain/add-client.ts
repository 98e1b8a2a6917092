import { record, refuse } from '../../../shared/decision.ts';
import type { ClientId, DossierId } from '../../../shared/ids.ts';
import type { ClientAdded, DossierOpened } from './client.ts';
import type { ClientIdentity } from './identity.ts';

export type AddClient = { clientId: ClientId; dossierId: DossierId; identity: ClientIdentity };

/** A client enters, and its dossier opens. One establishment has one dossier: a second would split its history. */
export const addClient = (sameSiret: { name: string } | null, { clientId, dossierId, identity }: AddClient) => {
  if (sameSiret) return refuse('client_already_there', { name: sameSiret.name, siret: identity.siret });
  return record<ClientAdded | DossierOpened>(
    { type: 'ClientAdded', clientId, name: identity.name, siren: identity.siren },
    { type: 'DossierOpened', dossierId, clientId },
  );
};
