import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { tellTheParties } from './app/tell-the-parties.ts';
import { appointmentHandlers } from './app/decide-appointment.handler.ts';
import { appointmentDetail, appointmentsFor } from './app/read-appointments.ts';
import { silenceSweep } from './app/silence.sweep.ts';
import { appointmentRoutes } from './http/routes.ts';

export const wireAppointments = ({ db, config, live }: Platform): Wired => ({
  routes: [
    appointmentRoutes({ ...appointmentHandlers({ db }), list: appointmentsFor({ db }), detail: appointmentDetail({ db }), live }),
  ],
  sweeps: [silenceSweep],
  reactions: tellTheParties({ publicUrl: config.publicUrl }),
});
