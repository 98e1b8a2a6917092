/** Where a prospect is, as calling hours and signed zones see it. */
export type Zone = 'metropole' | 'guadeloupe' | 'martinique' | 'guyane' | 'reunion' | 'mayotte' | 'outre-mer' | 'etranger';
export type Territory = { department: string | null; zone: Zone; timeZone: string };

const PARIS = 'Europe/Paris';
const mainland: Territory = { department: null, zone: 'metropole', timeZone: PARIS };

/** The overseas departments and collectivities, by the first three digits of their postcodes. */
const overseas: Readonly<Record<string, { zone: Zone; timeZone: string }>> = {
  '971': { zone: 'guadeloupe', timeZone: 'America/Guadeloupe' },
  '972': { zone: 'martinique', timeZone: 'America/Martinique' },
  '973': { zone: 'guyane', timeZone: 'America/Cayenne' },
  '974': { zone: 'reunion', timeZone: 'Indian/Reunion' },
  '975': { zone: 'outre-mer', timeZone: 'America/Miquelon' },
  '976': { zone: 'mayotte', timeZone: 'Indian/Mayotte' },
  '977': { zone: 'outre-mer', timeZone: 'America/St_Barthelemy' },
  '978': { zone: 'outre-mer', timeZone: 'America/Marigot' },
  '986': { zone: 'outre-mer', timeZone: 'Pacific/Wallis' },
  '987': { zone: 'outre-mer', timeZone: 'Pacific/Tahiti' },
  '988': { zone: 'outre-mer', timeZone: 'Pacific/Noumea' },
};

const byCountry: Readonly<Record<string, string>> = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  WF: '986',
  PF: '987',
  NC: '988',
};

/** The postcode as it was before the spreadsheet took it for a quantity. */
export const readPostalCode = (given: string): { code: string; restored: boolean } | null => {
  if (given.length === 5 && /^\d{5}$/.test(given)) return { code: given, restored: false };
  const text = given
    .trim()
    .replace(/^F-?/i, '')
    .replace(/\s|[.,]0+$/g, '');
  if (/^\d{5}$/.test(text)) return { code: text, restored: false };
  return /^[1-9]\d{3}$/.test(text) ? { code: `0${text}`, restored: true } : null;
};

/** Department, signed zone and wall clock of a prospect: its postcode first, otherwise the country that its number tells. */
export const territoryOf = (postalCode: string | null, phoneCountry: string): Territory => {
  if (postalCode) return territoryOfPostalCode(postalCode);
  const code = byCountry[phoneCountry];
  if (code) return { department: code, ...overseas[code]! };
  if (phoneCountry === 'FR') return mainland;
  return { department: null, zone: 'etranger', timeZone: PARIS };
};

const territoryOfPostalCode = (code: string): Territory => {
  const away = overseas[code.slice(0, 3)];
  if (away) return { department: code.slice(0, 3), ...away };
  if (code.startsWith('98')) return { department: null, zone: 'etranger', timeZone: 'Europe/Monaco' };
  return { department: mainlandDepartment(code), zone: 'metropole', timeZone: PARIS };
};

/** Corsica's postcodes all begin with 20: the south keeps 200 and 201. */
const mainlandDepartment = (code: string): string => {
  if (!code.startsWith('20')) return code.slice(0, 2);
  return code.startsWith('200') || code.startsWith('201') ? '2A' : '2B';
};
