import { frenchDate, frenchNumber, frenchTime } from '../../../../shared/french.ts';
import type { Language } from '../../../../shared/refusal.ts';
import { type Instant, addDays, civilDateOf, clockTimeOf } from '../../../../shared/time.ts';

/** Why this prospect and not another: the order in which they are served. */
export type PickReason = 'already_yours' | 'own_callback' | 'team_callback' | 'missed_callback' | 'retry' | 'first_call';

/** Why nobody is left to call just now, each with its number and, when something comes due, the moment. */
export type NoneLeft = {
  retriesLater: number;
  nextRetryAt: Instant | null;
  callbacksLater: number;
  nextCallbackAt: Instant | null;
  leasedByOthers: number;
  suppressed: number;
  closed: number;
  total: number;
};

/** One sentence for the caller's card: why this one, why now. */
export const whyThisOne = (
  reason: PickReason,
  facts: { attempts: number; dueAt: Instant },
  language: Language = 'fr',
): string => {
  const hour = frenchTime(clockTimeOf(facts.dueAt));
  const clock = clockTimeOf(facts.dueAt);
  const n = facts.attempts + 1;
  const sentences: Record<PickReason, { fr: string; en: string }> = {
    already_yours: {
      fr: 'Cette fiche vous est déjà réservée : terminez-la avant la suivante.',
      en: 'This prospect is already yours: finish it before the next one.',
    },
    own_callback: { fr: `Vous aviez promis de rappeler à ${hour}.`, en: `You promised to call back at ${clock}.` },
    team_callback: { fr: `Rappel de l’équipe prévu à ${hour}.`, en: `Team callback due at ${clock}.` },
    missed_callback: {
      fr: `Rappel prévu à ${hour} et non fait par son titulaire : il passe à l’équipe.`,
      en: `Callback due at ${clock}, missed by its owner: it goes to the team.`,
    },
    retry: { fr: `Nouvelle tentative arrivée à échéance (la ${n}e).`, en: `A retry is due (attempt ${n}).` },
    first_call: {
      fr: 'Première tentative : la plus prioritaire des fiches jamais appelées.',
      en: 'First attempt: the highest priority among those never called.',
    },
  };
  return sentences[reason][language];
};

/** « Personne à appeler maintenant : 12 à retenter demain à 9 h 30, 3 opposées. » */
export const whyNobody = (left: NoneLeft, now: Instant, language: Language = 'fr'): string => {
  const fr = language === 'fr';
  if (left.total === 0)
    return fr
      ? 'Cette mission n’a encore aucune fiche : importez un fichier.'
      : 'This mission has no prospect yet: import a file.';
  const parts: string[] = [];
  const add = (count: number, one: string, many: string, tail = '') => {
    if (count > 0) parts.push(`${frenchNumber(count)}\u00a0${count === 1 ? one : many}${tail}`);
  };
  const from = (at: Instant | null) => (at ? ` ${fr ? whenFrench(at, now) : whenEnglish(at, now)}` : '');
  if (fr) {
    add(left.callbacksLater, 'à rappeler', 'à rappeler', from(left.nextCallbackAt));
    add(left.retriesLater, 'à retenter', 'à retenter', from(left.nextRetryAt));
    add(left.leasedByOthers, 'réservée par un autre appelant', 'réservées par d’autres appelants');
    add(left.suppressed, 'opposée', 'opposées');
    add(left.closed, 'close', 'closes');
    return `Personne à appeler maintenant\u00a0: ${parts.join(', ')}.`;
  }
  add(left.callbacksLater, 'callback', 'callbacks', from(left.nextCallbackAt));
  add(left.retriesLater, 'retry', 'retries', from(left.nextRetryAt));
  add(left.leasedByOthers, 'held by another caller', 'held by other callers');
  add(left.suppressed, 'objected', 'objected');
  add(left.closed, 'closed', 'closed');
  return `Nobody to call right now: ${parts.join(', ')}.`;
};

const whenFrench = (at: Instant, now: Instant): string => {
  const day = civilDateOf(at);
  const today = civilDateOf(now);
  const hour = `à ${frenchTime(clockTimeOf(at))}`;
  if (day === today) return hour;
  return day === addDays(today, 1) ? `demain ${hour}` : `le ${frenchDate(day)} ${hour}`;
};

const whenEnglish = (at: Instant, now: Instant): string => {
  const day = civilDateOf(at);
  const hour = `at ${clockTimeOf(at)}`;
  if (day === civilDateOf(now)) return hour;
  return day === addDays(civilDateOf(now), 1) ? `tomorrow ${hour}` : `on ${day} ${hour}`;
};
