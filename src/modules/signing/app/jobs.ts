import { jobNamed } from '../../../platform/jobs/index.ts';
import type { SignatoryId, SignatureRequestId } from '../domain/signature-request.ts';

type OfRequest = { requestId: SignatureRequestId };

/** The mails with the personal links of those whose turn it is and who have none; `again`: also this person, though they had one. */
export const sendSigningLink = jobNamed<OfRequest & { again?: SignatoryId }>('send-signing-link');
/** Seals the PDF for each person who has signed, in order. */
export const sealSignatures = jobNamed<OfRequest>('seal-signatures');
/** Renders and files the evidence page, then sends the final files to both. */
export const fileEvidence = jobNamed<OfRequest>('file-signing-evidence');
