/** Collects values into the text of a PostgreSQL array: {a,"b",NULL}. */
export const pgArray = () => {
  let text = '';
  return {
    add: (value: string | number | boolean | null) => {
      if (text !== '') text += ',';
      text += value === null ? 'NULL' : typeof value === 'string' ? quoted(value) : String(value);
    },
    close: (): string => `{${text}}`,
  };
};

export const quoted = (value: string): string => (/["\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`);
