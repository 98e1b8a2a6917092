import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { AppointmentId, MissionId } from '../../../shared/ids.ts';
import { articleOf } from '../../contracts/index.ts';
import { termsVersions } from '../../contracts/queries.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { appointmentById, appointmentList } from '../db/appointments.store.ts';
import type { AppointmentState } from '../domain/appointment.ts';

type Someone = Extract<Actor, { kind: 'member' | 'client' | 'signer' }>;

/** `now` is the organisation's clock: the screens judge a deadline by it, not by the browser's. */
export const appointmentsFor =
  ({ db }: { db: Database }) =>
  (actor: Someone, { missionId, states }: { missionId?: MissionId | undefined; states?: AppointmentState[] | undefined }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => ({
      now: tx.now,
      appointments: await appointmentList(tx, {
        ...(missionId ? { missionId } : {}),
        ...(states ? { states } : {}),
        ...(actor.kind === 'client' ? { clientId: actor.clientId } : {}),
      }),
    }));

/** One appointment with the signed criteria that judge it and the articles that word them. The arbiter sees only the one to rule on. */
export const appointmentDetail =
  ({ db }: { db: Database }) =>
  (actor: Someone, id: AppointmentId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const appointment = await appointmentById(tx, id);
      if (!appointment) return null;
      if (actor.kind === 'client' && appointment.clientId !== actor.clientId) return null;
      if (actor.kind === 'signer' && actor.signerId !== id) return null;
      const version = (await termsVersions(tx, appointment.missionId)).find(
        (candidate) => candidate.version === appointment.termsVersion,
      )!;
      const { terms, articles } = version.content;
      const article = (path: string) => articleOf(articles, path) ?? null;
      const client = await clientById(tx, appointment.clientId);
      return {
        ...appointment,
        // The arbiter rules on a call and its criteria: the prospect's number is none of his business.
        phone: actor.kind === 'signer' ? '' : appointment.phone,
        now: tx.now,
        parties: { provider: nameOnDocuments((await organisation(tx)).identity), client: client?.identity.name ?? '' },
        criteria: terms.appointments.criteria,
        silence: terms.appointments.review.silence,
        contestWorkingDays: terms.appointments.contest.workingDays,
        articles: {
          criteria: article('appointments.criteria'),
          review: article('appointments.review'),
          contest: article('appointments.contest'),
        },
      };
    });
