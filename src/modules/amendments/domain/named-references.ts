/** A reference leads to the contract, which is another document: in an amendment it is read as words, not as a link. */
export const namedReferences = <Value>(value: Value, references: Readonly<Record<string, string>>): Value => {
  if (Array.isArray(value)) return value.map((inner: unknown) => namedReferences(inner, references)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Record<string, unknown>;
  if (node['kind'] === 'xref') return { kind: 'text', text: references[String(node['to'])] ?? '' } as Value;
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, namedReferences(inner, references)])) as Value;
};
