import { record, refuse } from '../../../shared/decision.ts';
import { changedFields } from './changed-fields.ts';
import type { Client, ClientEdited } from './client.ts';
import type { ClientIdentity } from './identity.ts';

/** What is known of a client is corrected. Documents already sent keep the identity they were frozen with. */
export const editClient = (
  client: Client,
  command: { identity: ClientIdentity },
  { sameSiret }: { sameSiret: { name: string } | null },
) => {
  if (sameSiret) return refuse('client_already_there', { name: sameSiret.name, siret: command.identity.siret });
  const changed = changedFields(client.identity, command.identity);
  return changed.length ? record<ClientEdited>({ type: 'ClientEdited', clientId: client.id, changed }) : record<ClientEdited>();
};
