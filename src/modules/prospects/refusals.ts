import type { Refusals } from '../../shared/refusal.ts';
import { type FieldName, fieldLabels } from './domain/file/fields.ts';
import { type ProspectStatus, statusLabels } from './domain/calling/prospect-state.ts';

const megabytes = (bytes: unknown): string => String(Math.ceil(Number(bytes) / 1024 / 1024));

/** Every "no" about prospect files, prospects and objections. */
export const refusals = {
  unknown_mission: { status: 404, fr: 'Cette mission n’existe pas.', en: 'This mission does not exist.' },
  unknown_import: { status: 404, fr: 'Cet import n’existe pas.', en: 'This import does not exist.' },
  unknown_prospect: { status: 404, fr: 'Cette fiche n’existe pas.', en: 'This prospect does not exist.' },

  file_empty: {
    status: 422,
    fr: 'Ce fichier est vide. Vérifiez votre export, puis recommencez.',
    en: 'This file is empty. Check your export, then try again.',
  },
  file_without_rows: {
    status: 422,
    fr: 'Ce fichier ne contient que des titres et aucune fiche. Vérifiez que l’export comporte bien les lignes attendues.',
    en: 'This file holds headings and no prospect at all. Check that the export has the expected rows.',
  },
  file_too_large: {
    status: 413,
    fr: (d) =>
      `Ce fichier pèse ${megabytes(d['bytes'])}\u00a0Mo ; la limite est de ${megabytes(d['maxBytes'])}\u00a0Mo. Découpez-le en plusieurs fichiers.`,
    en: (d) =>
      `This file is ${megabytes(d['bytes'])} MB; the limit is ${megabytes(d['maxBytes'])} MB. Split it into several files.`,
  },
  file_too_wide: {
    status: 422,
    fr: (d) => `Ce fichier compte ${String(d['columns'])} colonnes ; la limite est de 200. Retirez celles qui ne servent pas.`,
    en: (d) => `This file has ${String(d['columns'])} columns; the limit is 200. Remove those that are not needed.`,
  },
  file_not_text: {
    status: 422,
    fr: 'Ce fichier n’est pas du texte : ce n’est pas un CSV. Exportez vos fiches au format CSV, puis recommencez.',
    en: 'This file is not text, so it is not a CSV. Export your prospects as CSV, then try again.',
  },
  file_is_a_workbook: {
    status: 422,
    fr: 'Ce fichier est un classeur Excel. Dans Excel, choisissez « Enregistrer sous », puis « CSV (séparateur : point-virgule) ».',
    en: 'This file is an Excel workbook. In Excel choose “Save as”, then “CSV”.',
  },
  mapping_wrong_width: {
    status: 422,
    fr: (d) => `Le fichier compte ${String(d['columns'])} colonnes et la correspondance en donne ${String(d['given'])}.`,
    en: (d) => `The file has ${String(d['columns'])} columns and the mapping gives ${String(d['given'])}.`,
  },
  mapping_field_twice: {
    status: 422,
    fr: (d) => `Deux colonnes désignent « ${fieldLabels[d['field'] as FieldName].fr} ». Gardez-en une seule.`,
    en: (d) => `Two columns are mapped to “${fieldLabels[d['field'] as FieldName].en}”. Keep one.`,
  },
  mapping_without_phone: {
    status: 422,
    fr: 'Aucune colonne ne donne le numéro à appeler. Indiquez laquelle contient le téléphone ou le mobile.',
    en: 'No column holds the number to call. Say which one is the phone or the mobile.',
  },
  import_already_confirmed: {
    status: 409,
    fr: 'Cet import a déjà été confirmé. Pour le refaire, annulez-le, puis importez le fichier à nouveau.',
    en: 'This import was already confirmed. To do it again, undo it and import the file again.',
  },
  import_under_way: {
    status: 409,
    fr: 'Cet import est en cours. Attendez qu’il se termine pour l’annuler.',
    en: 'This import is under way. Wait for it to end before undoing it.',
  },
  import_already_undone: { status: 409, fr: 'Cet import a déjà été annulé.', en: 'This import was already undone.' },
  import_all_called: {
    status: 409,
    fr: (d) =>
      `Les ${String(d['called'])} fiches de cet import ont déjà été appelées : elles font partie de la mission et ne peuvent plus être retirées.`,
    en: (d) =>
      `All ${String(d['called'])} prospects of this import were already called: they belong to the mission and cannot be removed.`,
  },
  import_not_finished: {
    status: 409,
    fr: 'Cet import n’est pas terminé : il n’y a pas encore de fichier d’erreurs.',
    en: 'This import is not finished: there is no error file yet.',
  },

  phone_unreadable: {
    status: 422,
    fr: 'Ce numéro de téléphone n’est pas valable. Saisissez dix chiffres, par exemple 01 99 00 12 34, ou un numéro international commençant par « + ».',
    en: 'This phone number is not valid. Type ten digits, or an international number that starts with “+”.',
  },
  scope_needs_client: {
    status: 422,
    fr: 'Précisez le client ou la mission que cette opposition concerne.',
    en: 'Say which client or mission this objection concerns.',
  },
  list_without_phones: {
    status: 422,
    fr: 'Aucun numéro de téléphone valable n’a été trouvé dans cette liste. Vérifiez qu’une colonne contient bien des numéros.',
    en: 'No valid phone number was found in this list. Check that a column holds phone numbers.',
  },
  prospect_finished: {
    status: 409,
    fr: (d) =>
      `Cette fiche est déjà terminée (${statusLabels[d['status'] as ProspectStatus].fr.toLowerCase()}) : son résultat ne change plus.`,
    en: (d) =>
      `This prospect is already finished (${statusLabels[d['status'] as ProspectStatus].en.toLowerCase()}): its outcome no longer changes.`,
  },
  lease_lost: {
    status: 409,
    fr: 'Votre réservation de cette fiche a expiré et elle a été rendue à la file. Demandez la fiche suivante.',
    en: 'Your lease on this prospect ran out and it went back to the queue. Ask for the next one.',
  },
} as const satisfies Refusals;
