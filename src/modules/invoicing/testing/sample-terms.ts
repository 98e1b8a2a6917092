import { Terms } from '../../contracts/index.ts';

/** The conditions of the canonical mission, as far as its money goes; the prose is boring on purpose. */
export const sampleTerms: Terms = Terms.parse({
  scope: {
    missionKind: 'telephone_prospecting',
    context: 'Prospection',
    objectives: ['Rendez-vous'],
    included: ['Appels'],
    excluded: ['Vente'],
    deliverables: ['Compte rendu'],
    targets: 'PME',
    channels: ['phone'],
    allowedDepartments: [],
    forbiddenDepartments: [],
    languages: ['fr'],
    tools: 'Téléphone',
    handOver: 'Par courriel',
    fileSource: 'Client',
    fileSize: 700,
  },
  period: { startsOn: '2026-03-09', endsOn: '2026-04-03' },
  calling: {
    slots: [{ days: [1, 2, 3, 4, 5], from: '09:30', to: '12:00' }],
    publicHolidays: 'closed',
    attemptsPerProspect: 4,
    hoursBetweenAttempts: 4,
    presentedNumber: 'Celui du prestataire',
    script: { required: true, approvedByClient: true },
    recording: { policy: 'appointments_only', requiredForBilling: false, retentionDays: 90, purpose: 'Preuve' },
    suppressionLists: 'enforced',
  },
  volumes: { period: 'mission', calls: 1500, hours: 40, appointments: 20, warnAtPercent: 80 },
  appointments: {
    definition: 'Un échange convenu avec un décideur',
    criteria: [{ id: 'decideur', label: 'Décideur', definition: 'Il décide' }],
    review: { workingDays: 2, untilTime: '18:00', silence: 'accepted' },
    contest: { workingDays: 2 },
    arbiter: { name: 'Me Martin', email: 'arbitre@example.fr' },
    noShow: { treatment: 'billed', reportWithinHours: 48 },
  },
  indicators: [],
  reporting: {
    frequency: 'weekly',
    contents: ['attempts'],
    channel: 'email',
    format: 'pdf',
    dueWorkingDays: 2,
    meetings: 'Un point par semaine',
  },
  price: {
    model: 'mixed',
    lines: [
      { id: 'forfait', kind: 'forfait', label: 'Forfait de 40 heures d’appel', quantity: 1, unitPriceCents: 160_000 },
      { id: 'rdv', kind: 'appointment', label: 'Rendez-vous validé', quantity: 20, unitPriceCents: 9_000 },
    ],
    rebillableExpenses: 'Aucun',
    revision: 'Aucune',
    vat: { regime: 'real', rateBp: 2000 },
  },
  milestones: [
    { id: 'signature', label: 'Acompte de 30 % à la signature', kind: 'acompte', sharePercent: 30, trigger: { on: 'signature' } },
    {
      id: 'mi-campagne',
      label: 'Mi-campagne : 40 % à 750 appels',
      kind: 'intermediate',
      sharePercent: 40,
      trigger: { on: 'calls_reached', calls: 750 },
    },
    { id: 'solde', label: 'Solde au compte rendu final', kind: 'balance', sharePercent: 30, trigger: { on: 'final_report' } },
  ],
  payment: {
    depositDue: 'on_receipt',
    delay: { days: 30, method: 'end_of_month_A' },
    means: 'Virement',
    penalty: { kind: 'ecb_plus_points', points: 10, mode: 'floating' },
    recoveryIndemnityCents: 4_000,
    earlyPaymentDiscount: 'none',
    receivableCapCents: null,
  },
  hypotheses: [],
  changes: {
    replyWorkingDays: 2,
    scriptVersionsIncluded: 2,
    whenFileIsBad: 'Révision',
    whenScriptChanges: 'Révision',
    whenTargetWidens: 'Avenant',
  },
  termination: { providerNoticeDays: 15, clientNoticeDays: 15, consequence: 'Paiement du réalisé' },
  data: {
    enrichedFileOwner: 'client',
    scriptsOwner: 'client',
    recordingsOwner: 'client',
    processing: {
      purpose: 'Prospection',
      personalData: 'Coordonnées',
      persons: 'Prospects',
      subProcessors: 'Aucun',
      securityMeasures: 'Chiffrement',
      returnWithinDays: 30,
    },
  },
  confidentiality: { years: 2 },
  liability: { capCents: null, insurance: 'RC Pro' },
});

type Price = Terms['price'];
type Wanted = {
  price?: Partial<Price>;
  milestones?: Terms['milestones'];
  payment?: Partial<Terms['payment']>;
  recordingRequired?: boolean;
};

/** The same conditions with another price, schedule or payment. */
export const termsWith = ({ price, milestones, payment, recordingRequired = false }: Wanted): Terms => ({
  ...sampleTerms,
  price: { ...sampleTerms.price, ...price },
  milestones: milestones ?? sampleTerms.milestones,
  payment: { ...sampleTerms.payment, ...payment },
  calling: {
    ...sampleTerms.calling,
    recording: { ...sampleTerms.calling.recording, requiredForBilling: recordingRequired },
  },
});
