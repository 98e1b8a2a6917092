import type { ContractContent } from './contract-content.ts';
import type { PriceLine } from './terms/price.terms.ts';
import type { z } from 'zod';

type Line = z.output<typeof PriceLine>;

/** The lines that are bought whatever the client ticks. */
export const firmLines = <L extends { optional?: boolean | null | undefined }>(lines: readonly L[]): L[] =>
  lines.filter((line) => !line.optional);

/** The lines offered apart: bought only if the client ticks them when signing. */
export const optionalLines = <L extends { optional?: boolean | null | undefined }>(lines: readonly L[]): L[] =>
  lines.filter((line) => line.optional);

/** How the price is made up; expenses do not count. Null while nothing is priced. */
export const priceModelOf = (lines: readonly { kind?: string | null | undefined }[]): Line['kind'] | 'mixed' | null => {
  const kinds = new Set(lines.flatMap(({ kind }) => (kind && kind !== 'expense' ? [kind as Line['kind']] : [])));
  return kinds.size > 1 ? 'mixed' : ([...kinds][0] ?? null);
};

/**
 * What was really bought: the options ticked at signature become lines like the others, those left blank go. Content without
 * options is returned as it was signed, byte for byte; ids that the document does not offer count for nothing.
 */
export const resolveOptions = (content: ContractContent, chosen: readonly string[]): ContractContent => {
  const { price } = content.terms;
  const offered = optionalLines(price.lines);
  if (offered.length === 0) return content;
  const chosenOptions = offered.map(({ id }) => id).filter((id) => chosen.includes(id));
  const lines = price.lines
    .filter((line) => !line.optional || chosenOptions.includes(line.id))
    .map(({ optional: _, ...line }): Line => line);
  const model = priceModelOf(lines) as typeof price.model | null;
  return { ...content, terms: { ...content.terms, price: { ...price, model: model ?? price.model, lines } }, chosenOptions };
};
