/** One XML element as plain text; an absent child is `null` and leaves no trace. */
export type Xml = string | null;

// XML 1.0 has no place for these, escaped or not: a name pasted from a terminal must not break an invoice.
// eslint-disable-next-line no-control-regex
const impossible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as XML holds it: the five markup characters escaped, impossible characters dropped, edges trimmed. */
export const escapeXml = (value: string): string =>
  value
    .replace(impossible, '')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');

const attributesOf = (attributes: Record<string, string>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');

/** An element that holds other elements. One without any child is left out: the rules refuse empty elements. */
export const group = (name: string, ...children: Xml[]): Xml => {
  const content = children.filter((child) => child !== null).join('');
  return content === '' ? null : `<${name}>${content}</${name}>`;
};

/** An element that holds text. An empty or absent value leaves it out. */
export const leaf = (name: string, value: string | null | undefined, attributes: Record<string, string> = {}): Xml => {
  const content = escapeXml(value ?? '');
  return content === '' ? null : `<${name}${attributesOf(attributes)}>${content}</${name}>`;
};
