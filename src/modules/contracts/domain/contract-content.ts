import { z } from 'zod';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import { Terms, type TermPath } from './terms/terms.ts';

/** One clause as it was used: its stable id, its published version and the hash of its source. */
export type ClauseReference = { id: string; version: number; sha256: string };

/**
 * What is frozen at sending and signed: the parties as they were that day, the terms, the clauses and the article that
 * words each condition. Its canonical JSON (RFC 8785) is hashed and travels inside the PDF as cadran-terms.json.
 */
export const ContractContent = z.object({
  schema: z.literal('cadran-terms/1'),
  number: z.string(),
  title: z.string(),
  issuedOn: z.string().transform((value) => value as CivilDate),
  validUntil: z.string().transform((value) => value as CivilDate),
  isDemo: z.boolean(),
  provider: z.record(z.string(), z.unknown()),
  client: z.record(z.string(), z.unknown()),
  terms: Terms,
  clauses: z.array(z.object({ id: z.string(), version: z.number(), sha256: z.string() })),
  /** Term path → article number, as printed. */
  articles: z.record(z.string(), z.string()),
});
export type ContractContent = z.output<typeof ContractContent>;

/** The article that words a condition, by its longest known path. Undefined: nothing signed says it, so nothing enforces it. */
export const articleOf = (articles: Readonly<Record<TermPath, string>>, path: TermPath): string | undefined => {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const article = articles[parts.slice(0, length).join('.')];
    if (article !== undefined) return article;
  }
  return undefined;
};

/** A version of the signed terms with the instant from which it rules. */
export type TermsVersion = {
  version: number;
  effectiveAt: Instant;
  sha256: string;
  content: ContractContent;
};

/** The version that rules at a moment: the latest whose effect has begun. What came before is judged by what was signed then. */
export const versionInForce = (versions: readonly TermsVersion[], at: Instant): TermsVersion | undefined =>
  versions
    .filter((version) => version.effectiveAt <= at)
    .reduce<TermsVersion | undefined>(
      (latest, version) => (latest && latest.effectiveAt > version.effectiveAt ? latest : version),
      undefined,
    );
