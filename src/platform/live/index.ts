import type { TenantId } from '../../shared/ids.ts';
import type { Tx } from '../db/index.ts';

/** What an open screen can be told: "this changed, read it again". A hint, never the content. */
export type LiveTopic = { tenantId: TenantId; topic: string };

export type Live = {
  /** Calls back after each commit that announced the topic, and after a lost connection. Returns the way to stop. */
  subscribe(topic: LiveTopic, callback: () => void): () => void;
  /** Settled after the first attempt to listen. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
};

/** Tells open screens after the commit, for example `announce(tx, { topic: 'mission:' + missionId })`. Nothing is sent on rollback. */
export const announce = (tx: Tx, { topic }: { topic: string }): void => {
  tx.hooks.announced.add(topic);
};

export { openLive } from './listen.ts';
