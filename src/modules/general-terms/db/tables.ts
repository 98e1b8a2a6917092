import type { FileId, TenantId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';

export type GeneralTermsTables = {
  general_terms_editions: {
    tenant_id: TenantId;
    edition: number;
    published_at: Instant;
    published_on: CivilDate;
    note: string;
    /** jsonb: written as JSON text, read as a value. */
    content: unknown;
    content_sha256: string;
    file_id: FileId;
    file_sha256: string;
    byte_length: number;
  };
};
