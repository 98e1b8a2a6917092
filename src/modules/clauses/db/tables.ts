import type { ClientId, TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { LibraryKind } from '../domain/life.ts';
import type { ClauseState } from '../domain/clause.ts';

export type ClausesTables = {
  library_texts: {
    tenant_id: TenantId;
    kind: LibraryKind;
    id: string;
    shelf: string;
    copied_from: string | null;
    created_at: Instant;
  };
  library_versions: {
    tenant_id: TenantId;
    kind: LibraryKind;
    id: string;
    version: number;
    title: string;
    source: string;
    sha256: string;
    state: ClauseState;
    /** jsonb: written as JSON text, read as a value. */
    review: unknown;
    revision: number;
    updated_at: Instant;
    updated_by: string;
  };
  library_pilots: { tenant_id: TenantId; kind: LibraryKind; id: string; client_id: ClientId; since: Instant };
  library_reviews: { tenant_id: TenantId; clause_id: string; version: number; at: Instant; review: unknown };
  library_events: {
    tenant_id: TenantId;
    kind: LibraryKind;
    id: string;
    version: number;
    at: Instant;
    verb: string;
    by_name: string;
    detail: unknown;
  };
};
