export const factKinds = ['agreement', 'mission', 'prospects', 'calls', 'appointments', 'reports', 'invoices', 'file'] as const;
export type FactKind = (typeof factKinds)[number];

const typesOf: Record<FactKind, readonly string[]> = {
  agreement: [
    'QuoteDrafted',
    'QuoteSent',
    'QuoteSigned',
    'QuoteRefused',
    'QuoteExpired',
    'QuoteWithdrawn',
    'AmendmentDrafted',
    'AmendmentSent',
    'AmendmentSigned',
    'AmendmentRefused',
    'AmendmentExpired',
    'AmendmentWithdrawn',
    'AmendmentOvertaken',
    'TermsAmended',
    'ChangeRequested',
    'ChangeAnswered',
    'ChangeReplyOverdue',
    'SignatureRequested',
    'SignatureDocumentAttached',
    'ClauseInitialled',
    'ConsentGiven',
    'DocumentSigned',
    'AgreementSigned',
    'SignatureRefused',
    'SignatureWithdrawn',
    'SignatureDelegated',
    'DelegationRefused',
    'SignatureExtended',
  ],
  mission: [
    'MissionOpened',
    'MissionPaused',
    'MissionResumed',
    'MissionClosed',
    'CallerAdmitted',
    'MiseEnDemeureSent',
    'NoticeServed',
    'BreachCured',
    'BreachNotCured',
    'ResiliationNotified',
    'ResiliationWithdrawn',
    'ResiliationTookEffect',
    'ExecutionSuspended',
    'ExecutionResumed',
    'HandoverOpened',
    'HandoverItemDelivered',
    'DestructionOrdered',
    'HandoverItemDestroyed',
    'HandoverAttested',
    'DeadlineAlarmSent',
    'ScriptVersioned',
    'ScriptApproved',
  ],
  prospects: ['ProspectsImported', 'ProspectsImportUndone', 'ProspectSuppressed', 'SuppressionListRecorded'],
  calls: [
    'DialAllowed',
    'DialRefused',
    'CallEnded',
    'OutcomeRecorded',
    'CalleeObjected',
    'ProductionStopped',
    'RecordingSealed',
    'ListeningCopyMade',
    'RecordingListened',
    'RecordingPurged',
  ],
  appointments: [
    'AppointmentBooked',
    'AppointmentAccepted',
    'AppointmentRefused',
    'AppointmentContested',
    'AppointmentRuled',
    'MeetingReported',
  ],
  reports: ['ReportFrozen'],
  invoices: ['InvoiceIssued', 'CreditNoteIssued'],
  file: [
    'DossierOpened',
    'ClientAdded',
    'ClientEdited',
    'DocumentFrozen',
    'BundleExported',
    'PortalLinkSent',
    'VigilanceDocumentDeposited',
    'VigilanceDocumentChecked',
    'VigilanceReminded',
    'OrganisationRegistered',
    'OrganisationEdited',
    'MemberInvited',
    'MemberJoined',
    'MemberRemoved',
    'MemberRoleChanged',
  ],
};
const kinds = new Map(factKinds.flatMap((kind) => typesOf[kind].map((type) => [type, kind] as const)));

/** Every type of fact that the journals hold. */
export const factTypes: readonly string[] = [...kinds.keys()];

/** Under which heading a fact is read. A type added since is told with the file. */
export const kindOfFact = (type: string): FactKind => kinds.get(type) ?? 'file';

/** Who agreed to what: consents, signatures, approvals, answers to what was delivered. */
const validations = new Set([
  'ConsentGiven',
  'DocumentSigned',
  'AgreementSigned',
  'SignatureRefused',
  'QuoteSigned',
  'QuoteRefused',
  'ScriptApproved',
  'AppointmentAccepted',
  'AppointmentRefused',
  'AppointmentContested',
  'AppointmentRuled',
  'ChangeAccepted',
  'ChangeDeclined',
  'AmendmentSigned',
  'ClauseInitialled',
]);
export const isValidation = (type: string): boolean => validations.has(type);

/** What one reads first: everything but the calls and the lists of prospects, which are counted by thousands. */
export const isEssential = (type: string): boolean => !['calls', 'prospects'].includes(kindOfFact(type));
