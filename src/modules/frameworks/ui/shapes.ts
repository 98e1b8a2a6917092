import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { FrameworkDraft, FrameworkFinding, FrameworkStatus } from '../index.ts';

/** What the API answers, as these screens read it. */
export type FrameworkRow = {
  id: string;
  dossierId: string;
  clientId: string;
  title: string;
  status: FrameworkStatus;
  number: string | null;
  validUntil: CivilDate | null;
  startsOn: CivilDate | null;
  endsOn: CivilDate | null;
  noticeBy: CivilDate | null;
  createdAt: Instant;
  documentId: string | null;
};
export type FrameworkView = FrameworkRow & {
  draft: FrameworkDraft;
  selection: object | null;
  revision: number;
  signatureRequestId: string | null;
  renewals: number;
  renewalStoppedOn: CivilDate | null;
  closedReason: string | null;
  findings: FrameworkFinding[];
  today: CivilDate;
};
export type ClientLine = { clientId: string; dossierId: string; name: string; city: string };
export type OrderLine = { id: string; title: string; number: string | null; status: string; netCents: number };
