import { z } from 'zod';
import { idParam, InstantText } from '../../../platform/http/schemas.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { clauseEffects, clauseFamilies, clauseStates } from '../domain/clause.ts';
import { documentForms } from '../domain/document-model.ts';

export const TextId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/);
const State = z.enum(clauseStates);
const Mandatory = z.union([z.enum(['always', 'choice']), z.object({ when: z.string().max(500) })]);
const Review = z.object({ by: z.string(), capacity: z.string(), on: z.string(), reviewBefore: z.string().optional() });

export const ClauseHeadBody = z.object({
  id: z.string(),
  version: z.number(),
  family: z.enum(clauseFamilies),
  title: z.string(),
  summary: z.string(),
  mandatory: Mandatory,
  reads: z.array(z.string()),
  effects: z.array(z.enum(clauseEffects)),
  requires: z.array(z.string()),
  excludes: z.array(z.string()),
  replaces: z.array(z.string()),
  risk: z.enum(['haut', 'moyen', 'faible']),
  review: Review.nullable(),
  reviewBefore: z.string(),
  sources: z.array(z.string()),
  state: State,
  origin: z.enum(['built-in', 'own', 'negotiated']),
});
export const StandingBody = z.enum(['never', 'due', 'soon', 'done']);

export const ClauseLineBody = ClauseHeadBody.extend({
  standing: StandingBody,
  openVersion: z.number().nullable(),
  pilotClients: z.number(),
});

const Example = z.object({
  title: z.string(),
  terms: z.record(z.string(), z.unknown()),
  says: z.array(z.string()),
  never: z.array(z.string()).optional(),
});

/** What the author of a clause writes. */
export const ClauseDraftBody = z.object({
  title: z.string().trim().min(1).max(200),
  summary: z.string().trim().min(1).max(400),
  risk: z.enum(['haut', 'moyen', 'faible']),
  reviewBefore: z.iso.date(),
  mandatory: Mandatory,
  effects: z.array(z.enum(clauseEffects)),
  requires: z.array(TextId).max(40),
  excludes: z.array(TextId).max(40),
  replaces: z.array(TextId).max(40),
  sources: z.array(z.string().max(300)).max(40),
  examples: z.array(Example).max(20),
  body: z.string().max(40_000),
});

export const ModelPartBody = z.object({
  id: TextId,
  kind: z.enum(['body', 'annex', 'cgv']),
  title: z.string().trim().min(1).max(200),
  prefix: z.string().max(4),
  clauses: z.array(TextId).max(120),
});
export const ModelDraftBody = z.object({
  title: z.string().trim().min(1).max(200),
  purpose: z.string().trim().min(1).max(400),
  parts: z.array(ModelPartBody).min(1).max(20),
});
export const ModelBody = z.object({
  id: z.string(),
  version: z.number(),
  form: z.enum(documentForms),
  title: z.string(),
  purpose: z.string(),
  parts: z.array(ModelPartBody),
  state: State,
  origin: z.enum(['built-in', 'own']),
});
export const ModelLineBody = ModelBody.extend({
  openVersion: z.number().nullable(),
  pilotClients: z.number(),
  unreviewed: z.array(z.string()),
});

/** Versions, history and trial of a text of one's own; empty for one that comes with the product. */
export const OwnBody = {
  revision: z.number(),
  versions: z.array(
    z.object({
      version: z.number(),
      state: State,
      review: Review.nullable(),
      updatedAt: InstantText,
      updatedBy: z.string(),
      sha256: z.string(),
    }),
  ),
  events: z.array(
    z.object({
      version: z.number(),
      at: InstantText,
      verb: z.string(),
      by: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  clientIds: z.array(z.string()),
};

export const FaultBody = z.object({
  line: z.number().nullable().meta({ description: 'Ligne du texte ; null : dans les propriétés.' }),
  fr: z.string(),
  en: z.string(),
});
export const ModelFindingBody = z.object({
  rule: z.string(),
  path: z.string(),
  clauseId: z.string().nullable(),
  fr: z.string(),
  en: z.string(),
});
export const PartsBody = z.array(z.record(z.string(), z.unknown()));

export const ReviewCommand = z.object({
  version: z.int().positive(),
  by: z.string().trim().min(1).max(120),
  capacity: z.string().trim().min(1).max(120),
  on: z.iso.date(),
  reviewBefore: z.iso.date(),
});
export const PilotCommand = z.object({ version: z.int().positive(), clientIds: z.array(idParam<ClientId>()).max(200) });
export const VersionCommand = z.object({ version: z.int().positive() });
export const StateAnswer = z.object({ state: State });
