import ical, { ICalCalendarMethod } from 'ical-generator';
import { inTenantOf, newToken, tokenHash } from '../../../platform/auth/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { actorLabel } from '../../../shared/actor.ts';
import { addDays, civilDateOf, type Instant } from '../../../shared/time.ts';
import { alarmSteps, type Deadline, isNear } from '../domain/deadlines.ts';
import { deadlineWords } from '../domain/deadline-words.ts';
import { replaceFeed, feedOf } from '../db/calendar.store.ts';
import type { Asker } from './asker.ts';
import { deadlinesOf } from './read-deadlines.ts';

type Deps = { db: Database; publicUrl: string };

const pageOf = ({ subject, kind }: Deadline): string =>
  subject.type === 'mission'
    ? `/missions/${subject.id}/fin`
    : kind === 'vigilance_lapses'
      ? '/vigilance'
      : `/contrats-cadres/${subject.id}`;

/** An .ics file of the dates: whole days, each with its alarms. */
const calendar = (deadlines: readonly Deadline[], now: Instant, publicUrl: string): string => {
  const file = ical({ name: 'Échéances Cadran', method: ICalCalendarMethod.PUBLISH, timezone: 'Europe/Paris', ttl: 6 * 3600 });
  for (const deadline of deadlines) {
    const event = file.createEvent({
      id: `${deadline.kind}-${deadline.subject.id}-${deadline.on}@cadran`,
      start: new Date(`${deadline.on}T00:00:00Z`),
      end: new Date(`${addDays(deadline.on, 1)}T00:00:00Z`),
      allDay: true,
      floating: false,
      summary: `${deadlineWords[deadline.kind].fr}\u00a0: ${deadline.label}`,
      url: new URL(pageOf(deadline), publicUrl).toString(),
      stamp: new Date(now),
    });
    for (const days of alarmSteps[deadline.kind]) event.createAlarm({ type: 'display' as never, trigger: days * 24 * 3600 });
  }
  return file.toString();
};

export const calendarHandlers = ({ db, publicUrl }: Deps) => ({
  deadlines: (actor: Asker) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const today = civilDateOf(tx.now);
      const deadlines = await deadlinesOf(tx, actor.kind === 'client' ? actor.clientId : null);
      return { today, deadlines: deadlines.map((one) => ({ ...one, isNear: isNear(one, today), to: pageOf(one) })) };
    }),

  file: (actor: Asker) =>
    db.withTenant(actor.tenantId, actor, async (tx) =>
      calendar(await deadlinesOf(tx, actor.kind === 'client' ? actor.clientId : null), tx.now, publicUrl),
    ),

  /** Makes the address that a calendar program subscribes to; it is shown once, and replaces the one before. */
  subscribe: (actor: Asker) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const token = newToken(tx.tenantId);
      await replaceFeed(tx, {
        person: actorLabel(actor).id ?? actor.displayName,
        clientId: actor.kind === 'client' ? actor.clientId : null,
        tokenHash: tokenHash(token),
      });
      return { url: new URL(`/api/v1/calendars/${token}`, publicUrl).toString() };
    }),

  /** What a calendar program reads, without a session: the token is the key. Null: it opens nothing. */
  feed: (token: string) =>
    inTenantOf(db, token, async (tx) => {
      const feed = await feedOf(tx, tokenHash(token));
      return feed ? calendar(await deadlinesOf(tx, feed.clientId), tx.now, publicUrl) : null;
    }),
});
