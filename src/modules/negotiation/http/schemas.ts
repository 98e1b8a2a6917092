import { z } from 'zod';
import { CivilDateText, InstantText } from '../../../platform/http/schemas.ts';
import { itemStatuses, negotiationVerbs } from '../domain/negotiation.ts';

const Party = z.enum(['client', 'provider']);
const Words = z.array(z.string());
const Redline = z.array(z.object({ kind: z.enum(['kept', 'added', 'removed']), text: z.string() }));

export const TargetBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document') }),
  z.object({ kind: z.literal('clause'), clauseId: z.string().max(100) }),
  z.object({ kind: z.literal('term'), path: z.string().max(200) }),
]);
const Edit = z.object({ passageId: z.string().max(100), before: z.string().max(10_000), after: z.string().max(10_000) });
export const ProposalBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('term'), value: z.unknown() }),
  z.object({ kind: z.literal('clause'), edits: z.array(Edit).min(1).max(40) }),
]);
const Reason = z.string().max(2000).meta({ title: 'Votre raison', 'x-title-en': 'Your reason' });

export const OpeningBody = z.object({ target: TargetBody, text: Reason, proposal: ProposalBody.nullable().default(null) });
export const AnswerBody = z.object({
  verb: z.enum(['comment', 'counter', 'accept', 'decline', 'withdraw', 'reopen']),
  text: Reason.default(''),
  proposal: ProposalBody.nullable().default(null),
  version: z.int().min(0),
});

const Change = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('term'), value: z.unknown(), from: Words, to: Words }),
    z.object({ kind: z.literal('clause'), edits: z.array(Edit.extend({ redline: Redline })) }),
  ])
  .nullable();

const Revision = z.object({
  revision: z.number(),
  contentSha256: z.string(),
  documentId: z.string().nullable(),
  sentAt: InstantText,
  replacedAt: InstantText.nullable(),
  voids: z.array(z.object({ party: Party, name: z.string(), signedAt: InstantText })),
});

export const DiscussionBody = z.object({
  subject: z.object({ type: z.enum(['quote', 'framework']), id: z.string() }),
  title: z.string(),
  party: Party,
  isOpen: z.boolean().meta({ description: 'Se discute encore : envoyé, et pas signé par les deux parties.' }),
  revision: z.number(),
  validUntil: CivilDateText,
  client: z.string(),
  provider: z.string(),
  clauses: z.array(z.object({ clauseId: z.string(), title: z.string(), part: z.string(), number: z.string() })),
  terms: z.array(
    z.object({
      path: z.string(),
      fr: z.string(),
      en: z.string(),
      heading: z.string(),
      article: z.string().nullable(),
      field: z.record(z.string(), z.unknown()),
      value: z.unknown(),
      words: Words,
    }),
  ),
  items: z.array(
    z.object({
      id: z.string(),
      revision: z.number(),
      target: TargetBody,
      label: z.string(),
      article: z.string().nullable(),
      status: z.enum(itemStatuses as [string, ...string[]]),
      openedBy: Party,
      proposedBy: Party.nullable(),
      answeredBy: Party.nullable(),
      includedIn: z.number().nullable(),
      openedAt: InstantText,
      updatedAt: InstantText,
      version: z.number(),
      change: Change,
      can: z.record(z.string(), z.object({ allowed: z.boolean(), code: z.string().optional(), message: z.string().optional() })),
      thread: z.array(
        z.object({
          at: InstantText,
          party: Party,
          name: z.string(),
          verb: z.enum(negotiationVerbs as [string, ...string[]]),
          text: z.string(),
          change: Change,
        }),
      ),
    }),
  ),
  awaiting: z.array(z.string()).meta({ description: 'Acceptés, en attente de la prochaine révision.' }),
  revisions: z.array(Revision),
});

export const DiscussionLine = z.object({
  subject: z.object({ type: z.enum(['quote', 'framework']), id: z.string() }),
  title: z.string(),
  about: z.string(),
  validUntil: CivilDateText,
  waiting: z.number().meta({ description: 'Points qui attendent la réponse de qui demande.' }),
});

export const ArticleBody = z.object({
  clauseId: z.string(),
  number: z.string(),
  title: z.string(),
  part: z.string(),
  negotiated: z.boolean().meta({ description: 'Ses mots ont été convenus avec ce client.' }),
  passages: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string().nullable(),
      lines: z.array(z.object({ text: z.string(), listed: z.boolean(), rewritable: z.boolean() })),
    }),
  ),
  terms: z.array(z.string()).meta({ description: 'Conditions que cet article écrit : elles se discutent par leur valeur.' }),
});

const Place = z.object({ before: z.string().nullable(), after: z.string().nullable() });
const Heading = z.object({ revision: z.number(), sentAt: InstantText.nullable() });
export const ComparisonBody = z.object({
  title: z.string(),
  before: Heading,
  after: Heading,
  findings: z.array(z.object({ fr: z.string(), en: z.string() })),
  comparison: z.object({
    terms: z.array(
      z.object({
        path: z.string(),
        heading: z.string(),
        label: z.string(),
        article: z.string().nullable(),
        removed: Words,
        added: Words,
      }),
    ),
    clauses: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        part: z.string(),
        status: z.enum(['added', 'modified', 'removed', 'moved', 'unchanged']),
        moved: z.boolean(),
        number: Place,
        passages: z.array(z.object({ id: z.string(), title: z.string().nullable(), number: Place, redline: Redline })),
      }),
    ),
  }),
});
