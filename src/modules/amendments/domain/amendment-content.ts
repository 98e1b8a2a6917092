import { z } from 'zod';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import { ContractContent, Terms, TermsPatch } from '../../contracts/index.ts';

const instantText = z.string().transform((value) => value as Instant);
const civilDateText = z.string().transform((value) => value as CivilDate);

/** An article that the amendment replaces, adds or removes. `blocks` are its new words, resolved. */
export const ArticleChange = z.object({
  kind: z.enum(['replaced', 'added', 'removed']),
  id: z.string(),
  /** As the contract being amended numbers it. */
  number: z.string(),
  title: z.string().nullable(),
  part: z.string(),
  blocks: z.array(z.record(z.string(), z.unknown())),
});
export type ArticleChange = z.output<typeof ArticleChange>;

const Money = z.object({ netCents: z.number(), vatCents: z.number(), grossCents: z.number() });

/**
 * What is frozen when an amendment is sent, and signed: the change as data, the articles as they will read, and the whole
 * terms that result. Its canonical JSON (RFC 8785) is hashed and travels inside the PDF as cadran-terms.json.
 */
export const AmendmentContent = z.object({
  schema: z.literal('cadran-amendment/1'),
  number: z.string(),
  rank: z.int().positive(),
  /** What it amends: the signed document, and the version of its terms. */
  amends: z.object({
    number: z.string(),
    title: z.string(),
    signedOn: civilDateText,
    version: z.number(),
    termsSha256: z.string(),
    /** Amendments already signed, oldest first. */
    amendedBy: z.array(z.object({ number: z.string(), rank: z.number() })),
  }),
  subject: z.string(),
  reason: z.string(),
  issuedOn: civilDateText,
  validUntil: civilDateText,
  effectiveAt: instantText.nullable(),
  isDemo: z.boolean(),
  provider: z.record(z.string(), z.unknown()),
  client: z.record(z.string(), z.unknown()),
  patch: TermsPatch,
  articles: z.array(ArticleChange),
  /** What every article is called in the text: clause id → « article 4.2 ». */
  references: z.record(z.string(), z.string()),
  /** Condition → article that words it, after the change. */
  wordedAt: z.record(z.string(), z.string()),
  price: z.object({ before: Money, after: Money }),
  termsBefore: Terms,
  terms: Terms,
  /** Who signs or receives a copy besides the two principals. Absent when nobody does: the hash of those signed before must not move. */
  signatories: ContractContent.shape.signatories,
});
export type AmendmentContent = z.output<typeof AmendmentContent>;
