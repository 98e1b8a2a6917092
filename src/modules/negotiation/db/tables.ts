import type { ColumnType } from 'kysely';
import type { DossierId, TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { ItemStatus, NegotiationParty, NegotiationVerb, Proposal, Target } from '../domain/negotiation.ts';

/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string | null, string | null>;

export type NegotiationTables = {
  negotiation_items: {
    tenant_id: TenantId;
    item_id: string;
    dossier_id: DossierId;
    subject_type: 'quote' | 'framework';
    subject_id: string;
    revision: number;
    included_in: number | null;
    target: Json<Target>;
    label: string;
    article: string | null;
    status: ItemStatus;
    opened_by: NegotiationParty;
    proposal: Json<Proposal | null>;
    proposed_by: NegotiationParty | null;
    answered_by: NegotiationParty | null;
    opened_at: Instant;
    updated_at: Instant;
    version: number;
  };
  negotiation_messages: {
    tenant_id: TenantId;
    item_id: string;
    seq: number;
    at: Instant;
    party: NegotiationParty;
    name: string;
    verb: NegotiationVerb;
    text: string;
    proposal: Json<Proposal | null>;
  };
  negotiation_news: {
    tenant_id: TenantId;
    news_id: string;
    subject_type: 'quote' | 'framework';
    subject_id: string;
    party: NegotiationParty;
    email: string;
    line: string;
    at: Instant;
    sent_at: Instant | null;
  };
};
