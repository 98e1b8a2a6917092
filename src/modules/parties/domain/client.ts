import type { ClientId, ContactId, DossierId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { ClientIdentity } from './identity.ts';

/** A client (donneur d'ordre) and the dossier that collects everything about it. */
export type Client = {
  id: ClientId;
  dossierId: DossierId;
  identity: ClientIdentity;
  /** Who is who on the client's side, by the part they play. */
  contactIds: { signatory: ContactId; billing: ContactId | null; dpo: ContactId | null };
  version: number;
  createdAt: Instant;
};

export type ClientAdded = { type: 'ClientAdded'; clientId: ClientId; name: string; siren: string | null };
export type DossierOpened = { type: 'DossierOpened'; dossierId: DossierId; clientId: ClientId };
export type ClientEdited = { type: 'ClientEdited'; clientId: ClientId; changed: string[] };
