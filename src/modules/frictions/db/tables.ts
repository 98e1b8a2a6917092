import type { ClientId, DossierId, FrictionId, MissionId, TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { FrictionOrigin, FrictionRisk, FrictionState } from '../domain/friction.ts';

export type FrictionsTables = {
  frictions: {
    tenant_id: TenantId;
    id: FrictionId;
    key: string;
    title: string;
    risk: FrictionRisk;
    term_path: string | null;
    state: FrictionState;
    clause_id: string | null;
    clause_version: number | null;
    set_aside_reason: string | null;
    first_seen_at: Instant;
    last_seen_at: Instant;
  };
  friction_occurrences: {
    tenant_id: TenantId;
    friction_id: FrictionId;
    occurrence_id: string;
    origin: FrictionOrigin;
    at: Instant;
    words: string;
    ref: string | null;
    dossier_id: DossierId | null;
    mission_id: MissionId | null;
    client_id: ClientId | null;
  };
};
