import type { Database, Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { type MissionId, newId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { articleOf, defaultCureDays, labelOf, type TermPath } from '../../contracts/index.ts';
import type { EvidenceSource } from '../../invoicing/queries.ts';
import { lockResiliation, resiliationsOf, saveResiliation } from '../db/life.store.ts';
import { noticesOf } from '../db/notices.store.ts';
import { breachLetter, miseEnDemeureLetter, noticeLetter } from '../documents/letter-words.ts';
import { giveNotice, moveResiliation, sendMiseEnDemeure } from '../domain/decide-resiliation.ts';
import { lastDayOfNotice } from '../domain/notice-dates.ts';
import { type BreachEvidence, type Resiliation, type ResiliationId, resiliationTransitions } from '../domain/resiliation.ts';
import { type Asker, type MissionInLife, missionInLife, partyOf } from './asker.ts';
import { letterFrame } from './letter-frame.ts';
import { consequencesFor } from './life-figures.ts';
import { sendNotice } from './send-notice.ts';

type Deps = { db: Database; evidence: EvidenceSource };

export type DemandCure = {
  missionId: MissionId;
  term: TermPath;
  words: string;
  cureDays: number;
  evidence: BreachEvidence[];
};
export type MoveResiliation = {
  resiliationId: ResiliationId;
  verb: 'cure' | 'declare_uncured' | 'notify' | 'withdraw';
  reason: string;
};

const isEnded = ({ state }: Resiliation) => state === 'cured' || state === 'withdrawn';
const currentOf = async (tx: Tx, missionId: MissionId) =>
  (await resiliationsOf(tx, { type: 'mission', id: missionId })).find((one) => !isEnded(one));

const opened = (
  actor: Asker,
  { mission }: MissionInLife,
  own: Partial<Resiliation> & Pick<Resiliation, 'id' | 'path' | 'state'>,
) =>
  ({
    dossierId: mission.dossierId,
    clientId: mission.clientId,
    subject: { type: 'mission', id: mission.id },
    by: partyOf(actor),
    breach: null,
    noticeDays: 0,
    reasons: '',
    cureUntil: null,
    effectiveAt: null,
    consequences: null,
    version: 1,
    ...own,
  }) as Omit<Resiliation, 'openedAt'>;

export const resiliationHandlers = ({ db, evidence: evidenceOf }: Deps) => ({
  /** Sends a formal demand: from here the other side has the stated time to cure. */
  demand: (actor: Asker, { missionId, term, words, cureDays, evidence }: DemandCure) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const life = await missionInLife(tx, actor, missionId);
      if (!life) return refuse('unknown_mission');
      const {
        articles,
        terms: { termination },
      } = life.terms.content;
      const id = newId<string>();
      const breach = { term, article: articleOf(articles, term) ?? '', title: labelOf(term).fr, words, cureDays, evidence };
      const decision = sendMiseEnDemeure(
        { resiliationId: id, subject: { type: 'mission', id: missionId }, by: partyOf(actor), breach },
        {
          isOver: life.mission.status === 'closed',
          current: await currentOf(tx, missionId),
          articles,
          cureDays: termination.cureDays ?? defaultCureDays,
        },
      );
      if (!decision.ok) return decision;
      await keep(
        tx,
        { ...opened(actor, life, { id, path: 'breach', state: 'demanded', breach }), openedAt: tx.now },
        decision.facts,
      );
      const content = miseEnDemeureLetter(await letterFrame(tx, actor, life), breach);
      await sendNotice(tx, life.mission, { about: { type: 'resiliation', id }, from: partyOf(actor), content });
      return { ok: true as const, resiliationId: id };
    }),

  /** Gives the signed notice, with the account between the parties as it stands. */
  giveNotice: (actor: Asker, { missionId, reasons }: { missionId: MissionId; reasons: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const life = await missionInLife(tx, actor, missionId);
      if (!life) return refuse('unknown_mission');
      const by = partyOf(actor);
      const { termination, period } = life.terms.content.terms;
      const noticeDays = by === 'provider' ? termination.providerNoticeDays : termination.clientNoticeDays;
      const today = civilDateOf(tx.now);
      const consequences = await consequencesFor(tx, evidenceOf, life, lastDayOfNotice(today, noticeDays));
      const id = newId<string>();
      const decision = giveNotice(
        {
          resiliationId: id,
          subject: { type: 'mission', id: missionId },
          by,
          noticeDays,
          payableCents: consequences.payableCents,
        },
        {
          isOver: life.mission.status === 'closed',
          current: await currentOf(tx, missionId),
          endsOn: period.endsOn,
          today,
        },
      );
      if (!decision.ok) return decision;
      const one = opened(actor, life, { id, path: 'at_will', state: 'notified', noticeDays, reasons, consequences });
      await keep(tx, { ...one, openedAt: tx.now }, decision.facts);
      const content = noticeLetter(await letterFrame(tx, actor, life), { noticeDays, reasons }, consequences);
      await sendNotice(tx, life.mission, { about: { type: 'resiliation', id }, from: by, content });
      return { ok: true as const, resiliationId: id };
    }),

  /** Cured, not cured, terminated with reasons, or dropped. */
  move: (actor: Asker, { resiliationId, verb, reason }: MoveResiliation) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const resiliation = await lockResiliation(tx, resiliationId);
      if (!resiliation || (actor.kind === 'client' && resiliation.clientId !== actor.clientId))
        return refuse('unknown_resiliation');
      const life = await missionInLife(tx, actor, resiliation.subject.id as MissionId);
      if (!life) return refuse('unknown_resiliation');
      const by = partyOf(actor) === resiliation.by ? ('author' as const) : ('other' as const);
      const consequences =
        verb === 'notify' ? await consequencesFor(tx, evidenceOf, life, civilDateOf(tx.now)) : resiliation.consequences;
      const decision = moveResiliation(
        resiliation,
        { verb, by, reason, ...(verb === 'notify' && consequences ? { payableCents: consequences.payableCents } : {}) },
        { now: tx.now },
      );
      if (!decision.ok) return decision;
      const moved: Resiliation = {
        ...resiliation,
        state: resiliationTransitions[verb].to,
        ...(verb === 'notify' ? { reasons: reason.trim(), consequences } : {}),
      };
      await keep(tx, moved, decision.facts);
      if (verb === 'notify') {
        const demand = (await noticesOf(tx, resiliation.subject)).find(
          ({ about, kind }) => about.id === resiliationId && kind === 'mise_en_demeure',
        )!;
        const content = breachLetter(
          await letterFrame(tx, actor, life),
          moved,
          { sentOn: civilDateOf(demand.sentAt), servedOn: demand.served!.on },
          consequences!,
        );
        await sendNotice(tx, life.mission, { about: { type: 'resiliation', id: resiliationId }, from: partyOf(actor), content });
      }
      return { ok: true as const, resiliationId };
    }),
});

/** The row, its facts and the word to whoever watches the mission, together. */
const keep = async (
  tx: Tx,
  resiliation: Resiliation,
  facts: readonly Parameters<typeof recordFacts>[1]['facts'][number][],
): Promise<void> => {
  const { version } = await recordFacts(tx, {
    dossierId: resiliation.dossierId,
    stream: { type: 'resiliation', id: resiliation.id },
    facts,
  });
  await saveResiliation(tx, { ...resiliation, version });
  announce(tx, { topic: `mission:${resiliation.subject.id}` });
};
