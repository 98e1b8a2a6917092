import { record, refuse } from '../../../shared/decision.ts';
import { type CivilDate, type Instant, civilDateOf } from '../../../shared/time.ts';
import type { AgreementSigned, SignatureRequest } from './signature-request.ts';
import { step } from './transitions.ts';

export type PaperScanKind = 'application/pdf' | 'image/png' | 'image/jpeg';

/** What the first bytes say the file is; its name and the browser's word are not believed. */
export const scanKind = (bytes: Uint8Array): PaperScanKind | null => {
  const starts = (...prefix: number[]) => prefix.every((byte, index) => bytes[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return null;
};

/** A signature given by hand binds as well; what the file proves of it is the scan, and it is marked so. */
export const recordPaperSignature = (
  request: SignatureRequest,
  command: { signedOn: CivilDate; signatoryName: string; scan: PaperScanKind | null },
  { now }: { now: Instant },
) => {
  const reached = step(request, 'record_paper', 'owner', now);
  if (!reached.ok) return reached;
  if (command.scan === null) return refuse('scan_unreadable');
  if (command.signedOn > civilDateOf(now)) return refuse('paper_date_in_future');
  if (command.signatoryName.trim().length < 2) return refuse('paper_name_missing');
  return record<AgreementSigned>({
    type: 'AgreementSigned',
    requestId: request.id,
    subject: request.subject,
    documentId: request.documentId,
    contentSha256: request.contentSha256,
    signedAt: now,
    acceptedOn: command.signedOn,
    level: 'paper',
    // What was ticked by hand is on the scan; the screen had recorded nothing.
    ...(request.options ? { chosenOptions: [...(request.chosenOptions ?? [])] } : {}),
  });
};
