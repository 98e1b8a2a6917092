import type { ColumnType } from 'kysely';
import type { MemberRole } from '../../../shared/actor.ts';
import type { ClientId, ContactId, DossierId, TenantId, UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { ClientIdentity, ProviderIdentity } from '../domain/identity.ts';
import type { MemberState } from '../domain/member.ts';

type Json<T> = ColumnType<T, string, string>;

export type PartiesTables = {
  organisations: {
    tenant_id: TenantId;
    name: string;
    identity: Json<ProviderIdentity>;
    is_demo: boolean;
    version: number;
    created_at: Instant;
    updated_at: Instant;
  };
  members: {
    tenant_id: TenantId;
    user_id: UserId;
    email: string;
    display_name: string;
    role: MemberRole;
    state: MemberState;
    invited_at: Instant;
    joined_at: Instant | null;
  };
  clients: {
    tenant_id: TenantId;
    id: ClientId;
    dossier_id: DossierId;
    name: string;
    siret: string | null;
    identity: Json<ClientIdentity>;
    version: number;
    created_at: Instant;
    updated_at: Instant;
  };
  contacts: {
    tenant_id: TenantId;
    id: ContactId;
    client_id: ClientId;
    kind: ContactKind;
    name: string;
    role: string | null;
    email: string;
    phone: string | null;
  };
  dossiers: { tenant_id: TenantId; id: DossierId; client_id: ClientId; opened_at: Instant };
};

export type ContactKind = 'signatory' | 'billing' | 'dpo';
