import pg from 'pg';
import { LIVE_CHANNEL } from '../db/open.ts';
import type { Live, LiveTopic } from './index.ts';

const keyOf = ({ tenantId, topic }: LiveTopic) => `${tenantId} ${topic}`;

/** Listens on one direct connection, and opens another when it is lost. NOTIFY is a hint: screens also poll. */
export const openLive = (connection: pg.ClientConfig, onError: (error: unknown) => void = () => {}): Live => {
  const subscribers = new Map<string, Set<() => void>>();
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const tell = (callbacks: Iterable<() => void>) => {
    for (const callback of callbacks) {
      try {
        callback();
      } catch (error) {
        onError(error);
      }
    }
  };

  const connect = async () => {
    const next = new pg.Client({ ...connection, keepAlive: true });
    client = next;
    next.on('notification', ({ payload }) => tell([...(subscribers.get(keyOf(JSON.parse(payload ?? '{}') as LiveTopic)) ?? [])]));
    next.on('error', onError);
    next.on('end', () => {
      if (!closed && client === next) later();
    });
    try {
      await next.connect();
      await next.query(`listen ${LIVE_CHANNEL}`);
      // Whatever was announced while nobody listened is lost: every screen reads again.
      tell([...subscribers.values()].flatMap((callbacks) => [...callbacks]));
    } catch (error) {
      onError(error);
      void next.end().catch(() => {}); // never settles when the connection was refused
      if (!closed && client === next) later();
    }
  };

  const later = () => {
    clearTimeout(retry);
    retry = setTimeout(() => void (ready = connect()), 1_000);
    retry.unref();
  };

  let ready = connect();
  return {
    ready,
    subscribe: (topic, callback) => {
      const key = keyOf(topic);
      const callbacks = subscribers.get(key) ?? new Set();
      subscribers.set(key, callbacks.add(callback));
      return () => {
        callbacks.delete(callback);
        if (callbacks.size === 0 && subscribers.get(key) === callbacks) subscribers.delete(key);
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await ready;
      await Promise.race([client?.end().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 500).unref())]);
    },
  };
};
