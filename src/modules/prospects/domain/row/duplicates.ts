import type { ProspectDetails } from './judge-row.ts';
import type { DuplicateCode } from './row-notes.ts';

export type InFileDuplicates = {
  /** Why this prospect repeats an accepted one above, or null: then it is remembered in its turn. */
  check: (prospect: ProspectDetails, row: number) => { code: DuplicateCode; firstRow: number } | null;
  /** True when the second number already belongs to a prospect above. */
  secondNumberTaken: (otherPhone: string) => boolean;
};

/**
 * Finds, within one file, the rows that describe a prospect already accepted above: same establishment or same number.
 * Numbers and SIRETs are kept as plain numbers, not text, so that a large file costs a few bytes a row.
 */
export const inFileDuplicates = (): InFileDuplicates => {
  const sirets = new Map<number, number>();
  const phones = new Map<number, number>();
  return {
    check: (prospect, row) => {
      const siret = prospect.siret === null ? null : Number(prospect.siret);
      const sameSiret = siret === null ? undefined : sirets.get(siret);
      if (sameSiret !== undefined) return { code: 'duplicate_siret_in_file', firstRow: sameSiret };
      const samePhone = phones.get(Number(prospect.phone));
      if (samePhone !== undefined) return { code: 'duplicate_phone_in_file', firstRow: samePhone };
      if (siret !== null) sirets.set(siret, row);
      phones.set(Number(prospect.phone), row);
      if (prospect.otherPhone !== null && !phones.has(Number(prospect.otherPhone))) phones.set(Number(prospect.otherPhone), row);
      return null;
    },
    secondNumberTaken: (otherPhone) => phones.has(Number(otherPhone)),
  };
};
