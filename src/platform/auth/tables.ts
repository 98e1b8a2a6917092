import type { ColumnType } from 'kysely';
import type { ClientId, ContactId, TenantId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { LinkPurpose } from './access-links.ts';

type Later<T> = ColumnType<T | null, T | null | undefined, T | null>;

export type LinkRow = {
  tenant_id: TenantId;
  id: string;
  token_hash: string;
  purpose: LinkPurpose;
  subject_type: string | null;
  subject_id: string | null;
  client_id: ClientId | null;
  contact_id: ContactId | null;
  signer_id: string | null;
  user_id: UserId | null;
  display_name: string;
  email: string;
  single_use: boolean;
  expires_at: Instant;
  created_at: Instant;
  first_used_at: Instant | null;
  revoked_at: Instant | null;
};

export type AuthTables = {
  access_links: Omit<LinkRow, 'first_used_at' | 'revoked_at'> & { first_used_at: Later<Instant>; revoked_at: Later<Instant> };
  guest_sessions: {
    tenant_id: TenantId;
    id: string;
    token_hash: string;
    link_id: string;
    expires_at: Instant;
    created_at: Instant;
    ended_at: Later<Instant>;
  };
};
