import { sql } from 'kysely';
import { defineSweep } from '../../../platform/jobs/index.ts';
import type { AppointmentId, TenantId } from '../../../shared/ids.ts';
import { lockAppointment } from '../db/appointments.store.ts';
import { decideBySilence } from '../domain/accept-appointment.ts';
import { keepDecision, termsThatJudge } from './decide-appointment.handler.ts';

/** At the signed deadline silence decides. A click that comes at the same moment waits for the row, then is told. */
export const silenceSweep = defineSweep('decide-appointments-by-silence', async (system, now) => {
  const due = await system.asSystem(async (tx) => {
    const { rows } = await sql<{ tenant_id: TenantId; id: AppointmentId }>`
      select tenant_id, id from appointments where state = 'to_review' and review_by <= ${now} order by review_by limit 1000`.execute(
      tx.sql,
    );
    return rows;
  });
  for (const { tenant_id, id } of due)
    await system.withTenant(tenant_id, async (tx) => {
      const appointment = await lockAppointment(tx, id);
      if (!appointment) return;
      await keepDecision(
        tx,
        appointment,
        decideBySilence(appointment, { terms: await termsThatJudge(tx, appointment), now: tx.now }),
      );
    });
});
