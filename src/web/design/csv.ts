type Exported<Row> = { header: string; value: (row: Row) => string | number | null };

// A cell that starts like a formula would run in the reader's spreadsheet (CWE-1236).
const cell = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = (value ?? '').replace(/^([=+\-@\t\r])/, "'$1");
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A list as French Excel opens it: semicolons, decimal comma, UTF-8 with its mark. */
export const csvOf = <Row>(columns: readonly Exported<Row>[], rows: readonly Row[]): string => {
  const lines = [
    columns.map((column) => cell(column.header)),
    ...rows.map((row) => columns.map((column) => cell(column.value(row)))),
  ];
  return `\ufeff${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
};

export const saveText = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
};
