import { z } from 'zod';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import { Terms, type TermPath } from './terms/terms.ts';

/** One clause as it was used: its stable id, its published version and the hash of its source; its whole text when it was negotiated. */
export type ClauseReference = { id: string; version: number; sha256: string; source?: string | undefined };

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
  clauses: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      sha256: z.string(),
      /** The whole text of a clause negotiated for this document; a library clause is found by its id and version. */
      source: z.string().optional(),
    }),
  ),
  /** Term path → article number, as printed. */
  articles: z.record(z.string(), z.string()),
  // What follows is absent from documents signed before it existed: optional, never defaulted, or their hash would change.
  /** Which sending of the same number this is: absent for the first, 2 for « révision 2 ». */
  revision: z.int().min(2).optional(),
  /** 'devis', 'contrat', 'lettre-de-mission', 'bon-de-commande'. Absent: a devis. */
  form: z.string().optional(),
  /** The document model and what this document changed in it, frozen with it (`ClauseSelection` of clauses). */
  selection: z.record(z.string(), z.unknown()).optional(),
  /** The framework agreement that this order falls under. */
  framework: z
    .object({
      frameworkId: z.string(),
      number: z.string(),
      termsSha256: z.string(),
      signedOn: z.string().optional(),
      prevails: z.enum(['order', 'framework']).optional(),
      /** What the framework words for this order, as it stood when the order was sent: the order does not restate it. */
      words: z.array(z.object({ path: z.string(), article: z.string(), value: z.unknown() })).optional(),
      /** Ids of the clauses that it holds. */
      holds: z.array(z.string()).optional(),
      /** Its articles that references of this order land on: clause or heading id → article. */
      cited: z.record(z.string(), z.string()).optional(),
      /** SHA-256 of the general terms that it annexes. */
      generalTerms: z.string().optional(),
    })
    .optional(),
  /** A trial mission: short, capped low, before anything longer is agreed. */
  trial: z.boolean().optional(),
  /** The edition of the general terms that is annexed. */
  generalTerms: z.object({ edition: z.number(), publishedOn: z.string(), sha256: z.string() }).optional(),
  /** Where this document sets aside what a lower one says, in the open. */
  derogations: z
    .array(z.object({ path: z.string(), from: z.string(), generalWords: z.string(), agreedWords: z.string() }))
    .optional(),
  /** Who signs or receives a copy besides the two principals, in the order they were named. */
  signatories: z
    .array(
      z.object({
        party: z.enum(['client', 'provider']),
        name: z.string(),
        capacity: z.string(),
        email: z.string(),
        rank: z.number(),
        duty: z.enum(['sign', 'copy']),
      }),
    )
    .optional(),
  /** Ids of the optional price lines that the client ticked when signing. Absent until then. */
  chosenOptions: z.array(z.string()).optional(),
  /** The signed amendments that this version consolidates, oldest first, each with the articles whose words are its own. */
  amendments: z
    .array(
      z.object({
        id: z.string(),
        number: z.string(),
        rank: z.int().positive(),
        rulesFrom: z.string().transform((value) => value as Instant),
        articles: z.array(z.string()),
      }),
    )
    .optional(),
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

/** The amendment whose words an article now bears, the latest one; undefined while they are the contract’s own. */
export const amendmentOfArticle = ({ amendments = [] }: Pick<ContractContent, 'amendments'>, article: string) =>
  amendments.findLast(({ articles }) => articles.includes(article));

/** « avenant n° 1 », as documents and refusals cite it. */
export const amendmentName = ({ rank }: { rank: number }): string => `avenant n°\u00a0${rank}`;

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
