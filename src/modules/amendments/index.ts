export type {
  Amendment,
  AmendmentFact,
  AmendmentId,
  AmendmentSigned,
  AmendmentStatus,
  AmendmentVerb,
  TermsAmended,
} from './domain/amendment.ts';
export { amendmentTransitions, may } from './domain/amendment.ts';
export type { ChangeRequest, ChangeRequestFact, RequestKind } from './domain/change-request.ts';
