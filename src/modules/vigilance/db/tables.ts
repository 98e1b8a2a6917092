import type { ClientId, FileId, TenantId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { VigilanceCheck, VigilanceKind } from '../domain/vigilance-document.ts';

export type VigilanceTables = {
  vigilance_documents: {
    tenant_id: TenantId;
    id: string;
    kind: VigilanceKind;
    file_id: FileId;
    file_name: string;
    sha256: string;
    byte_length: number;
    media_type: string;
    issued_on: CivilDate;
    valid_through: CivilDate;
    security_code: string | null;
    deposited_at: Instant;
  };
  vigilance_checks: {
    tenant_id: TenantId;
    document_id: string;
    client_id: ClientId;
    verdict: VigilanceCheck['verdict'];
    checked_by: string;
    checked_at: Instant;
  };
  vigilance_reminders: {
    tenant_id: TenantId;
    kind: VigilanceKind;
    valid_through: CivilDate;
    step: number;
    sent_at: Instant;
  };
};
