export type PresentedNumberFault = 'not_a_number' | 'mobile' | 'special';

/**
 * A number that a call centre may show: geographic, polyvalent (01 to 05) or 09. 06 and 07 belong to people, 08 costs money
 * (Arcep's numbering plan, docs/legal-sources.md). Overseas numbers are written with their own prefix.
 */
export const presentedNumberFault = (number: string): PresentedNumberFault | null => {
  const e164 = toE164(number);
  if (e164 === null) return 'not_a_number';
  if (/^\+33[67]/.test(e164) || /^\+(262|590|594|596)[67]/.test(e164)) return 'mobile';
  if (/^\+338/.test(e164)) return 'special';
  return null;
};

/** A French number as people write it, in E.164; null when it cannot be one. */
export const toE164 = (number: string): string | null => {
  const compact = number
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  if (/^0[1-9]\d{8}$/.test(compact)) return `+33${compact.slice(1)}`;
  return /^\+(33[1-9]\d{8}|(262|590|594|596)\d{9})$/.test(compact) ? compact : null;
};
