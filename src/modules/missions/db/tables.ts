import type { ClientId, DossierId, MissionId, QuoteId, TenantId, UserId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { MissionStatus } from '../domain/mission.ts';

export type MissionsTables = {
  missions: {
    tenant_id: TenantId;
    id: MissionId;
    dossier_id: DossierId;
    client_id: ClientId;
    quote_id: QuoteId;
    name: string;
    status: MissionStatus;
    status_reason: string | null;
    opened_at: Instant;
    starts_on: CivilDate;
    ends_on: CivilDate;
    version: number;
  };
  mission_callers: { tenant_id: TenantId; mission_id: MissionId; user_id: UserId; display_name: string; admitted_at: Instant };
};
