import pg from 'pg';

const { builtins } = pg.types;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;
const TEXT_ARRAY = 1009;

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of the safe range: ${text}`);
  return value;
};

/** '2026-03-16 18:00:00.5+01' → '2026-03-16T17:00:00.500Z'. */
const instantText = (text: string): string =>
  new Date(`${text.slice(0, 10)}T${text.slice(11).replace(/([+-]\d\d)$/, '$1:00')}`).toISOString();

const asIs = (text: string): string => text;

const each = <T>(parse: (text: string) => T) => {
  const texts = pg.types.getTypeParser(TEXT_ARRAY as number) as (array: string) => (string | null)[];
  return (array: string) => texts(array).map((text) => (text === null ? null : parse(text)));
};

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, wholeNumber],
  [builtins.TIMESTAMPTZ, instantText],
  [builtins.DATE, asIs],
  [builtins.NUMERIC, asIs],
  [builtins.TIME, asIs],
  [INT8_ARRAY, each(wholeNumber)],
  [DATE_ARRAY, each(asIs)],
  [TIMESTAMPTZ_ARRAY, each(instantText)],
]);

/** How PostgreSQL values become ours: whole numbers checked, instants in UTC with milliseconds, days and decimals as text. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};
