import type { DraftTerms } from '../modules/contracts/index.ts';
import { Terms } from '../modules/contracts/index.ts';

/**
 * The canonical mission of the article: one month, 1 500 calls, a forfait of 40 call-hours plus a price per accepted
 * appointment, 30 % at signature, 40 % at mid-campaign, the balance on the final report.
 */
export const canonicalDraft = {
  scope: {
    missionKind: 'telephone_prospecting',
    context:
      'Le client développe ses ventes de logiciels de gestion auprès des PME et confie au prestataire la prise de rendez-vous de ses deux commerciaux.',
    objectives: [
      'Obtenir 20 rendez-vous qualifiés pour les commerciaux du client',
      'Qualifier le fichier fourni et en signaler les défauts',
    ],
    included: [
      'Appels sortants auprès du fichier fourni',
      'Qualification de chaque fiche appelée',
      'Prise de rendez-vous dans l’agenda du client',
      'Comptes rendus hebdomadaires et rapport final',
    ],
    excluded: ['Négociation commerciale et vente', 'Achat ou location de fichiers', 'Appels de particuliers'],
    deliverables: ['Fichier mis à jour au format CSV', 'Comptes rendus hebdomadaires en PDF', 'Rapport final de campagne'],
    targets: 'Dirigeants et directeurs commerciaux de PME de 10 à 200 salariés, France métropolitaine, tous secteurs marchands.',
    channels: ['phone'],
    allowedDepartments: [],
    forbiddenDepartments: ['2A', '2B'],
    languages: ['fr'],
    tools: 'Outil d’appel et tableau de bord du prestataire',
    handOver: 'Rendez-vous posés dans l’agenda partagé des commerciaux, fiche de synthèse jointe',
    fileSource: 'Fichier CSV fourni par le client',
    fileSize: 1500,
  },
  period: { startsOn: '2026-03-09', endsOn: '2026-04-03' },
  calling: {
    slots: [
      { days: [1, 2, 3, 4, 5], from: '09:30', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '14:00', to: '18:00' },
    ],
    publicHolidays: 'closed',
    attemptsPerProspect: 4,
    hoursBetweenAttempts: 20,
    presentedNumber: '+33199001234',
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
    definition:
      'Un rendez-vous qualifié est un échange daté, accepté par un décideur de la cible, portant sur un besoin identifié pendant l’appel.',
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
    arbiter: { name: 'Maître Hélène Roussel, médiatrice', email: 'arbitrage@exemple.fr' },
    noShow: { treatment: 'billed', reportWithinHours: 24 },
  },
  indicators: [
    { formula: 'T', label: 'Appels passés', nature: 'engaged', target: { min: 1500, max: null }, payLink: 'forfait' },
    {
      formula: 'C_PER_DAY',
      label: 'Conversations utiles par jour',
      nature: 'engaged',
      target: { min: 20, max: 30 },
      payLink: 'forfait',
    },
    {
      formula: 'RA',
      label: 'Rendez-vous acceptés',
      nature: 'followed',
      target: { min: 20, max: null },
      payLink: 'per_appointment',
    },
    { formula: 'K02', label: 'Taux de décroché sortant', nature: 'followed', target: null, payLink: 'none_informative' },
    { formula: 'K08', label: 'Rendez-vous honorés', nature: 'followed', target: null, payLink: 'none_informative' },
  ],
  reporting: {
    frequency: 'weekly',
    contents: ['attempts', 'answer_rate', 'refusal_reasons', 'appointments', 'opportunities', 'file_quality'],
    channel: 'email_and_portal',
    format: 'pdf',
    dueWorkingDays: 3,
    meetings: 'Point téléphonique de 20 minutes chaque lundi',
  },
  price: {
    model: 'mixed',
    lines: [
      {
        id: 'forfait',
        kind: 'forfait',
        label: 'Forfait de prospection : 40 heures d’appels, 1 500 appels',
        quantity: 1,
        unitPriceCents: 160_000,
      },
      { id: 'rendez-vous', kind: 'appointment', label: 'Rendez-vous qualifié et accepté', quantity: 20, unitPriceCents: 9_000 },
    ],
    rebillableExpenses: 'Aucun frais refacturable',
    revision: 'Prix fermes pendant la durée de la mission',
    vat: { regime: 'real', rateBp: 2000 },
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
    recoveryIndemnityCents: 4_000,
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
  liability: { capCents: 295_000, insurance: 'Responsabilité civile professionnelle souscrite par le prestataire' },
} satisfies DraftTerms;

export const canonicalTerms: Terms = Terms.parse(canonicalDraft);

/** The article's own bad example: 1 500 calls, and nothing on what an appointment is, on reporting or on late payment. */
export const vagueDraft: DraftTerms = {
  ...canonicalDraft,
  appointments: null,
  reporting: null,
  payment: { ...canonicalDraft.payment, penalty: null },
};
