const mainland = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).filter((code) => code !== '20');
const departments = new Set([...mainland, '2A', '2B', '971', '972', '973', '974', '976']);

/** The départements named in a text, and what is none: « 75, 2a 99 » gives 75 and 2A, and 99 unknown. */
export const departmentsIn = (text: string): { known: string[]; unknown: string[] } => {
  const codes = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((code) => (/^\d$/.test(code) ? `0${code}` : code));
  return { known: codes.filter((code) => departments.has(code)), unknown: codes.filter((code) => !departments.has(code)) };
};
