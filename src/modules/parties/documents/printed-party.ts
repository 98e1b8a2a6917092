import type { PrintedParty } from '../../../platform/pdf/index.ts';
import { printedSiren, printedSiret } from '../domain/company-number.ts';
import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../domain/identity.ts';
import { addressLines, legalFormLine } from '../domain/identity-lines.ts';
import { legalForms } from '../domain/legal-form.ts';
import { printedPhone } from '../domain/phone-number.ts';

/** The provider as documents print it (C. com. R123-237 and R123-238). */
export const printedProvider = (identity: ProviderIdentity): PrintedParty => ({
  name: nameOnDocuments(identity),
  tradeName: identity.tradeName,
  legalForm: legalForms[identity.legalForm].soleTrader ? 'Entrepreneur individuel' : legalFormLine(identity),
  addressLines: addressLines(identity.address),
  siret: printedSiret(identity.siret),
  siren: printedSiren(identity.siren),
  registration: identity.rcsCity ? `RCS ${identity.rcsCity} ${printedSiren(identity.siren)}` : null,
  vatNumber: identity.vatNumber,
  email: identity.email,
  phone: printedPhone(identity.phone),
});

/** The client as documents print it, with the person who binds it. */
export const printedClient = (identity: ClientIdentity): PrintedParty => ({
  name: identity.name,
  legalForm: identity.legalForm && identity.legalForm !== 'other' ? legalForms[identity.legalForm].label : null,
  addressLines: addressLines(identity.address),
  siret: identity.siret && printedSiret(identity.siret),
  siren: identity.siren && printedSiren(identity.siren),
  registration: null,
  vatNumber: identity.vatNumber,
  representedBy: `représentée par ${identity.signatory.name}${identity.signatory.role ? `, ${identity.signatory.role.charAt(0).toLowerCase()}${identity.signatory.role.slice(1)}` : ''}`,
});
