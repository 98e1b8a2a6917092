import { z } from 'zod';
import { quoteForms } from '../domain/forms.ts';
import { CivilDateText, InstantText } from '../../../platform/http/schemas.ts';

export const FindingBody = z
  .object({
    rule: z.string(),
    path: z.string(),
    heading: z.string(),
    /** The clause concerned, when the clauses rather than the terms are at fault. */
    clauseId: z.string().nullable().optional(),
    fr: z.string(),
    en: z.string(),
  })
  .meta({ description: 'Ce qui manque avant l’envoi : la rubrique et une phrase.' });

export const QuoteStatusBody = z.enum(['draft', 'sent', 'signed', 'refused', 'expired', 'withdrawn']);

export const QuoteFormBody = z
  .enum(quoteForms)
  .meta({ description: 'La forme du document : devis, contrat, lettre de mission, bon de commande.' });

export const QuoteListItemBody = z.object({
  id: z.uuid(),
  dossierId: z.uuid(),
  clientId: z.uuid(),
  title: z.string(),
  form: QuoteFormBody,
  frameworkId: z.uuid().nullable(),
  isTrial: z.boolean(),
  status: QuoteStatusBody,
  number: z.string().nullable(),
  validUntil: CivilDateText.nullable(),
  netCents: z.number(),
  createdAt: InstantText,
  sentAt: InstantText.nullable(),
  documentId: z.uuid().nullable(),
});

export const QuoteBody = QuoteListItemBody.extend({
  /** Terms as the editor holds them; any part may be missing while the quote is a draft. */
  draft: z.record(z.string(), z.unknown()),
  revision: z.number(),
  contentSha256: z.string().nullable(),
  signatureRequestId: z.uuid().nullable(),
  /** Optional lines bought; null until signed, and when none was offered. */
  chosenOptions: z.array(z.string()).nullable(),
  closedReason: z.string().nullable(),
  articles: z.record(z.string(), z.string()).nullable(),
  findings: z.array(FindingBody),
  /** Paths of the conditions that its clauses ask for; the form shows these and no others. */
  /** Where it departs from its framework or from the general terms: to be acknowledged before sending. */
  derogations: z.array(
    z.object({
      path: z.string(),
      from: z.string(),
      generalWords: z.string(),
      agreedWords: z.string(),
      label: z.object({ fr: z.string(), en: z.string() }),
    }),
  ),
  frameworkNumber: z.string().nullable(),
  generalTermsEdition: z.number().nullable(),
  asked: z.array(z.string()),
  /** The server's day, by which the validity is judged. */
  today: CivilDateText,
  totals: z.object({ netCents: z.number(), vatCents: z.number(), grossCents: z.number() }).nullable(),
});

export const DraftBody = z.object({
  revision: z.int(),
  title: z.string().trim().min(1).max(200),
  validUntil: z.iso.date().nullable(),
  draft: z.record(z.string(), z.unknown()),
});
