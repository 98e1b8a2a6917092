import { printedSiren, printedSiret } from './company-number.ts';
import { nameOnDocuments, type ClientIdentity, type PostalAddress, type ProviderIdentity } from './identity.ts';
import { legalForms } from './legal-form.ts';
import { printedPhone } from './phone-number.ts';

/** The block that names the provider on a document, one line each (C. com. R123-237, R123-238; decree 2022-725). */
export const providerLines = (identity: ProviderIdentity): string[] => [
  identity.tradeName ? `${nameOnDocuments(identity)} (${identity.tradeName})` : nameOnDocuments(identity),
  ...formLine(identity),
  ...addressLines(identity.address),
  `SIRET ${printedSiret(identity.siret)}`,
  ...(identity.rcsCity ? [`RCS ${identity.rcsCity} ${printedSiren(identity.siren)}`] : []),
  ...(identity.vatNumber ? [`TVA ${identity.vatNumber}`] : []),
  `${printedPhone(identity.phone)} · ${identity.email}`,
];

const formLine = (identity: ProviderIdentity): string[] => {
  const line = legalFormLine(identity);
  return line === null ? [] : [line];
};

/** « SAS au capital de 10 000 € »; nothing for a sole trader, whose name already says « EI ». */
export const legalFormLine = ({
  legalForm,
  capitalCents,
}: Pick<ProviderIdentity, 'legalForm' | 'capitalCents'>): string | null => {
  if (legalForms[legalForm].soleTrader || legalForm === 'other') return null;
  return capitalCents === null
    ? legalForms[legalForm].label
    : `${legalForms[legalForm].label} au capital de ${printedCapital(capitalCents)}`;
};

const printedCapital = (capitalCents: number): string => {
  const [euros, part] = (capitalCents / 100).toFixed(2).split('.') as [string, string];
  const grouped = euros.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${grouped}${part === '00' ? '' : `,${part}`}\u00a0€`;
};

/** The block that names the client on a document, one line each. */
export const clientLines = (identity: ClientIdentity): string[] => [
  identity.name,
  ...(identity.legalForm && identity.legalForm !== 'other' ? [legalForms[identity.legalForm].label] : []),
  ...addressLines(identity.address),
  ...(identity.siret ? [`SIRET ${printedSiret(identity.siret)}`] : []),
  ...(identity.vatNumber ? [`TVA ${identity.vatNumber}`] : []),
];

export const addressLines = (address: PostalAddress): string[] => [
  address.line1,
  ...(address.line2 ? [address.line2] : []),
  `${address.postCode} ${address.city}`,
  ...(address.country === 'FR' ? [] : [address.country]),
];
