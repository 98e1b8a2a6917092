import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';

const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';
const XSLT = 'http://www.w3.org/1999/XSL/Transform';

/**
 * An ISO Schematron schema (query binding xslt2, without phases, abstract rules or extends) as an XSLT 3 stylesheet.
 * Its output is <findings><finding rule="" flag="">message</finding>…</findings>. In each pattern a node is judged by the
 * first rule that matches it, which is what template priorities express.
 */
export const schematronToXslt = (schema: string): string => {
  const root = parse(schema).documentElement!;
  const patterns = childrenOf(root, 'pattern');
  const lets = [root, ...patterns].flatMap((holder) => childrenOf(holder, 'let'));
  const firstOfEachName = lets.filter((one, index) => lets.findIndex((other) => named(other) === named(one)) === index);
  return [
    `<xsl:stylesheet version="3.0" xmlns:xsl="${XSLT}"${namespacesOf(root)}>`,
    '<xsl:output method="xml" omit-xml-declaration="yes"/>',
    ...firstOfEachName.map(variable),
    ...elementsOf(root)
      .filter((element) => element.namespaceURI === XSLT)
      .map((element) => new XMLSerializer().serializeToString(element)),
    '<xsl:template match="/"><findings>',
    ...patterns.map((_, index) => `<xsl:apply-templates select="." mode="pattern-${index}"/>`),
    '</findings></xsl:template>',
    ...patterns.flatMap((pattern, index) => patternTemplates(pattern, `pattern-${index}`)),
    '</xsl:stylesheet>',
  ].join('\n');
};

const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml');

const elementsOf = (node: Node): Element[] => Array.from(node.childNodes).filter((child) => child.nodeType === 1) as Element[];
const childrenOf = (node: Node, name: string): Element[] =>
  elementsOf(node).filter((child) => child.namespaceURI === SCHEMATRON && child.localName === name);
const named = (element: Element) => element.getAttribute('name');

const quoted = (value: string | null): string =>
  `"${(value ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\n/g, ' ')}"`;

const namespacesOf = (root: Element): string => {
  const found = new Map<string, string>([['xs', 'http://www.w3.org/2001/XMLSchema']]);
  for (const ns of childrenOf(root, 'ns')) found.set(ns.getAttribute('prefix')!, ns.getAttribute('uri')!);
  for (const attribute of Array.from(root.attributes))
    if (attribute.name.startsWith('xmlns:')) found.set(attribute.name.slice('xmlns:'.length), attribute.value);
  found.delete('xsl');
  return [...found].map(([prefix, uri]) => ` xmlns:${prefix}=${quoted(uri)}`).join('');
};

const variable = (element: Element): string =>
  `<xsl:variable name=${quoted(named(element))} select=${quoted(element.getAttribute('value'))}/>`;

const patternTemplates = (pattern: Element, mode: string): string[] => {
  const goOn = `<xsl:apply-templates select="@*, node()" mode="${mode}"/>`;
  const rules = childrenOf(pattern, 'rule').map((rule, position) => {
    const priority = 1_000_000 - position;
    const checks = elementsOf(rule).map(checkOrVariable).join('');
    return `<xsl:template match=${quoted(rule.getAttribute('context'))} mode="${mode}" priority="${priority}">${checks}${goOn}</xsl:template>`;
  });
  return [`<xsl:template match="/ | node() | @*" mode="${mode}" priority="0">${goOn}</xsl:template>`, ...rules];
};

const checkOrVariable = (element: Element): string => {
  if (element.localName === 'let') return variable(element);
  if (element.localName !== 'assert' && element.localName !== 'report') return '';
  const test = element.getAttribute('test')!;
  const broken = element.localName === 'assert' ? `not(${test})` : test;
  const flag = element.getAttribute('flag') ?? element.getAttribute('role') ?? 'fatal';
  const rule = element.getAttribute('id') ?? '';
  return `<xsl:if test=${quoted(broken)}><finding rule=${quoted(rule)} flag=${quoted(flag)}>${message(element)}</finding></xsl:if>`;
};

const message = (node: Node): string =>
  Array.from(node.childNodes)
    .map((child) => {
      if (child.nodeType === 3 || child.nodeType === 4)
        return `<xsl:text>${child.nodeValue!.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</xsl:text>`;
      if (child.nodeType !== 1) return '';
      const element = child as Element;
      if (element.localName === 'value-of') return `<xsl:value-of select=${quoted(element.getAttribute('select'))}/>`;
      if (element.localName === 'name') return '<xsl:value-of select="name()"/>';
      return message(element);
    })
    .join('');
