import { jobNamed } from '../../../platform/jobs/index.ts';
import type { SignatureRequestId } from '../domain/signature-request.ts';

type OfRequest = { requestId: SignatureRequestId };

/** The mail with the client's personal link. */
export const sendSigningLink = jobNamed<OfRequest>('send-signing-link');
/** Seals the PDF for each party who has signed, in order. */
export const sealSignatures = jobNamed<OfRequest>('seal-signatures');
/** Renders and files the evidence page, then sends the final files to both. */
export const fileEvidence = jobNamed<OfRequest>('file-signing-evidence');
