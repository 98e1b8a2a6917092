import type { Language } from '../../../shared/refusal.ts';

/** The fixed headings of every quote, in reading order. */
export const headings = [
  'context',
  'objectives',
  'scope',
  'deliverables',
  'planning',
  'results',
  'reporting',
  'price',
  'payment',
  'changes',
  'termination',
  'data',
] as const;
export type Heading = (typeof headings)[number];

export const headingTitles: Record<Heading, Record<Language, string>> = {
  context: { fr: 'Contexte', en: 'Context' },
  objectives: { fr: 'Objectifs', en: 'Objectives' },
  scope: { fr: 'Périmètre', en: 'Scope' },
  deliverables: { fr: 'Livrables', en: 'Deliverables' },
  planning: { fr: 'Planning et volumes', en: 'Schedule and volumes' },
  results: { fr: 'Rendez-vous et indicateurs', en: 'Appointments and indicators' },
  reporting: { fr: 'Comptes rendus', en: 'Reporting' },
  price: { fr: 'Prix', en: 'Price' },
  payment: { fr: 'Modalités de paiement', en: 'Payment' },
  changes: { fr: 'Hypothèses et ajustements', en: 'Assumptions and changes' },
  termination: { fr: 'Résiliation', en: 'Termination' },
  data: { fr: 'Données et confidentialité', en: 'Data and confidentiality' },
};

type Label = { heading: Heading; fr: string; en: string };
const label = (heading: Heading, fr: string, en: string): Label => ({ heading, fr, en });

/** What each condition is called when it is missing or cited; the longest matching path wins. */
export const termLabels: Readonly<Record<string, Label>> = {
  'scope.context': label('context', 'le contexte de la mission', 'the context of the mission'),
  'scope.objectives': label('objectives', 'les objectifs', 'the objectives'),
  scope: label('scope', 'le périmètre', 'the scope'),
  'scope.included': label('scope', 'les tâches incluses', 'the tasks included'),
  'scope.excluded': label('scope', 'les exclusions (ce qui est hors périmètre)', 'the exclusions'),
  'scope.deliverables': label('deliverables', 'les livrables', 'the deliverables'),
  'scope.targets': label('scope', 'la cible à appeler', 'the target'),
  'scope.allowedDepartments': label('scope', 'les zones autorisées', 'the allowed areas'),
  'scope.forbiddenDepartments': label('scope', 'les zones interdites', 'the forbidden areas'),
  'scope.languages': label('scope', 'les langues', 'the languages'),
  'scope.channels': label('scope', 'les canaux', 'the channels'),
  'scope.fileSource': label('scope', 'la provenance du fichier', 'the source of the file'),
  'scope.fileSize': label('scope', 'la taille du fichier', 'the size of the file'),
  'scope.tools': label('scope', 'les outils utilisés', 'the tools used'),
  'scope.handOver': label('scope', 'l’articulation avec les équipes du client', 'the hand-over to the client’s teams'),
  period: label('planning', 'les dates de début et de fin', 'the start and end dates'),
  'calling.slots': label('planning', 'les créneaux d’appel', 'the calling slots'),
  'calling.publicHolidays': label('planning', 'les jours fériés', 'public holidays'),
  'calling.attemptsPerProspect': label('planning', 'le nombre de tentatives par fiche', 'the attempts per prospect'),
  'calling.hoursBetweenAttempts': label('planning', 'le délai entre deux tentatives', 'the delay between attempts'),
  'calling.presentedNumber': label('planning', 'le numéro présenté', 'the presented number'),
  'calling.script': label('planning', 'le script d’appel', 'the call script'),
  'calling.recording': label('data', 'l’enregistrement des appels', 'call recording'),
  'calling.suppressionLists': label('scope', 'le respect des listes d’opposition', 'the suppression lists'),
  calling: label('planning', 'les règles d’appel', 'the calling rules'),
  volumes: label('planning', 'les volumes par période', 'the volumes by period'),
  'appointments.definition': label(
    'results',
    'la définition du rendez-vous qualifié',
    'the definition of a qualified appointment',
  ),
  'appointments.criteria': label('results', 'les critères du rendez-vous qualifié', 'the criteria of a qualified appointment'),
  'appointments.review': label(
    'results',
    'le délai de validation et le sens du silence',
    'the review delay and what silence means',
  ),
  'appointments.contest': label('results', 'le délai de contestation', 'the contest delay'),
  'appointments.arbiter': label('results', 'l’arbitre', 'the arbiter'),
  'appointments.noShow': label('results', 'le sort du rendez-vous non honoré', 'what a no-show means'),
  appointments: label('results', 'la définition du rendez-vous qualifié', 'the definition of a qualified appointment'),
  indicators: label('results', 'les indicateurs', 'the indicators'),
  reporting: label('reporting', 'les comptes rendus (fréquence, contenu, canal)', 'the reports (frequency, content, channel)'),
  price: label('price', 'le prix', 'the price'),
  'price.lines': label('price', 'les lignes de prix', 'the price lines'),
  'price.vat': label('price', 'le régime de TVA', 'the VAT regime'),
  'price.rebillableExpenses': label('price', 'les frais refacturables', 'rebillable expenses'),
  'price.revision': label('price', 'les conditions de révision du prix', 'price revision'),
  milestones: label('payment', 'l’échéancier', 'the payment schedule'),
  payment: label('payment', 'les modalités de paiement', 'the payment terms'),
  'payment.delay': label(
    'payment',
    'le délai de règlement et sa méthode fin de mois',
    'the payment delay and its end-of-month method',
  ),
  'payment.penalty': label('payment', 'les pénalités de retard', 'the late-payment penalties'),
  'payment.recoveryIndemnityCents': label('payment', 'l’indemnité de recouvrement', 'the recovery indemnity'),
  'payment.means': label('payment', 'le moyen de paiement', 'the means of payment'),
  hypotheses: label('changes', 'les hypothèses de départ', 'the starting assumptions'),
  changes: label('changes', 'le mécanisme d’ajustement', 'the change mechanism'),
  termination: label('termination', 'la résiliation et les préavis', 'termination and notice'),
  data: label('data', 'la propriété des données', 'the ownership of data'),
  'data.processing': label(
    'data',
    'le traitement des données personnelles (RGPD, article 28)',
    'personal data processing (GDPR article 28)',
  ),
  confidentiality: label('data', 'la confidentialité', 'confidentiality'),
  liability: label('termination', 'la responsabilité', 'liability'),
  'termination.cureDays': label('termination', 'le délai de la mise en demeure', 'the time a formal notice leaves'),
  'termination.suspensionNoticeDays': label('termination', 'le préavis de suspension', 'the notice of a suspension'),
  intellectualProperty: label(
    'data',
    'les droits cédés (étendue, destination, lieu, durée)',
    'the rights assigned (extent, purpose, place, duration)',
  ),
  nonSolicitation: label('termination', 'la durée de non-sollicitation', 'the non-solicitation period'),
};

/** The label of a condition, by its longest known prefix: 'calling.slots.0.from' is « les créneaux d’appel ». */
export const labelOf = (path: string): Label => {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = termLabels[parts.slice(0, length).join('.')];
    if (found) return found;
  }
  return label('scope', path, path);
};
