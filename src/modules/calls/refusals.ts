import type { Refusals } from '../../shared/refusal.ts';
import { outcomes, type OutcomeCode } from './domain/outcomes.ts';

const labelOf = (code: unknown, language: 'fr' | 'en'): string => outcomes[code as OutcomeCode]?.labels[language] ?? String(code);
const article = (details: Readonly<Record<string, unknown>>, french: boolean): string =>
  details.article ? (french ? ` (article ${details.article})` : ` (article ${details.article})`) : '';

export const refusals = {
  unknown_mission: { status: 404, fr: 'Cette mission n’existe pas.', en: 'This mission does not exist.' },
  unknown_prospect: { status: 404, fr: 'Cette fiche n’existe pas dans la mission.', en: 'This prospect is not in the mission.' },
  unknown_attempt: { status: 404, fr: 'Cet appel n’existe pas.', en: 'This call does not exist.' },
  unknown_recording: { status: 404, fr: 'Cet enregistrement n’existe pas.', en: 'This recording does not exist.' },
  unknown_session: {
    status: 404,
    fr: 'Cette session de production n’existe pas.',
    en: 'This production session does not exist.',
  },
  unknown_script: { status: 404, fr: 'Cette version du script n’existe pas.', en: 'This version of the script does not exist.' },
  dial_refused: { status: 423, fr: ({ sentenceFr }) => String(sentenceFr), en: ({ sentenceEn }) => String(sentenceEn) },
  not_your_call: {
    status: 403,
    fr: 'Cet appel a été lancé par une autre personne.',
    en: 'This call was placed by somebody else.',
  },
  not_admitted: {
    status: 403,
    fr: 'Vous n’êtes pas admis sur cette mission : demandez au prestataire de vous y ajouter.',
    en: 'You are not admitted to this mission: ask the provider to add you.',
  },
  call_already_placed: { status: 409, fr: 'Cet appel est déjà lancé.', en: 'This call is already under way.' },
  call_unknown: {
    status: 410,
    fr: 'Cet appel n’est plus en cours : le serveur a redémarré ou la ligne a raccroché.',
    en: 'This call is no longer under way: the server restarted or the line hung up.',
  },
  recording_not_on_demand: {
    status: 409,
    fr: (details) =>
      `Le contrat ne laisse pas l’enregistrement au choix de l’appelant${article(details, true)} : rien n’est à lancer.`,
    en: (details) => `The contract does not leave recording to the caller${article(details, false)}: there is nothing to start.`,
  },
  recording_objected: {
    status: 409,
    fr: 'Cette personne a refusé l’enregistrement : il ne peut pas être lancé.',
    en: 'This person refused the recording: it cannot be started.',
  },
  call_ended: { status: 409, fr: 'Cet appel est terminé.', en: 'This call is over.' },
  offer_missing: {
    status: 422,
    fr: 'Le navigateur n’a pas proposé de son : autorisez le micro, puis recommencez.',
    en: 'The browser offered no sound: allow the microphone, then try again.',
  },
  offer_unusable: {
    status: 422,
    fr: 'Le son proposé par le navigateur n’est pas utilisable : rechargez la page, puis recommencez.',
    en: 'The sound offered by the browser cannot be used: reload the page, then try again.',
  },
  line_has_no_audio: {
    status: 409,
    fr: 'Cet appel passe par votre téléphone : il n’y a pas de son à relier ici.',
    en: 'This call goes through your telephone: there is no sound to connect here.',
  },
  scenario_only_simulated: {
    status: 422,
    fr: 'Un scénario ne se choisit que sur la ligne simulée.',
    en: 'A scenario can only be chosen on the simulated line.',
  },
  already_qualified: {
    status: 409,
    fr: ({ code }) => `Cet appel est déjà qualifié : ${labelOf(code, 'fr')}.`,
    en: ({ code }) => `This call already has its outcome: ${labelOf(code, 'en')}.`,
  },
  call_still_live: {
    status: 409,
    fr: 'L’appel est encore en cours : raccrochez avant de le qualifier.',
    en: 'The call is still under way: hang up before giving its outcome.',
  },
  outcome_not_permitted: {
    status: 422,
    fr: ({ code, permitted, talkSeconds }) =>
      `« ${labelOf(code, 'fr')} » ne correspond pas à ce que la ligne a constaté (${talkSeconds} s de conversation). Qualifications possibles : ${permitted}.`,
    en: ({ code, permitted, talkSeconds }) =>
      `“${labelOf(code, 'en')}” does not match what the line saw (${talkSeconds} s of conversation). Possible outcomes: ${permitted}.`,
  },
  reason_required: {
    status: 422,
    fr: ({ code }) => `« ${labelOf(code, 'fr')} » demande un motif : écrivez-le en quelques mots.`,
    en: ({ code }) => `“${labelOf(code, 'en')}” needs a reason: write it in a few words.`,
  },
  callback_required: { status: 422, fr: 'Indiquez le jour et l’heure du rappel.', en: 'Give the day and hour of the callback.' },
  callback_in_the_past: {
    status: 422,
    fr: 'L’heure du rappel est déjà passée : choisissez-en une autre.',
    en: 'The callback time is already past: choose another.',
  },
  callback_outside_slots: {
    status: 422,
    fr: (details) =>
      `Ce rappel tombe hors des créneaux d’appel signés${article(details, true)} : choisissez une heure où l’appel sera possible.`,
    en: (details) =>
      `This callback falls outside the signed calling slots${article(details, false)}: choose a time when the call will be possible.`,
  },
  callback_after_mission: {
    status: 422,
    fr: (details) => `Ce rappel tombe après la fin de la mission${article(details, true)}.`,
    en: (details) => `This callback falls after the end of the mission${article(details, false)}.`,
  },
  appointment_required: {
    status: 422,
    fr: 'Complétez le rendez-vous : date, interlocuteur et critères.',
    en: 'Fill in the appointment: date, contact and criteria.',
  },
  meeting_in_the_past: { status: 422, fr: 'La date du rendez-vous est déjà passée.', en: 'The meeting date is already past.' },
  contact_required: { status: 422, fr: 'Indiquez avec qui le rendez-vous est pris.', en: 'Say with whom the appointment is.' },
  unknown_criterion: { status: 422, fr: 'Ce critère ne figure pas au contrat.', en: 'This criterion is not in the contract.' },
  criteria_missing: {
    status: 422,
    fr: (details) =>
      `Critères du contrat non constatés${article(details, true)} : ${details.labels}. Cochez-les au moment de l’appel où ils apparaissent.`,
    en: (details) =>
      `Contract criteria not met${article(details, false)}: ${details.labels}. Tick them at the moment of the call that shows them.`,
  },
  declared_in_the_future: {
    status: 422,
    fr: 'Un appel ne se déclare qu’une fois passé.',
    en: 'A call is declared only once it has taken place.',
  },
  lease_lost: {
    status: 409,
    fr: 'Votre réservation de la fiche a expiré et un autre appelant l’a prise.',
    en: 'Your hold on the prospect ran out and another caller has it.',
  },
  already_booked: {
    status: 409,
    fr: 'Cet appel a déjà donné lieu à un rendez-vous.',
    en: 'This call already led to an appointment.',
  },
  criterion_not_signed: {
    status: 422,
    fr: 'Ce critère ne figure pas parmi les critères signés.',
    en: 'This criterion is not one of the signed criteria.',
  },
  appointment_volume_used_up: {
    status: 409,
    fr: ({ limit }) => `Les ${limit} rendez-vous prévus au contrat sont posés : un avenant est nécessaire pour continuer.`,
    en: ({ limit }) => `The ${limit} appointments of the contract are booked: going on takes an amendment.`,
  },
  prospect_finished: {
    status: 409,
    fr: 'Cette fiche est close : son état ne change plus.',
    en: 'This prospect is closed: its state no longer changes.',
  },
  session_already_open: {
    status: 409,
    fr: 'Une session de production est déjà ouverte sur cette mission : arrêtez-la d’abord.',
    en: 'A production session is already open on this mission: stop it first.',
  },
  session_already_stopped: {
    status: 409,
    fr: 'Cette session de production est déjà arrêtée.',
    en: 'This production session is already stopped.',
  },
  session_reversed: {
    status: 422,
    fr: 'La session finit avant de commencer : corrigez ses heures.',
    en: 'The session ends before it starts: correct its hours.',
  },
  session_in_the_future: {
    status: 422,
    fr: 'Une session ne se déclare qu’une fois terminée.',
    en: 'A session is declared only once it is over.',
  },
  session_too_long: {
    status: 422,
    fr: ({ hours }) => `Une session dure ${hours} heures au plus : découpez-la.`,
    en: ({ hours }) => `A session lasts ${hours} hours at most: split it.`,
  },
  session_overlaps: {
    status: 409,
    fr: 'Cette session chevauche une autre session de la même personne.',
    en: 'This session overlaps another one of the same person.',
  },
  script_unknown_variable: {
    status: 422,
    fr: ({ names, known }) => `Variables inconnues dans le script : ${names}. Variables possibles : ${known}.`,
    en: ({ names, known }) => `Unknown variables in the script: ${names}. Possible variables: ${known}.`,
  },
  recording_purged: {
    status: 410,
    fr: 'Cet enregistrement a été détruit selon le contrat. Son empreinte et sa durée restent au dossier.',
    en: 'This recording was destroyed as the contract says. Its hash and length remain in the file.',
  },
  range_not_satisfiable: {
    status: 422,
    fr: 'Cette partie de l’enregistrement n’existe pas.',
    en: 'This part of the recording does not exist.',
  },
  not_allowed_here: {
    status: 403,
    fr: 'Vous n’avez pas accès à cet enregistrement.',
    en: 'You have no access to this recording.',
  },
} as const satisfies Refusals;
