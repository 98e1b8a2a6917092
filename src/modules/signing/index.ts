export type {
  AgreementSigned,
  DocumentSigned,
  EvidenceLevel,
  Party,
  Signatory,
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
export { consentText } from './domain/consent.ts';
export { type SigningRole, type SigningVerb, step, transitions } from './domain/transitions.ts';
export { type SigningRefusal, refusals as signingRefusals } from './refusals.ts';
