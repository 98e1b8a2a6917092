import { record } from '../../../shared/decision.ts';
import { changedFields } from './changed-fields.ts';
import type { ProviderIdentity } from './identity.ts';
import type { Organisation, OrganisationEdited } from './organisation.ts';

/** The provider corrects its legal identity. Documents already sent keep the one they were frozen with. */
export const editOrganisation = (organisation: Organisation, command: { identity: ProviderIdentity }) => {
  const changed = changedFields(organisation.identity, command.identity);
  return changed.length ? record<OrganisationEdited>({ type: 'OrganisationEdited', changed }) : record<OrganisationEdited>();
};
