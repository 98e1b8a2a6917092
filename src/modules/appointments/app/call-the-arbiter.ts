import { createAccessLink } from '../../../platform/auth/index.ts';
import { onFact } from '../../../platform/journal/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { organisation } from '../../parties/queries.ts';
import { appointmentById } from '../db/appointments.store.ts';
import type { AppointmentContested } from '../domain/appointment.ts';
import { termsThatJudge } from './decide-appointment.handler.ts';

/** A contest goes to the arbiter named in the contract, by a personal link; nobody else can rule. */
export const callTheArbiter = ({ publicUrl }: { publicUrl: string }) =>
  onFact<AppointmentContested>('AppointmentContested', async (tx, { appointmentId, ref }) => {
    const appointment = (await appointmentById(tx, appointmentId))!;
    const { arbiter } = await termsThatJudge(tx, appointment);
    const { path } = await createAccessLink(tx, {
      purpose: 'sign', signerId: appointmentId, clientId: appointment.clientId, subject: { type: 'ruling', id: appointmentId }, email: arbiter.email, displayName: arbiter.name,
    });
    const { identity } = await organisation(tx);
    await sendMail(tx, {
      to: { email: arbiter.email, name: arbiter.name },
      sender: identity.name,
      title: 'Une contestation attend votre décision',
      subject: `Arbitrage demandé : ${ref}, ${appointment.company}`.slice(0, 78),
      paragraphs: [
        `Un refus est contesté pour le rendez-vous ${ref} (${appointment.company}). Le contrat vous désigne pour trancher, au vu de l’enregistrement et des critères signés.`,
        'Le lien ci-dessous vous est personnel. Votre décision est définitive ; elle est motivée et remise aux deux parties.',
      ],
      action: { label: 'Examiner la contestation', url: new URL(path, publicUrl).toString() },
      about: { type: 'appointment', id: appointmentId },
    });
  });
