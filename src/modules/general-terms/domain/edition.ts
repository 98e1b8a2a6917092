import { z } from 'zod';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { FileId } from '../../../shared/ids.ts';
import { SharedTerms } from '../../contracts/index.ts';

/** What an edition of the general terms says, frozen at publication: who publishes it, its conditions, its clauses and their articles. */
export const GeneralTermsContent = z.object({
  schema: z.literal('cadran-cgv/1'),
  edition: z.number(),
  publishedOn: z.string().transform((value) => value as CivilDate),
  isDemo: z.boolean(),
  provider: z.record(z.string(), z.unknown()),
  /** The conditions that hold for every client unless a signed document says otherwise. */
  defaults: SharedTerms,
  selection: z.record(z.string(), z.unknown()),
  clauses: z.array(z.object({ id: z.string(), version: z.number(), sha256: z.string(), source: z.string().optional() })),
  articles: z.record(z.string(), z.string()),
});
export type GeneralTermsContent = z.output<typeof GeneralTermsContent>;

/** One edition: the latest is the one in force, the others are kept for what was signed under them. */
export type GeneralTermsEdition = {
  edition: number;
  publishedAt: Instant;
  publishedOn: CivilDate;
  note: string;
  content: GeneralTermsContent;
  contentSha256: string;
  file: { fileId: FileId; sha256: string; byteLength: number };
};

export type GeneralTermsPublished = {
  type: 'GeneralTermsPublished';
  edition: number;
  publishedOn: CivilDate;
  note: string;
  contentSha256: string;
  fileSha256: string;
};

/** « conditions générales, édition 2 »: how a derogation names them. */
export const editionName = ({ edition }: { edition: number }): string => `conditions générales, édition ${edition}`;
