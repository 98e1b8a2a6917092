import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { AppointmentId, MissionId } from '../../../shared/ids.ts';
import { articleOf } from '../../contracts/index.ts';
import { termsVersions } from '../../contracts/queries.ts';
import { appointmentById, appointmentList } from '../db/appointments.store.ts';
import type { AppointmentState } from '../domain/appointment.ts';

type Someone = Extract<Actor, { kind: 'member' | 'client' | 'signer' }>;

export const appointmentsFor =
  ({ db }: { db: Database }) =>
  (actor: Someone, { missionId, states }: { missionId?: MissionId | undefined; states?: AppointmentState[] | undefined }) =>
    db.withTenant(actor.tenantId, actor, (tx) =>
      appointmentList(tx, { ...(missionId ? { missionId } : {}), ...(states ? { states } : {}), ...(actor.kind === 'client' ? { clientId: actor.clientId } : {}) }),
    );

/** One appointment with the signed criteria that judge it and the articles that word them. The arbiter sees only the one to rule on. */
export const appointmentDetail =
  ({ db }: { db: Database }) =>
  (actor: Someone, id: AppointmentId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const appointment = await appointmentById(tx, id);
      if (!appointment) return null;
      if (actor.kind === 'client' && appointment.clientId !== actor.clientId) return null;
      if (actor.kind === 'signer' && actor.signerId !== id) return null;
      const version = (await termsVersions(tx, appointment.missionId)).find((candidate) => candidate.version === appointment.termsVersion)!;
      const { terms, articles } = version.content;
      const article = (path: string) => articleOf(articles, path) ?? null;
      return {
        ...appointment,
        criteria: terms.appointments.criteria,
        silence: terms.appointments.review.silence,
        articles: { criteria: article('appointments.criteria'), review: article('appointments.review'), contest: article('appointments.contest') },
      };
    });
