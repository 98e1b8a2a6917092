import { createAccessLink } from '../../../platform/auth/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { onFact } from '../../../platform/journal/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { frenchDate, frenchTime } from '../../../shared/french.ts';
import { civilDateOf, clockTimeOf, type Instant } from '../../../shared/time.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { appointmentById } from '../db/appointments.store.ts';
import type { AppointmentBooked, AppointmentContested, AppointmentRefused, AppointmentRuled } from '../domain/appointment.ts';
import { termsThatJudge } from './decide-appointment.handler.ts';

const moment = (at: Instant) => `le ${frenchDate(civilDateOf(at))} à ${frenchTime(clockTimeOf(at))}`;
const about = (id: string) => ({ type: 'appointment', id });
const subjectLine = (words: string) => words.slice(0, 78);

/** The client hears of each appointment at once, with the link that lets it listen, accept or refuse, and the deadline that decides. */
const askTheClient = (publicUrl: string) =>
  onFact<AppointmentBooked>('AppointmentBooked', async (tx, { appointmentId, ref, meetingAt, reviewBy }) => {
    const appointment = (await appointmentById(tx, appointmentId))!;
    const { identity } = await organisation(tx);
    const client = (await clientById(tx, appointment.clientId))!;
    const { silence } = (await termsThatJudge(tx, appointment)).review;
    const { name, email } = client.identity.signatory;
    const { path } = await createAccessLink(tx, {
      purpose: 'review',
      clientId: client.id,
      contactId: client.contactIds.signatory,
      subject: about(appointmentId),
      email,
      displayName: name,
    });
    await sendMail(tx, {
      to: { email, name },
      sender: nameOnDocuments(identity),
      subject: subjectLine(`${ref} à valider\u00a0: ${appointment.company}`),
      title: `${ref}\u00a0: ${appointment.company}`,
      paragraphs: [
        `Un rendez-vous est pris ${moment(meetingAt)} avec ${appointment.contactName}. Écoutez, puis acceptez ou refusez sur l’un des critères signés.`,
        `Sans réponse ${moment(reviewBy)}, il sera ${silence === 'accepted' ? 'accepté' : 'refusé'}, comme le contrat le prévoit.`,
      ],
      action: { label: 'Examiner le rendez-vous', url: new URL(path, publicUrl).toString() },
      about: about(appointmentId),
    });
  });

const tellTheProvider = (publicUrl: string) =>
  onFact<AppointmentRefused>('AppointmentRefused', async (tx, { appointmentId, ref, contestBy, text }) => {
    const appointment = (await appointmentById(tx, appointmentId))!;
    const { identity } = await organisation(tx);
    await sendMail(tx, {
      to: { email: identity.email, name: identity.name },
      sender: nameOnDocuments(identity),
      subject: subjectLine(`${ref} refusé\u00a0: ${appointment.company}`),
      title: `${ref} est refusé`,
      paragraphs: [
        ...(text ? [text] : []),
        `Vous pouvez contester ce refus une fois, jusqu’au ${frenchDate(civilDateOf(contestBy))} inclus, en indiquant le moment de l’appel qui vous donne raison.`,
      ],
      action: { label: 'Écouter et répondre', url: new URL(`/a-valider/${appointmentId}`, publicUrl).toString() },
      about: about(appointmentId),
    });
  });

/** A contest goes to the arbiter named in the contract, by a personal link; nobody else can rule. */
const callTheArbiter = (publicUrl: string) =>
  onFact<AppointmentContested>('AppointmentContested', async (tx: Tx, { appointmentId, ref }) => {
    const appointment = (await appointmentById(tx, appointmentId))!;
    const { arbiter } = await termsThatJudge(tx, appointment);
    const { identity } = await organisation(tx);
    const { path } = await createAccessLink(tx, {
      purpose: 'sign',
      signerId: appointmentId,
      clientId: appointment.clientId,
      subject: { type: 'ruling', id: appointmentId },
      email: arbiter.email,
      displayName: arbiter.name,
    });
    await sendMail(tx, {
      to: { email: arbiter.email, name: arbiter.name },
      sender: nameOnDocuments(identity),
      subject: subjectLine(`Arbitrage demandé\u00a0: ${ref}, ${appointment.company}`),
      title: 'Une contestation attend votre décision',
      paragraphs: [
        `Un refus est contesté pour le rendez-vous ${ref} (${appointment.company}). Le contrat vous désigne pour trancher, au vu de l’enregistrement et des critères signés.`,
        'Le lien ci-dessous vous est personnel. Votre décision est définitive\u00a0; elle est motivée et remise aux deux parties.',
      ],
      action: { label: 'Examiner la contestation', url: new URL(path, publicUrl).toString() },
      about: about(appointmentId),
    });
  });

/** The decision and its reason go to both sides: neither learns of it from the other. */
const tellBothSides = (publicUrl: string) =>
  onFact<AppointmentRuled>('AppointmentRuled', async (tx, { appointmentId, ref, for: winner, text }) => {
    const appointment = (await appointmentById(tx, appointmentId))!;
    const { identity } = await organisation(tx);
    const client = (await clientById(tx, appointment.clientId))!;
    const { name, email } = client.identity.signatory;
    const { path } = await createAccessLink(tx, {
      purpose: 'review',
      clientId: client.id,
      contactId: client.contactIds.signatory,
      subject: about(appointmentId),
      email,
      displayName: name,
    });
    const decision =
      winner === 'caller'
        ? 'Le critère est rempli\u00a0: le rendez-vous est dû.'
        : 'Le refus est fondé\u00a0: le rendez-vous n’est pas dû.';
    const told = (to: { email: string; name: string }, address: string) =>
      sendMail(tx, {
        to,
        sender: nameOnDocuments(identity),
        subject: subjectLine(`Décision de l’arbitre\u00a0: ${ref}, ${appointment.company}`),
        title: `${ref}\u00a0: l’arbitre a tranché`,
        paragraphs: [decision, `Motif\u00a0: «\u00a0${text}\u00a0»`],
        action: { label: 'Voir le rendez-vous', url: new URL(address, publicUrl).toString() },
        about: about(appointmentId),
      });
    await told({ email, name }, path);
    await told({ email: identity.email, name: identity.name }, `/a-valider/${appointmentId}`);
  });

/** Who is told of what, in the transaction of the fact: no decision is asked of somebody who was not told. */
export const tellTheParties = ({ publicUrl }: { publicUrl: string }) => [
  askTheClient(publicUrl),
  tellTheProvider(publicUrl),
  callTheArbiter(publicUrl),
  tellBothSides(publicUrl),
];
