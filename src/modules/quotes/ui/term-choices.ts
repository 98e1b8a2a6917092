import { defineMessages } from '../../../web/i18n/index.ts';

/** The answers of each closed condition, as 'group:value'. The group is what the form names it by. */
export const choices = defineMessages({
  fr: {
    'missionKind:telephone_prospecting': 'Prospection téléphonique', 'missionKind:file_qualification': 'Qualification de fichier', 'missionKind:follow_up': 'Relance',
    'languages:fr': 'Français', 'languages:en': 'Anglais',
    'channels:phone': 'Téléphone', 'channels:email': 'Courriel de suivi',
    'publicHolidays:closed': 'Aucun appel les jours fériés', 'publicHolidays:open': 'Appels permis les jours fériés',
    'volumePeriod:mission': 'Toute la mission', 'volumePeriod:month': 'Chaque mois', 'volumePeriod:week': 'Chaque semaine',
    'recording:none': 'Aucun appel n’est enregistré', 'recording:appointments_only': 'Seuls les appels qui donnent un rendez-vous', 'recording:sample': 'Un échantillon', 'recording:all': 'Tous les appels',
    'silence:accepted': 'Le rendez-vous est accepté', 'silence:refused': 'Le rendez-vous est refusé',
    'noShow:billed': 'Reste dû', 'noShow:replaced': 'Est remplacé sans frais', 'noShow:credited': 'Donne lieu à un avoir',
    'nature:engaged': 'Engagé', 'nature:followed': 'Suivi',
    'payLink:forfait': 'Forfait', 'payLink:per_appointment': 'Prix par rendez-vous', 'payLink:hours': 'Prix horaire', 'payLink:days': 'Prix journalier', 'payLink:milestone': 'Jalon', 'payLink:none_informative': 'Aucune, pour information',
    'formula:T': 'Appels passés', 'formula:C_PER_DAY': 'Conversations utiles par jour', 'formula:R': 'Rendez-vous posés', 'formula:RA': 'Rendez-vous acceptés', 'formula:K01B': 'Qualité du fichier', 'formula:K02': 'Taux de décroché',
    'formula:K03': 'Joignabilité', 'formula:K04': 'Conversations utiles', 'formula:K05': 'Taux d’argumentation', 'formula:K06': 'Taux de transformation', 'formula:K07': 'Taux d’acceptation', 'formula:K08': 'Rendez-vous honorés', 'formula:K14': 'Taux d’opposition',
    'formulaWhy:T': 'Nombre d’appels passés.', 'formulaWhy:C_PER_DAY': 'Conversations utiles ÷ jours travaillés.', 'formulaWhy:R': 'Nombre de rendez-vous posés.', 'formulaWhy:RA': 'Nombre de rendez-vous acceptés par le client.',
    'formulaWhy:K01B': 'Appels vers un bon numéro ÷ appels passés.', 'formulaWhy:K02': 'Appels décrochés ÷ appels passés.', 'formulaWhy:K03': 'Appels décrochés ÷ appels vers un bon numéro.', 'formulaWhy:K04': 'Conversations utiles ÷ appels décrochés.',
    'formulaWhy:K05': 'Contacts argumentés ÷ appels décrochés.', 'formulaWhy:K06': 'Rendez-vous posés ÷ contacts argumentés.', 'formulaWhy:K07': 'Rendez-vous acceptés ÷ rendez-vous décidés.', 'formulaWhy:K08': 'Rendez-vous honorés ÷ rendez-vous tenus ou manqués.', 'formulaWhy:K14': 'Oppositions ÷ appels décrochés.',
    'frequency:weekly': 'Chaque semaine', 'frequency:biweekly': 'Toutes les deux semaines', 'frequency:monthly': 'Chaque mois',
    'contents:attempts': 'Appels passés', 'contents:answer_rate': 'Taux de décroché', 'contents:refusal_reasons': 'Motifs de refus', 'contents:appointments': 'Rendez-vous posés', 'contents:opportunities': 'Opportunités détectées', 'contents:file_quality': 'Qualité du fichier',
    'reportChannel:email': 'Par courriel', 'reportChannel:portal': 'Dans l’espace du client', 'reportChannel:email_and_portal': 'Par courriel et dans l’espace du client',
    'format:pdf': 'PDF', 'format:pdf_and_csv': 'PDF et CSV',
    'lineKind:forfait': 'Forfait', 'lineKind:hour': 'Heure', 'lineKind:day': 'Journée', 'lineKind:appointment': 'Rendez-vous', 'lineKind:expense': 'Frais',
    'milestone:acompte': 'Acompte', 'milestone:intermediate': 'Intermédiaire', 'milestone:balance': 'Solde',
    'trigger:signature': 'La signature', 'trigger:calls_reached': 'Un nombre d’appels', 'trigger:final_report': 'Le rapport final',
    'method:net': 'Date de facture', 'method:end_of_month_A': 'Délai, puis fin de mois', 'method:end_of_month_B': 'Fin de mois, puis délai', 'method:end_of_month_A_then_10': 'Délai, fin de mois, puis le 10',
    'penalty:ecb_plus_points': 'Taux de la BCE majoré', 'penalty:times_legal': 'Multiple du taux d’intérêt légal', 'penalty:fixed_rate': 'Taux annuel fixe',
    'mode:floating': 'Celui de chaque semestre', 'mode:frozen': 'Celui du jour de l’échéance',
    'measure:wrong_number_rate': 'Taux de faux numéros', 'measure:reachability_rate': 'Taux de joignabilité', 'measure:out_of_target_rate': 'Taux de fiches hors cible',
    'comparison:at_most': 'Au plus', 'comparison:at_least': 'Au moins',
    'owner:client': 'Au client', 'owner:provider': 'Au prestataire',
  },
  en: {
    'missionKind:telephone_prospecting': 'Telephone prospecting', 'missionKind:file_qualification': 'File qualification', 'missionKind:follow_up': 'Follow-up',
    'languages:fr': 'French', 'languages:en': 'English',
    'channels:phone': 'Phone', 'channels:email': 'Follow-up e-mail',
    'publicHolidays:closed': 'No call on public holidays', 'publicHolidays:open': 'Calls allowed on public holidays',
    'volumePeriod:mission': 'The whole mission', 'volumePeriod:month': 'Each month', 'volumePeriod:week': 'Each week',
    'recording:none': 'No call is recorded', 'recording:appointments_only': 'Only calls that lead to an appointment', 'recording:sample': 'A sample', 'recording:all': 'Every call',
    'silence:accepted': 'The appointment is accepted', 'silence:refused': 'The appointment is refused',
    'noShow:billed': 'Remains due', 'noShow:replaced': 'Is replaced at no cost', 'noShow:credited': 'Leads to a credit note',
    'nature:engaged': 'Engaged', 'nature:followed': 'Followed',
    'payLink:forfait': 'Fixed price', 'payLink:per_appointment': 'Price per appointment', 'payLink:hours': 'Hourly price', 'payLink:days': 'Daily price', 'payLink:milestone': 'Milestone', 'payLink:none_informative': 'None, for information',
    'formula:T': 'Calls made', 'formula:C_PER_DAY': 'Useful conversations per day', 'formula:R': 'Appointments booked', 'formula:RA': 'Appointments accepted', 'formula:K01B': 'File quality', 'formula:K02': 'Answer rate',
    'formula:K03': 'Reachability', 'formula:K04': 'Useful conversations', 'formula:K05': 'Pitch rate', 'formula:K06': 'Conversion rate', 'formula:K07': 'Acceptance rate', 'formula:K08': 'Appointments held', 'formula:K14': 'Objection rate',
    'formulaWhy:T': 'Number of calls made.', 'formulaWhy:C_PER_DAY': 'Useful conversations ÷ days worked.', 'formulaWhy:R': 'Number of appointments booked.', 'formulaWhy:RA': 'Number of appointments accepted by the client.',
    'formulaWhy:K01B': 'Calls to a right number ÷ calls made.', 'formulaWhy:K02': 'Calls answered ÷ calls made.', 'formulaWhy:K03': 'Calls answered ÷ calls to a right number.', 'formulaWhy:K04': 'Useful conversations ÷ calls answered.',
    'formulaWhy:K05': 'Contacts pitched ÷ calls answered.', 'formulaWhy:K06': 'Appointments booked ÷ contacts pitched.', 'formulaWhy:K07': 'Appointments accepted ÷ appointments decided.', 'formulaWhy:K08': 'Appointments held ÷ held or missed.', 'formulaWhy:K14': 'Objections ÷ calls answered.',
    'frequency:weekly': 'Every week', 'frequency:biweekly': 'Every two weeks', 'frequency:monthly': 'Every month',
    'contents:attempts': 'Calls made', 'contents:answer_rate': 'Answer rate', 'contents:refusal_reasons': 'Reasons for refusal', 'contents:appointments': 'Appointments booked', 'contents:opportunities': 'Opportunities found', 'contents:file_quality': 'File quality',
    'reportChannel:email': 'By e-mail', 'reportChannel:portal': 'In the client’s space', 'reportChannel:email_and_portal': 'By e-mail and in the client’s space',
    'format:pdf': 'PDF', 'format:pdf_and_csv': 'PDF and CSV',
    'lineKind:forfait': 'Fixed price', 'lineKind:hour': 'Hour', 'lineKind:day': 'Day', 'lineKind:appointment': 'Appointment', 'lineKind:expense': 'Expense',
    'milestone:acompte': 'Deposit', 'milestone:intermediate': 'Intermediate', 'milestone:balance': 'Balance',
    'trigger:signature': 'The signature', 'trigger:calls_reached': 'A number of calls', 'trigger:final_report': 'The final report',
    'method:net': 'Invoice date', 'method:end_of_month_A': 'Delay, then end of month', 'method:end_of_month_B': 'End of month, then delay', 'method:end_of_month_A_then_10': 'Delay, end of month, then the 10th',
    'penalty:ecb_plus_points': 'ECB rate plus points', 'penalty:times_legal': 'Multiple of the legal interest rate', 'penalty:fixed_rate': 'Fixed yearly rate',
    'mode:floating': 'That of each half-year', 'mode:frozen': 'That of the due date',
    'measure:wrong_number_rate': 'Rate of wrong numbers', 'measure:reachability_rate': 'Reachability', 'measure:out_of_target_rate': 'Rate of prospects out of target',
    'comparison:at_most': 'At most', 'comparison:at_least': 'At least',
    'owner:client': 'To the client', 'owner:provider': 'To the provider',
  },
});
type Choice = keyof (typeof choices)['fr'];
export type ChoiceGroup = Choice extends `${infer Group}:${string}` ? Group : never;
export type ChoiceOf<Group extends ChoiceGroup> = Choice extends infer Key ? (Key extends `${Group}:${infer Value}` ? Value : never) : never;

/** The answers of a group, in the order of the catalogue. */
export const valuesOf = <Group extends ChoiceGroup>(group: Group): ChoiceOf<Group>[] =>
  Object.keys(choices.fr).flatMap((key) => (key.startsWith(`${group}:`) ? [key.slice(group.length + 1) as ChoiceOf<Group>] : []));
