import { addDays, type CivilDate } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';

/**
 * What a new quote starts from: the article's own plan (30 % at signature, 40 % at mid-campaign, the balance on the final
 * report; weekly reports; 30 days end of month). What only the two parties know is left empty, and asked for.
 */
export const defaultDraft = ({ today, vatRegime }: { today: CivilDate; vatRegime: 'real' | 'franchise' }): DraftTerms => ({
  scope: {
    missionKind: 'telephone_prospecting',
    objectives: [],
    included: [
      'Appels sortants auprès du fichier fourni',
      'Qualification de chaque fiche appelée',
      'Prise de rendez-vous pour les commerciaux du client',
    ],
    excluded: ['Négociation commerciale et vente', 'Achat ou location de fichiers', 'Appels de particuliers'],
    deliverables: ['Fichier mis à jour au format CSV', 'Comptes rendus hebdomadaires en PDF', 'Rapport final de campagne'],
    channels: ['phone'],
    allowedDepartments: [],
    forbiddenDepartments: [],
    languages: ['fr'],
    tools: 'Outil d’appel et tableau de bord du prestataire',
    handOver: 'Rendez-vous transmis dès leur prise, avec une fiche de synthèse',
    fileSource: 'Fichier fourni par le client',
  },
  period: { startsOn: addDays(today, 14), endsOn: addDays(today, 44) },
  calling: {
    slots: [
      { days: [1, 2, 3, 4, 5], from: '09:30', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '14:00', to: '18:00' },
    ],
    publicHolidays: 'closed',
    attemptsPerProspect: 4,
    hoursBetweenAttempts: 20,
    script: { required: true, approvedByClient: true },
    recording: {
      policy: 'appointments_only',
      requiredForBilling: false,
      retentionDays: 30,
      purpose: 'Validation des rendez-vous et règlement des contestations',
    },
    suppressionLists: 'enforced',
  },
  volumes: { period: 'mission', calls: 1500, hours: 40, appointments: 20, warnAtPercent: 80 },
  appointments: {
    criteria: [
      { id: 'decideur', label: 'Décideur', definition: 'L’interlocuteur décide de l’achat ou le prescrit dans son entreprise.' },
      {
        id: 'besoin',
        label: 'Besoin identifié',
        definition: 'Un besoin couvert par l’offre du client a été exprimé pendant l’appel.',
      },
      {
        id: 'interet',
        label: 'Intérêt pour un prochain échange',
        definition: 'L’interlocuteur a accepté une date et une heure précises.',
      },
    ],
    review: { workingDays: 2, untilTime: '18:00', silence: 'accepted' },
    contest: { workingDays: 2 },
    noShow: { treatment: 'billed', reportWithinHours: 24 },
  },
  indicators: [
    { formula: 'T', label: 'Appels passés', nature: 'engaged', target: { min: 1500, max: null }, payLink: 'forfait' },
    {
      formula: 'C_PER_DAY',
      label: 'Conversations utiles par jour',
      nature: 'followed',
      target: { min: 20, max: 30 },
      payLink: 'forfait',
    },
    { formula: 'RA', label: 'Rendez-vous acceptés', nature: 'followed', target: null, payLink: 'per_appointment' },
  ],
  reporting: {
    frequency: 'weekly',
    contents: ['attempts', 'answer_rate', 'refusal_reasons', 'appointments', 'opportunities'],
    channel: 'email_and_portal',
    format: 'pdf',
    dueWorkingDays: 3,
    meetings: 'Point téléphonique de 20 minutes chaque semaine',
  },
  price: {
    model: 'mixed',
    lines: [
      { id: 'forfait', kind: 'forfait', label: 'Forfait de prospection : 40 heures d’appels, 1 500 appels', quantity: 1 },
      { id: 'rendez-vous', kind: 'appointment', label: 'Rendez-vous qualifié et accepté', quantity: 20 },
    ],
    rebillableExpenses: 'Aucun frais refacturable',
    revision: 'Prix fermes pendant la durée de la mission',
    vat: { regime: vatRegime, rateBp: vatRegime === 'real' ? 2000 : 0 },
  },
  milestones: [
    { id: 'acompte', label: 'Acompte à la signature', kind: 'acompte', sharePercent: 30, trigger: { on: 'signature' } },
    {
      id: 'mi-campagne',
      label: 'Mi-campagne : 750 appels passés',
      kind: 'intermediate',
      sharePercent: 40,
      trigger: { on: 'calls_reached', calls: 750 },
    },
    {
      id: 'solde',
      label: 'Solde à la remise du rapport final',
      kind: 'balance',
      sharePercent: 30,
      trigger: { on: 'final_report' },
    },
  ],
  payment: {
    depositDue: 'on_receipt',
    delay: { days: 30, method: 'end_of_month_A' },
    means: 'Virement bancaire',
    penalty: { kind: 'ecb_plus_points', points: 10, mode: 'floating' },
    recoveryIndemnityCents: 4000,
    earlyPaymentDiscount: 'none',
    receivableCapCents: null,
  },
  hypotheses: [
    {
      id: 'faux-numeros',
      measure: 'wrong_number_rate',
      comparison: 'at_most',
      thresholdBp: 1500,
      effect: 'Ouverture de la clause de révision et proposition d’avenant',
    },
  ],
  changes: {
    replyWorkingDays: 2,
    scriptVersionsIncluded: 2,
    whenFileIsBad: 'Le prestataire suspend les appels des fiches en défaut et le client fournit un fichier corrigé',
    whenScriptChanges: 'Toute nouvelle version est validée par les deux parties avant son premier appel',
    whenTargetWidens: 'Un avenant fixe le volume et le prix des appels supplémentaires avant tout appel',
  },
  termination: {
    providerNoticeDays: 15,
    clientNoticeDays: 15,
    consequence: 'Les prestations réalisées et les rendez-vous acceptés restent dus',
  },
  data: {
    enrichedFileOwner: 'client',
    scriptsOwner: 'provider',
    recordingsOwner: 'client',
    processing: {
      purpose: 'Prospection commerciale par téléphone pour le compte du client',
      personalData: 'Identité, fonction, coordonnées professionnelles, échanges téléphoniques',
      persons: 'Interlocuteurs professionnels des entreprises du fichier',
      subProcessors: 'Aucun sous-traitant ultérieur',
      securityMeasures: 'Accès nominatifs, chiffrement des enregistrements, journal des écoutes',
      returnWithinDays: 30,
    },
  },
  confidentiality: { years: 3 },
  liability: { capCents: null, insurance: 'Responsabilité civile professionnelle souscrite par le prestataire' },
});
