import type { Tx } from '../db/transaction.ts';
import type { DossierId, TenantId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';

/** Something that happened: a past-tense type and JSON values. Never a secret, a code or a token. */
export type Fact = { readonly type: string };

/** Where and when a fact was recorded. */
export type Envelope = {
  tenantId: TenantId;
  dossierId: DossierId;
  stream: { type: string; id: string };
  version: number;
  seq: number;
  at: Instant;
};

export type Reaction = {
  readonly factType: string;
  readonly react: (tx: Tx, fact: any, envelope: Envelope) => Promise<void>;
};

/** What must follow a fact in the same transaction: if it fails, the fact did not happen either. Goes into `Wired.reactions`. */
export const onFact = <F extends Fact>(
  factType: F['type'],
  react: (tx: Tx, fact: F, envelope: Envelope) => Promise<void>,
): Reaction => ({ factType, react });
