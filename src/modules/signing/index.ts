export type {
  AgreementSigned,
  DocumentSigned,
  EvidenceLevel,
  Party,
  Signatory,
  SignatureExtended,
  SignatoryId,
  SignatureRefused,
  SignatureRequest,
  SignatureRequestId,
  SignatureWithdrawn,
  SignedSubject,
  SigningFact,
  SigningState,
} from './domain/signature-request.ts';
export type { SigningCode } from './domain/signing-code.ts';
export { codeRules } from './domain/signing-code.ts';
export { consentText, consentTo } from './domain/consent.ts';
export type { ClauseToInitial } from './domain/initial-clause.ts';
export { type OptionsAsked, type OptionsTotal, type PriceOption, totalWithOptions } from './domain/options.ts';
export { otherSignatureBlocks, peopleAsked, type PlannedSignatory, signaturePlaces } from './domain/other-signatories.ts';
export { replacedReason, signaturesGiven, type VoidedSignature } from './domain/replaced-signatures.ts';
export { clausesToInitial } from './domain/risk-clauses.ts';
export { type Verdict, verdictTone } from './domain/verification.ts';
export type { LinkStanding } from './domain/link-help.ts';
export type { Stalled } from './domain/stalled.ts';
export { mayWithdrawAlone } from './domain/refuse-to-sign.ts';
export { reminderRules } from './domain/reminders.ts';
export { type SigningRole, type SigningVerb, step, transitions } from './domain/transitions.ts';
export { type SigningRefusal, refusals as signingRefusals } from './refusals.ts';
