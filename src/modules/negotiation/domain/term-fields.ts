import type { TermPath } from '../../contracts/index.ts';
import {
  integer,
  lines,
  longText,
  type NegotiableTerm,
  option,
  term,
  type TermField,
  text,
  type Words,
  yesNo,
} from './field-kinds.ts';
import { commitmentTerms, frameTerms } from './framework-fields.ts';
import { termAt } from './term-values.ts';

const owners: TermField = {
  kind: 'choice',
  options: [option('client', 'au Client', 'to the Client'), option('provider', 'au Prestataire', 'to the Provider')],
};

/** The conditions that stand alone, in the order of the quote. What the law fixes (suppression lists, the deposit’s due day) is not among them. */
const single: readonly NegotiableTerm[] = [
  term('scope.context', 'Contexte de la mission', 'Context of the mission', longText),
  term('scope.objectives', 'Objectifs', 'Objectives', lines),
  term('scope.included', 'Tâches incluses', 'Tasks included', lines),
  term('scope.excluded', 'Hors périmètre', 'Out of scope', lines),
  term('scope.deliverables', 'Livrables', 'Deliverables', lines),
  term('scope.targets', 'Cible à appeler', 'Who is called', longText),
  term('scope.allowedDepartments', 'Départements autorisés', 'Allowed départements', lines),
  term('scope.forbiddenDepartments', 'Départements interdits', 'Forbidden départements', lines),
  term('scope.tools', 'Outils utilisés', 'Tools used', text),
  term('scope.handOver', 'Articulation avec les équipes du client', 'Hand-over to the client’s teams', text),
  term('scope.fileSource', 'Provenance du fichier', 'Source of the file', text),
  term('scope.fileSize', 'Taille du fichier', 'Size of the file', integer(1, 1_000_000)),
  term('period.startsOn', 'Premier jour', 'First day', { kind: 'date' }),
  term('period.endsOn', 'Dernier jour', 'Last day', { kind: 'date' }),
  term('calling.publicHolidays', 'Jours fériés', 'Public holidays', {
    kind: 'choice',
    options: [option('closed', 'aucun appel', 'no call'), option('open', 'appels permis', 'calls allowed')],
  }),
  term('calling.attemptsPerProspect', 'Tentatives par fiche, au plus', 'Attempts per prospect, at most', integer(1, 20)),
  term('calling.hoursBetweenAttempts', 'Délai entre deux tentatives', 'Delay between two attempts', integer(0, 720, 'hours')),
  term('calling.presentedNumber', 'Numéro présenté', 'Presented number', text),
  term('calling.script.required', 'Les appels suivent un script', 'Calls follow a script', yesNo),
  term('calling.script.approvedByClient', 'Le client approuve le script', 'The client approves the script', yesNo),
  term('calling.recording.requiredForBilling', 'Enregistrement exigé pour facturer', 'Recording required for billing', yesNo),
  term('calling.recording.retentionDays', 'Conservation des enregistrements', 'Recordings kept for', integer(1, 180, 'days')),
  term('calling.recording.purpose', 'Finalité de l’enregistrement', 'Purpose of the recording', text),
  term('volumes.period', 'Période des volumes', 'Period of the volumes', {
    kind: 'choice',
    options: [
      option('mission', 'toute la mission', 'the whole mission'),
      option('month', 'le mois', 'the month'),
      option('week', 'la semaine', 'the week'),
    ],
  }),
  term('volumes.calls', 'Volume d’appels', 'Calls', integer(1, 1_000_000, 'calls', true)),
  term('volumes.hours', 'Heures d’appel', 'Calling hours', integer(1, 100_000, 'hours', true)),
  term('volumes.appointments', 'Volume de rendez-vous', 'Appointments', integer(1, 100_000, 'appointments', true)),
  term('volumes.warnAtPercent', 'Alerte à', 'Warning at', integer(50, 100, 'percent')),
  term('appointments.definition', 'Définition du rendez-vous qualifié', 'Definition of a qualified appointment', longText),
  term('appointments.review.workingDays', 'Délai de validation', 'Review delay', integer(1, 15, 'working_days')),
  term('appointments.review.untilTime', 'Heure limite de validation', 'Review until', { kind: 'time' }),
  term('appointments.review.silence', 'Silence du client', 'The client’s silence', {
    kind: 'choice',
    options: [option('accepted', 'vaut acceptation', 'means acceptance'), option('refused', 'vaut refus', 'means refusal')],
  }),
  term('appointments.contest.workingDays', 'Délai de contestation', 'Contest delay', integer(1, 15, 'working_days')),
  term('appointments.arbiter.name', 'Arbitre', 'Arbiter', text),
  term('appointments.arbiter.email', 'Courriel de l’arbitre', 'Arbiter’s e-mail', text),
  term('appointments.noShow.treatment', 'Rendez-vous non honoré', 'No-show', {
    kind: 'choice',
    options: [
      option('billed', 'reste dû', 'remains due'),
      option('replaced', 'remplacé sans frais', 'replaced free of charge'),
      option('credited', 'fait l’objet d’un avoir', 'is credited'),
    ],
  }),
  term(
    'appointments.noShow.reportWithinHours',
    'Signalement d’un rendez-vous non honoré',
    'No-show reported within',
    integer(1, 240, 'hours'),
  ),
  term('reporting.frequency', 'Fréquence des comptes rendus', 'Frequency of reports', {
    kind: 'choice',
    options: [
      option('weekly', 'hebdomadaire', 'weekly'),
      option('biweekly', 'bimensuelle', 'every two weeks'),
      option('monthly', 'mensuelle', 'monthly'),
    ],
  }),
  term('reporting.contents', 'Contenu des comptes rendus', 'Contents of reports', {
    kind: 'choices',
    options: [
      option('attempts', 'appels passés', 'calls made'),
      option('answer_rate', 'taux de décroché', 'answer rate'),
      option('refusal_reasons', 'motifs de refus', 'reasons for refusal'),
      option('appointments', 'rendez-vous posés', 'appointments booked'),
      option('opportunities', 'opportunités détectées', 'opportunities found'),
      option('file_quality', 'qualité du fichier', 'quality of the file'),
    ],
  }),
  term('reporting.channel', 'Canal des comptes rendus', 'Channel of reports', {
    kind: 'choice',
    options: [
      option('email', 'courriel', 'e-mail'),
      option('portal', 'espace du Client', 'the Client’s space'),
      option('email_and_portal', 'courriel et espace du Client', 'e-mail and the Client’s space'),
    ],
  }),
  term('reporting.dueWorkingDays', 'Compte rendu remis sous', 'Report delivered within', integer(0, 10, 'working_days')),
  term('reporting.meetings', 'Points de suivi', 'Follow-up meetings', text),
  term('price.rebillableExpenses', 'Frais refacturables', 'Rebillable expenses', text),
  term('price.revision', 'Révision du prix', 'Price revision', text),
  term('payment.delay.days', 'Délai de règlement', 'Payment delay', integer(0, 60, 'days')),
  term('payment.delay.method', 'Calcul du délai de règlement', 'How the payment delay is counted', {
    kind: 'choice',
    options: [
      option('net', 'à compter de la date de facture', 'from the invoice date'),
      option('end_of_month_A', 'jours, puis fin de mois', 'days, then end of month'),
      option('end_of_month_B', 'fin de mois, puis jours', 'end of month, then days'),
      option('end_of_month_A_then_10', 'jours, fin de mois, le 10', 'days, end of month, the 10th'),
    ],
  }),
  term('payment.means', 'Moyen de paiement', 'Means of payment', text),
  term('payment.recoveryIndemnityCents', 'Indemnité de recouvrement', 'Recovery indemnity', { kind: 'money' }),
  term('payment.receivableCapCents', 'Plafond de créances', 'Receivable ceiling', { kind: 'money', mayBeEmpty: true }),
  term(
    'changes.replyWorkingDays',
    'Réponse à une demande de changement',
    'Answer to a change request',
    integer(1, 15, 'working_days'),
  ),
  term('changes.scriptVersionsIncluded', 'Versions du script comprises', 'Script versions included', integer(0, 20)),
  term('changes.whenFileIsBad', 'Si le fichier est mauvais', 'If the file is bad', longText),
  term('changes.whenScriptChanges', 'Si le script change', 'If the script changes', longText),
  term('changes.whenTargetWidens', 'Si la cible s’élargit', 'If the target widens', longText),
  term('termination.providerNoticeDays', 'Préavis du prestataire', 'Provider’s notice', integer(0, 365, 'days')),
  term('termination.clientNoticeDays', 'Préavis du client', 'Client’s notice', integer(0, 365, 'days')),
  term('termination.consequence', 'Ce qui reste dû à la fin', 'What remains due at the end', longText),
  term('data.enrichedFileOwner', 'Le fichier enrichi appartient', 'The enriched file belongs', owners),
  term('data.scriptsOwner', 'Les scripts appartiennent', 'The scripts belong', owners),
  term('data.recordingsOwner', 'Les enregistrements appartiennent', 'The recordings belong', owners),
  term('data.processing.purpose', 'Finalité du traitement', 'Purpose of the processing', longText),
  term('data.processing.personalData', 'Données traitées', 'Data processed', longText),
  term('data.processing.persons', 'Personnes concernées', 'Persons concerned', longText),
  term('data.processing.subProcessors', 'Sous-traitants ultérieurs', 'Sub-processors', text),
  term('data.processing.securityMeasures', 'Mesures de sécurité', 'Security measures', longText),
  term('data.processing.returnWithinDays', 'Restitution des données sous', 'Data returned within', integer(1, 90, 'days')),
  term('confidentiality.years', 'Confidentialité après la fin', 'Confidentiality after the end', integer(1, 10, 'years')),
  term('liability.capCents', 'Plafond de responsabilité', 'Liability ceiling', { kind: 'money', mayBeEmpty: true }),
  term('liability.insurance', 'Assurance', 'Insurance', text),
];

/** The conditions of clauses of choice: discussed only where the document holds one of them. */
export const termsOfChoice: readonly NegotiableTerm[] = [
  term('nonSolicitation.months', 'Durée de non-sollicitation', 'Non-solicitation period', integer(1, 36, 'months')),
  term('intellectualProperty.purpose', 'Usage des créations', 'What creations are used for', longText),
  term('intellectualProperty.territory', 'Territoire des droits', 'Territory of the rights', text),
  term('intellectualProperty.years', 'Durée des droits', 'Duration of the rights', integer(1, 70, 'years')),
];

type Keyed = { id: string; label: string };
type Lists = {
  /** A framework: the conditions on which it is silent are left to each order, and are not discussed on it. */
  framework?: { priceGrid: readonly Keyed[]; commitment: object | null };
  appointments?: { criteria?: readonly (Keyed & { definition: string })[] };
  price?: { lines?: readonly Keyed[] };
  milestones?: readonly Keyed[];
  indicators?: readonly { formula: string; label: string; target: { min: number | null; max: number | null } | null }[];
  payment?: { penalty?: { kind: string } };
};

/** What can be discussed in these conditions: the single ones, then each price, share, criterion and target by its name. */
export const negotiableTerms = (terms: Readonly<Record<string, unknown>>): readonly NegotiableTerm[] => {
  const { framework, appointments, price, milestones, indicators, payment } = terms as Lists;
  const named = (words: Words, label: string): Words => ({ fr: `${words.fr}, « ${label} »`, en: `${words.en}, “${label}”` });
  const each = <Item extends { label: string }>(
    items: readonly Item[] | undefined,
    key: (item: Item) => string,
    base: string,
    suffix: string,
    words: Words,
    field: TermField,
  ): NegotiableTerm[] =>
    (items ?? []).map((item) => ({ path: `${base}.${key(item)}.${suffix}`, field, ...named(words, item.label) }));
  const byId = ({ id }: Keyed) => id;
  const penalty: NegotiableTerm[] =
    {
      ecb_plus_points: [
        term('payment.penalty.points', 'Majoration des pénalités de retard', 'Late-penalty increase', integer(0, 30, 'points')),
      ],
      times_legal: [term('payment.penalty.times', 'Pénalités de retard', 'Late penalties', integer(3, 10, 'times'))],
      fixed_rate: [
        term('payment.penalty.rateBp', 'Taux des pénalités de retard', 'Late-penalty rate', { kind: 'rate' as const }),
      ],
    }[payment?.penalty?.kind as 'fixed_rate'] ?? [];
  const priced = { fr: 'Prix unitaire HT', en: 'Unit price' };
  return [
    ...(framework ? frameTerms : []),
    ...each(framework?.priceGrid, byId, 'framework.priceGrid', 'unitPriceCents', priced, { kind: 'money' }),
    ...(framework?.commitment ? commitmentTerms : []),
    ...(framework ? single.filter(({ path }) => termAt(terms, path) !== undefined) : single),
    ...termsOfChoice.filter(({ path }) => termAt(terms, path) !== undefined),
    ...each(appointments?.criteria, byId, 'appointments.criteria', 'definition', { fr: 'Critère', en: 'Criterion' }, longText),
    ...each(price?.lines, byId, 'price.lines', 'unitPriceCents', priced, { kind: 'money' }),
    ...each(price?.lines, byId, 'price.lines', 'quantity', { fr: 'Quantité', en: 'Quantity' }, integer(1, 100_000)),
    ...each(milestones, byId, 'milestones', 'sharePercent', { fr: 'Part du jalon', en: 'Share' }, integer(0, 100, 'percent')),
    ...each(
      indicators?.filter(({ target }) => target?.min != null),
      ({ formula }) => formula,
      'indicators',
      'target.min',
      { fr: 'Cible minimale', en: 'Lowest target' },
      integer(0, 1_000_000),
    ),
    ...penalty,
  ];
};

/** What a condition is called in a sentence; undefined where it cannot be discussed on its own. */
export const negotiableTerm = (terms: Readonly<Record<string, unknown>>, path: TermPath): NegotiableTerm | undefined =>
  negotiableTerms(terms).find((candidate) => candidate.path === path);
