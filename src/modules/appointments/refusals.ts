import { englishDate } from '../../shared/english.ts';
import { frenchDate, frenchTime } from '../../shared/french.ts';
import type { Refusals } from '../../shared/refusal.ts';
import { civilDateOf, clockTimeOf, type Instant } from '../../shared/time.ts';

const moment = (value: unknown) => `${frenchDate(civilDateOf(value as Instant))} à ${frenchTime(clockTimeOf(value as Instant))}`;
const momentInEnglish = (value: unknown) => `${englishDate(civilDateOf(value as Instant))} at ${clockTimeOf(value as Instant)}`;
const states: Record<string, [string, string]> = {
  accepted: ['accepté', 'accepted'],
  refused: ['refusé', 'refused'],
  contested: ['en arbitrage', 'under arbitration'],
  to_review: ['à valider', 'to review'],
};

export const refusals = {
  unknown_appointment: { status: 404, fr: 'Ce rendez-vous n’existe pas.', en: 'This appointment does not exist.' },
  meeting_in_the_past: {
    status: 422,
    fr: 'La date du rendez-vous est passée\u00a0: choisissez une date à venir.',
    en: 'The meeting date is past: choose a later one.',
  },
  criteria_missing: {
    status: 422,
    fr: ({ criteria }) =>
      `Critères signés non constatés\u00a0: ${(criteria as string[]).join(', ')}. Cochez-les au moment de l’appel où ils apparaissent.`,
    en: ({ criteria }) =>
      `Signed criteria not established: ${(criteria as string[]).join(', ')}. Tick them at the moment of the call that shows them.`,
  },
  criterion_not_signed: {
    status: 422,
    fr: ({ criterion }) =>
      `«\u00a0${criterion}\u00a0» ne figure pas parmi les critères signés\u00a0: un refus n’en invoque aucun autre.`,
    en: ({ criterion }) => `“${criterion}” is not one of the signed criteria: a refusal can invoke no other.`,
  },
  appointment_volume_used_up: {
    status: 409,
    fr: ({ limit }) => `Les ${limit} rendez-vous prévus au contrat sont posés\u00a0: un avenant est nécessaire pour continuer.`,
    en: ({ limit }) => `The ${limit} appointments of the contract are booked: going on takes an amendment.`,
  },
  already_booked: {
    status: 409,
    fr: 'Cet appel a déjà donné lieu à un rendez-vous.',
    en: 'This call already led to an appointment.',
  },
  already_decided: {
    status: 409,
    fr: ({ ref, state }) => `Le rendez-vous ${ref} est déjà ${states[String(state)]?.[0] ?? 'décidé'}.`,
    en: ({ ref, state }) => `Appointment ${ref} is already ${states[String(state)]?.[1] ?? 'decided'}.`,
  },
  review_deadline_passed: {
    status: 409,
    fr: ({ ref, reviewBy }) =>
      `Le délai pour se prononcer sur ${ref} s’est terminé le ${moment(reviewBy)}\u00a0: le silence a décidé.`,
    en: ({ ref, reviewBy }) => `The time to answer on ${ref} ended on ${momentInEnglish(reviewBy)}: silence has decided.`,
  },
  still_under_review: {
    status: 409,
    fr: ({ ref, reviewBy }) => `${ref} reste à valider jusqu’au ${moment(reviewBy)}.`,
    en: ({ ref, reviewBy }) => `${ref} is under review until ${momentInEnglish(reviewBy)}.`,
  },
  moment_or_reason_required: {
    status: 422,
    fr: 'Indiquez le moment de l’appel, ou expliquez en une phrase ce qui s’est passé hors de l’appel.',
    en: 'Give the moment in the call, or explain in a sentence what happened outside it.',
  },
  nothing_to_concede: {
    status: 409,
    fr: ({ ref }) => `${ref} n’a pas de refus à retirer.`,
    en: ({ ref }) => `${ref} has no refusal to take back.`,
  },
  nothing_to_contest: {
    status: 409,
    fr: ({ ref }) => `${ref} n’est pas refusé\u00a0: il n’y a rien à contester.`,
    en: ({ ref }) => `${ref} is not refused: there is nothing to contest.`,
  },
  already_contested: {
    status: 409,
    fr: ({ ref }) => `Le refus de ${ref} a déjà été contesté une fois.`,
    en: ({ ref }) => `The refusal of ${ref} has already been contested once.`,
  },
  contest_deadline_passed: {
    status: 409,
    fr: ({ ref, contestBy }) => `Le délai de contestation de ${ref} s’est terminé le ${moment(contestBy)}.`,
    en: ({ ref, contestBy }) => `The time to contest ${ref} ended on ${momentInEnglish(contestBy)}.`,
  },
  nothing_to_rule: {
    status: 409,
    fr: ({ ref }) => `${ref} n’est pas contesté\u00a0: il n’y a rien à trancher.`,
    en: ({ ref }) => `${ref} is not contested: there is nothing to rule on.`,
  },
  meeting_not_held_yet: {
    status: 409,
    fr: ({ ref, meetingAt }) => `${ref} aura lieu le ${moment(meetingAt)}\u00a0: dites ensuite s’il a été honoré.`,
    en: ({ ref, meetingAt }) => `${ref} takes place on ${momentInEnglish(meetingAt)}: say afterwards whether it was held.`,
  },
  reason_required: {
    status: 422,
    fr: 'Motivez la décision en une phrase\u00a0: elle est remise aux deux parties.',
    en: 'Give the reason in a sentence: both parties receive it.',
  },
  not_the_arbiter: {
    status: 403,
    fr: 'Seul l’arbitre nommé au contrat peut trancher.',
    en: 'Only the arbiter named in the contract can rule.',
  },
} as const satisfies Refusals;
