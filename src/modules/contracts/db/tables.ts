import type { Instant } from '../../../shared/time.ts';
import type { DossierId, MissionId, TenantId } from '../../../shared/ids.ts';

export type ContractsTables = {
  terms_versions: {
    tenant_id: TenantId;
    mission_id: MissionId;
    version: number;
    dossier_id: DossierId;
    effective_at: Instant;
    content: string;
    sha256: string;
  };
};
