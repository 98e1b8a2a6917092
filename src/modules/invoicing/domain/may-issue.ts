import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import type { Terms } from '../../contracts/index.ts';
import { type Accepted, type Refused, record, refuse } from '../../../shared/decision.ts';

export type Parties = { seller: ProviderIdentity; buyer: ClientIdentity };

/**
 * Whether the parties, as they are today, allow the e-invoice that the terms describe: a French buyer is named by its
 * SIREN (BR-FR-11), and VAT follows the seller's regime of the day, so a regime that changed since the signature needs an
 * amendment rather than a wrong invoice (CGI 293 B).
 */
export const mayIssue = (
  { seller, buyer }: Parties,
  { vat }: Terms['price'],
): Accepted<Parties> | Refused<'client_without_siren' | 'vat_regime_changed'> => {
  if (buyer.siren === null) return refuse('client_without_siren');
  if (seller.vatRegime !== vat.regime) return refuse('vat_regime_changed');
  return record({ seller, buyer });
};
