import { record, refuse } from '../../../shared/decision.ts';
import type { UserId } from '../../../shared/ids.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import { type VigilanceDocumentDeposited, type VigilanceKind, validThrough } from './vigilance-document.ts';

export type DepositDocument = {
  documentId: string;
  kind: VigilanceKind;
  issuedOn: CivilDate;
  securityCode: string | null;
  mediaType: string;
  sha256: string;
  by: UserId;
};

const readable = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** Spaces and hyphens are for the eye: the code is letters and figures. */
export const compactCode = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();

/** A document is taken when it can be read, is not older than six months and, for the Urssaf’s, carries the code that proves it. */
export const depositDocument = (command: DepositDocument, { now }: { now: Instant }) => {
  const today = civilDateOf(now);
  if (!readable.has(command.mediaType)) return refuse('vigilance_file_type');
  if (command.issuedOn > today) return refuse('vigilance_issued_later', { issuedOn: command.issuedOn });
  const through = validThrough(command.issuedOn);
  if (through < today) return refuse('vigilance_too_old', { issuedOn: command.issuedOn, validThrough: through });
  if (command.kind === 'urssaf' && !/^[A-Z0-9]{8,20}$/.test(compactCode(command.securityCode ?? '')))
    return refuse('vigilance_code_required');
  const { documentId, kind, issuedOn, sha256, by } = command;
  return record<VigilanceDocumentDeposited>({
    type: 'VigilanceDocumentDeposited',
    documentId,
    kind,
    issuedOn,
    validThrough: through,
    sha256,
    by,
  });
};
