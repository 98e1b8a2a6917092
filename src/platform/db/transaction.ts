import type { Kysely, Transaction } from 'kysely';
import type { Pool } from 'pg';
import type { Actor } from '../../shared/actor.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { Clock } from '../clock/index.ts';
import type { Reaction } from '../journal/reaction.ts';

/** One transaction of one tenant: everything written through it is kept together, or not at all. */
export type Tx = {
  /** Kysely bound to this transaction. Prefer `tables<MyTables>(tx)`, which knows the module's columns. */
  readonly sql: Transaction<any>;
  readonly tenantId: TenantId;
  /** Taken once from the clock when the transaction began. */
  readonly now: Instant;
  readonly actor: Actor;
  readonly hooks: TransactionHooks;
};

/** A read-only transaction that sees every tenant: deadline sweeps, and links looked up by token hash. It cannot write. */
export type SystemTx = {
  readonly sql: Transaction<any>;
  readonly now: Instant;
};

/** What the platform keeps beside a transaction; modules have no use for it. */
export type TransactionHooks = {
  readonly database: Database;
  readonly reactions: ReadonlyMap<string, readonly Reaction[]>;
  readonly announced: Set<string>;
  afterCommit(work: () => void | Promise<void>): void;
};

export type Database = {
  /** The only way to a tenant's rows: one transaction, row-level security on, rolled back when `work` throws. */
  withTenant<T>(tenantId: TenantId, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads across tenants, never writes. Use it to find which tenant is meant, then `withTenant`. */
  asSystem<T>(work: (tx: SystemTx) => Promise<T>): Promise<T>;
  /** Tables that belong to no tenant (sign-in accounts and sessions), created with `cadran_shared('table')`. Tenant rows
   * stay invisible here. Values keep node-postgres's own types (a timestamptz is a Date), as better-auth expects. */
  readonly shared: Kysely<any>;
  /** Registers the reactions of the modules, once, at start. */
  react(reactions: readonly Reaction[]): void;
  /** Tells one tenant another time, or with null the time of all: a demonstration's past is played while the others live on. */
  tellTime(tenantId: TenantId, clock: Clock | null): void;
  readonly clock: Clock;
  /** For the platform's own adapters (jobs). Without a tenant set, row-level security shows it no tenant row. */
  readonly pool: Pool;
  close(): Promise<void>;
};

/** The transaction, typed by the module's own `db/tables.ts`. */
export const tables = <Tables>(tx: { readonly sql: Transaction<any> }): Transaction<Tables> => tx.sql as Transaction<Tables>;
