import type { ClientId, DossierId, MissionId, ReportId, TenantId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';

export type ReportingTables = {
  reports: {
    tenant_id: TenantId;
    id: ReportId;
    mission_id: MissionId;
    dossier_id: DossierId;
    client_id: ClientId;
    kind: 'weekly' | 'final';
    label: string;
    period_from: CivilDate;
    period_to: CivilDate;
    /** jsonb: written as JSON text, read as values. */
    snapshot: unknown;
    snapshot_sha256: string;
    notes: unknown;
    frozen_at: Instant;
  };
};
