import type { SignaturePlatform } from '../../../platform/signature/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { sealAlarm } from '../domain/seal-expiry.ts';

/** What seals the documents here, and how long it still may. */
export const readSeal = ({ certificate, authority }: SignaturePlatform, now: Instant) => ({
  certificate: {
    ...certificate,
    selfIssued: !certificate.imported || certificate.subject === certificate.issuer,
  },
  authority,
  ...sealAlarm(certificate.expiresAt, now),
  level: 'B-T' as const,
});
