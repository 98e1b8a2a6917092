import { sirenOf } from './company-number.ts';

/**
 * A change laid over what is known, to be checked as a whole. A VAT number that was only known under the old SIRET is
 * dropped, so that it is drawn again from the new one.
 */
export const mergedIdentity = <Known extends { siret: string | null; vatNumber: string | null }>(
  known: Known,
  change: object,
): object => {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    siret?: string | null;
    vatNumber?: string | null;
  };
  const companyChanges =
    given.siret !== undefined && (!given.siret || !known.siret || sirenOf(given.siret) !== sirenOf(known.siret));
  return { ...known, ...(companyChanges && given.vatNumber === undefined ? { vatNumber: null } : {}), ...given };
};
