import { z } from 'zod';
import { CivilDateText, InstantText } from '../../../platform/http/schemas.ts';
import { handoverItemKinds } from '../domain/handover.ts';
import { resiliationStates } from '../domain/resiliation.ts';

const Party = z.enum(['provider', 'client']);
const Ground = z.enum(['receivable_cap', 'non_performance']);
export const EvidenceBody = z.object({
  type: z.enum(['invoice', 'call', 'appointment', 'document']),
  id: z.string().max(80),
  label: z.string().max(300),
});

export const ConsequencesBody = z.object({
  computedOn: CivilDateText,
  lastDay: CivilDateText,
  lines: z.array(z.object({ kind: z.string(), label: z.string(), quantity: z.string(), netCents: z.number() })),
  netCents: z.number(),
  vatCents: z.number(),
  grossCents: z.number(),
  deposits: z.array(z.object({ number: z.string(), issuedOn: CivilDateText, grossCents: z.number() })),
  depositsCents: z.number(),
  payableCents: z.number(),
  overdue: z.array(z.object({ number: z.string(), dueOn: CivilDateText, payableCents: z.number() })),
  unreachedCents: z.number(),
  awaiting: z.array(
    z.object({
      ref: z.string(),
      company: z.string(),
      priceCents: z.number(),
      answerBy: InstantText,
      state: z.enum(['pending', 'disputed']),
    }),
  ),
  volumes: z.array(
    z.object({
      unit: z.enum(['calls', 'hours', 'appointments']),
      signed: z.number(),
      used: z.number(),
      left: z.number(),
      owedDuringNotice: z.number().nullable(),
    }),
  ),
  dataReturnBy: CivilDateText,
  confidentialUntil: CivilDateText,
});

export const NoticeBody = z.object({
  id: z.uuid(),
  kind: z.enum(['mise_en_demeure', 'resiliation', 'suspension', 'resumption']),
  from: Party,
  aboutId: z.uuid(),
  subject: z.string(),
  sentAt: InstantText,
  documentId: z.uuid().nullable(),
  served: z
    .object({
      on: CivilDateText,
      at: InstantText,
      how: z.enum(['read', 'registered']),
      to: z.string(),
      registeredNumber: z.string().nullable(),
    })
    .nullable(),
});
export const NoticeDetailBody = NoticeBody.extend({
  me: Party,
  missionId: z.uuid(),
  fromName: z.string(),
  toName: z.string(),
});

const HandoverBody = z.object({
  missionId: z.uuid(),
  dossierId: z.uuid(),
  clientId: z.uuid(),
  endedOn: CivilDateText,
  dueOn: CivilDateText,
  openedAt: InstantText,
  attestedAt: InstantText.nullable(),
  documentId: z.uuid().nullable(),
  items: z.array(
    z.object({
      item: z.enum(handoverItemKinds),
      owner: Party,
      deliveredAt: InstantText.nullable(),
      deliveredBy: z.string().nullable(),
      sha256: z.string().nullable(),
      destructionOrderedAt: InstantText.nullable(),
      destructionOrderedBy: z.string().nullable(),
      destroyedAt: InstantText.nullable(),
      destroyedBy: z.string().nullable(),
      method: z.string().nullable(),
    }),
  ),
});

export const LifeBody = z.object({
  now: InstantText,
  today: CivilDateText,
  me: Party,
  mission: z.object({
    id: z.uuid(),
    name: z.string(),
    status: z.enum(['open', 'paused', 'closed']),
    dossierId: z.uuid(),
    contractNumber: z.string(),
    startsOn: CivilDateText,
    endsOn: CivilDateText,
  }),
  standing: z.object({
    terminatedAt: InstantText.nullable(),
    suspension: z.object({ ground: Ground, since: InstantText }).nullable(),
    suspendedDays: z.number(),
  }),
  noticeDays: z.object({ mine: z.number(), provider: z.number(), client: z.number() }),
  suggested: z.object({
    since: CivilDateText,
    years: z.number(),
    months: z.number(),
    contractual: CivilDateText,
    prudent: CivilDateText,
    isLonger: z.boolean(),
  }),
  cureDays: z.number(),
  suspensionNoticeDays: z.number(),
  articles: z.array(z.object({ term: z.string(), article: z.string(), label: z.object({ fr: z.string(), en: z.string() }) })),
  evidenceChoices: z.array(EvidenceBody),
  receivables: z.object({ overdueCents: z.number(), capCents: z.number().nullable() }),
  resiliations: z.array(
    z.object({
      id: z.uuid(),
      dossierId: z.uuid(),
      clientId: z.uuid(),
      subject: z.object({ type: z.enum(['mission', 'framework']), id: z.uuid() }),
      path: z.enum(['at_will', 'breach']),
      by: Party,
      state: z.enum(resiliationStates),
      breach: z
        .object({
          term: z.string(),
          article: z.string(),
          title: z.string(),
          words: z.string(),
          cureDays: z.number(),
          evidence: z.array(EvidenceBody),
        })
        .nullable(),
      noticeDays: z.number(),
      reasons: z.string(),
      cureUntil: InstantText.nullable(),
      effectiveAt: InstantText.nullable(),
      consequences: ConsequencesBody.nullable(),
      openedAt: InstantText,
    }),
  ),
  suspensions: z.array(
    z.object({
      id: z.uuid(),
      by: Party,
      ground: Ground,
      reason: z.string(),
      overdueCents: z.number().nullable(),
      capCents: z.number().nullable(),
      beganAt: InstantText,
      endedAt: InstantText.nullable(),
    }),
  ),
  notices: z.array(NoticeBody),
  ifNoticeNow: ConsequencesBody,
  ifEndedNow: ConsequencesBody,
  handover: HandoverBody.nullable(),
});
