/** « 01 99 00 12 34 » as +33199001234 once it is whole; anything else as it was typed, for its rule to judge. */
export const frenchE164 = (typed: string): string => {
  const compact = typed.replace(/[\s\u00a0\u202f.-]/g, '');
  return /^0[1-9]\d{8}$/.test(compact) ? `+33${compact.slice(1)}` : typed;
};
