import type { Database, Tx } from '../../../platform/db/index.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { addDays, civilDateOf } from '../../../shared/time.ts';
import { appointmentList } from '../../appointments/queries.ts';
import { defaultCureDays, defaultSuspensionNoticeDays, labelOf } from '../../contracts/index.ts';
import { documentsOf } from '../../dossier/queries.ts';
import type { EvidenceSource } from '../../invoicing/queries.ts';
import { missionList } from '../../missions/queries.ts';
import { handoverOf } from '../db/handovers.store.ts';
import { resiliationsOf, standingOf, suspensionsOf } from '../db/life.store.ts';
import { noticeById, noticesOf } from '../db/notices.store.ts';
import type { Notice } from '../domain/notice.ts';
import { lastDayOfNotice, suggestedNotice } from '../domain/notice-dates.ts';
import type { BreachEvidence } from '../domain/resiliation.ts';
import { type Asker, type MissionInLife, missionInLife, partyOf } from './asker.ts';
import { consequencesFor, overdueOfClient } from './life-figures.ts';

type Deps = { db: Database; evidence: EvidenceSource };

const shownNotice = ({ id, kind, from, content, sentAt, documentId, served, about }: Notice) => ({
  id,
  kind,
  from,
  aboutId: about.id,
  subject: content.subject,
  sentAt,
  documentId,
  served,
});

/** Everything about how a mission may end, stop or has ended, as its page shows it, with what a click would mean. */
export const readLife =
  ({ db, evidence }: Deps) =>
  (actor: Asker, missionId: MissionId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const life = await missionInLife(tx, actor, missionId);
      if (!life) return null;
      const { mission, terms } = life;
      const { termination, payment, period } = terms.content.terms;
      const me = partyOf(actor);
      const today = civilDateOf(tx.now);
      const noticeDays = me === 'provider' ? termination.providerNoticeDays : termination.clientNoticeDays;
      const standing = await standingOf(tx, missionId);
      const resiliations = await resiliationsOf(tx, { type: 'mission', id: missionId });
      const since = await relationSince(tx, life);
      return {
        now: tx.now,
        today,
        me,
        mission: {
          id: mission.id,
          name: mission.name,
          status: mission.status,
          dossierId: mission.dossierId,
          contractNumber: terms.content.number,
          startsOn: period.startsOn,
          endsOn: addDays(period.endsOn, standing.suspendedDays),
        },
        standing,
        noticeDays: { mine: noticeDays, provider: termination.providerNoticeDays, client: termination.clientNoticeDays },
        suggested: { since, ...suggestedNotice(noticeDays, since, today) },
        cureDays: termination.cureDays ?? defaultCureDays,
        suspensionNoticeDays: termination.suspensionNoticeDays ?? defaultSuspensionNoticeDays,
        articles: articleChoices(terms.content.articles),
        evidenceChoices: await evidenceChoices(tx, life),
        receivables: { overdueCents: await overdueOfClient(tx, mission.clientId), capCents: payment.receivableCapCents },
        resiliations: resiliations.map(({ version: _, ...one }) => one),
        suspensions: (await suspensionsOf(tx, missionId)).map(({ dossierId: _, clientId: __, missionId: ___, ...one }) => one),
        notices: (await noticesOf(tx, { type: 'mission', id: missionId })).map(shownNotice),
        ifNoticeNow: await consequencesFor(tx, evidence, life, lastDayOfNotice(today, noticeDays)),
        ifEndedNow: await consequencesFor(tx, evidence, life, today),
        handover: (await handoverOf(tx, missionId)) ?? null,
      };
    });

/** The first contract with this client: an established relation is counted from there. */
const relationSince = async (tx: Tx, { mission }: MissionInLife) => {
  const openings = (await missionList(tx, { dossierId: mission.dossierId })).map(({ openedAt }) => openedAt);
  return civilDateOf([mission.openedAt, ...openings].sort()[0]!);
};

/** One line for each printed article, with the first condition that it words. */
const articleChoices = (articles: Readonly<Record<string, string>>) => {
  const byNumber = new Map<string, string>();
  for (const [term, article] of Object.entries(articles).sort(([a], [b]) => a.length - b.length))
    if (!byNumber.has(article)) byNumber.set(article, term);
  return [...byNumber]
    .map(([article, term]) => ({ term, article, label: { fr: labelOf(term).fr, en: labelOf(term).en } }))
    .sort((a, b) => a.article.localeCompare(b.article, 'fr', { numeric: true }));
};

/** What the dossier holds that a demand may rest on: overdue invoices come as documents, refusals with their words. */
const evidenceChoices = async (tx: Tx, { mission }: MissionInLife): Promise<BreachEvidence[]> => {
  const refusals = (await appointmentList(tx, { missionId: mission.id })).flatMap(({ id, ref, company, refusal }) =>
    refusal ? [{ type: 'appointment' as const, id, label: `${ref}, ${company}\u00a0: refus du ${refusal.at.slice(0, 10)}` }] : [],
  );
  const documents = (await documentsOf(tx, mission.dossierId))
    .filter(({ kind }) => ['invoice', 'report', 'contract', 'amendment', 'notice'].includes(kind))
    .map(({ documentId, title }) => ({ type: 'document' as const, id: documentId as string, label: title }));
  return [...documents.reverse(), ...refusals];
};

/** One letter, for whoever sent or received it. */
export const readNotice =
  ({ db }: Pick<Deps, 'db'>) =>
  (actor: Asker, id: string) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const notice = await noticeById(tx, id);
      if (!notice || (actor.kind === 'client' && notice.clientId !== actor.clientId)) return null;
      return {
        ...shownNotice(notice),
        me: partyOf(actor),
        missionId: notice.subject.id,
        fromName: notice.content.from.name,
        toName: notice.content.to.name,
      };
    });
