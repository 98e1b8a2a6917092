import { record, refuse } from '../../../shared/decision.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import type { TermPath } from '../../contracts/index.ts';
import type { Notice } from './notice.ts';
import { cureEnds, lastDayOfNotice, noticeEnds } from './notice-dates.ts';
import {
  type Breach,
  type BreachCured,
  type BreachNotCured,
  type LifeSubject,
  type MiseEnDemeureSent,
  type NoticeServed,
  type Party,
  type ProcedureRole,
  type Resiliation,
  type ResiliationId,
  type ResiliationNotified,
  resiliationTransitions,
  type ResiliationVerb,
  type ResiliationWithdrawn,
} from './resiliation.ts';

type Opening = { resiliationId: ResiliationId; subject: LifeSubject; by: Party };
type Ground = { isOver: boolean; current: Resiliation | undefined };

const mayOpen = ({ isOver, current }: Ground) => {
  if (isOver) return refuse('mission_over');
  if (current) return refuse('procedure_under_way', { state: current.state });
  return null;
};

/** A formal demand names the article that was broken, says what is held against the other side, and leaves time to cure. */
export const sendMiseEnDemeure = (
  { resiliationId, subject, by, breach }: Opening & { breach: Breach },
  ground: Ground & { articles: Readonly<Record<TermPath, string>>; cureDays: number },
) => {
  const closed = mayOpen(ground);
  if (closed) return closed;
  if (!Object.values(ground.articles).includes(breach.article)) return refuse('article_not_signed', { article: breach.article });
  if (!breach.words.trim()) return refuse('breach_words_required');
  // The signed delay is a floor: « de quinze jours au moins ».
  if (breach.cureDays < ground.cureDays || breach.cureDays > 90)
    return refuse('cure_days_unreasonable', { atLeast: ground.cureDays });
  return record<MiseEnDemeureSent>({
    type: 'MiseEnDemeureSent',
    resiliationId,
    subject,
    by,
    article: breach.article,
    cureDays: breach.cureDays,
  });
};

/** At will: the signed notice, no reason to give. A notice longer than what is left of the mission would end nothing. */
export const giveNotice = (
  { resiliationId, subject, by, noticeDays, payableCents }: Opening & { noticeDays: number; payableCents: number | null },
  { endsOn, today, ...ground }: Ground & { endsOn: CivilDate; today: CivilDate },
) => {
  const closed = mayOpen(ground);
  if (closed) return closed;
  if (lastDayOfNotice(today, noticeDays) >= endsOn) return refuse('ends_before_notice', { endsOn, noticeDays });
  return record<ResiliationNotified>({
    type: 'ResiliationNotified',
    resiliationId,
    subject,
    by,
    path: 'at_will',
    noticeDays,
    payableCents,
  });
};

const mayMove = (resiliation: Resiliation, verb: ResiliationVerb, by: ProcedureRole) => {
  const transition: { from: readonly string[]; by: readonly string[] } = resiliationTransitions[verb];
  if (!transition.by.includes(by)) return refuse('not_your_procedure');
  if (!transition.from.includes(resiliation.state)) return refuse('wrong_procedure_state', { state: resiliation.state });
  return null;
};

/** After a formal demand: cured, not cured once the delay is over, terminated with reasons, or dropped. */
export const moveResiliation = (
  resiliation: Resiliation,
  {
    verb,
    by,
    reason,
    payableCents,
  }: { verb: 'cure' | 'declare_uncured' | 'notify' | 'withdraw'; by: ProcedureRole; reason: string; payableCents?: number },
  { now }: { now: Instant },
) => {
  const no = mayMove(resiliation, verb, by);
  if (no) return no;
  const { id: resiliationId, subject, cureUntil } = resiliation;
  if (!reason.trim()) return refuse('procedure_reason_required');
  switch (verb) {
    case 'cure':
      return record<BreachCured>({ type: 'BreachCured', resiliationId, reason: reason.trim() });
    case 'declare_uncured':
      if (cureUntil !== null && now < cureUntil) return refuse('cure_delay_running', { cureUntil });
      return record<BreachNotCured>({ type: 'BreachNotCured', resiliationId, reason: reason.trim() });
    case 'notify':
      return record<ResiliationNotified>({
        type: 'ResiliationNotified',
        resiliationId,
        subject,
        by: resiliation.by,
        path: 'breach',
        noticeDays: 0,
        payableCents: payableCents ?? null,
      });
    case 'withdraw':
      return record<ResiliationWithdrawn>({ type: 'ResiliationWithdrawn', resiliationId, reason: reason.trim() });
  }
};

export type ServeNotice = { by: Party; person: string } & (
  { how: 'read' } | { how: 'registered'; presentedOn: CivilDate; registeredNumber: string }
);

/**
 * When a letter counts: the day its addressee opens it here, or the day the post first presented it. Its author may not say
 * that it was read; its addressee may not say when the post came.
 */
export const serveNotice = (notice: Notice, command: ServeNotice, { now }: { now: Instant }) => {
  if (notice.served) return refuse('already_served', { servedOn: notice.served.on });
  const isAuthor = command.by === notice.from;
  if (isAuthor !== (command.how === 'registered')) return refuse(isAuthor ? 'not_yours_to_read' : 'not_yours_to_serve');
  const today = civilDateOf(now);
  const servedOn = command.how === 'read' ? today : command.presentedOn;
  if (servedOn > today || servedOn < civilDateOf(notice.sentAt))
    return refuse('presented_when', { sentOn: civilDateOf(notice.sentAt) });
  if (command.how === 'registered' && !command.registeredNumber.trim()) return refuse('registered_number_required');
  return record<NoticeServed>({
    type: 'NoticeServed',
    noticeId: notice.id,
    how: command.how,
    servedOn,
    servedTo: command.person,
    registeredNumber: command.how === 'registered' ? command.registeredNumber.trim() : null,
  });
};

/** What a served letter sets in motion: the delay to cure, or the instant at which the contract ends. */
export const afterServing = (resiliation: Resiliation, { servedOn, how }: NoticeServed, now: Instant): Resiliation => {
  if (resiliation.state === 'demanded')
    return { ...resiliation, state: 'cure_running', cureUntil: cureEnds(servedOn, resiliation.breach!.cureDays) };
  if (resiliation.state !== 'notified') return resiliation;
  // A breach ends the contract as its letter is received (C. civ. 1229); a notice ends it when it is over.
  const immediate = resiliation.path === 'breach' && how === 'read';
  return {
    ...resiliation,
    state: 'notice_running',
    effectiveAt: immediate ? now : noticeEnds(servedOn, resiliation.noticeDays),
  };
};
