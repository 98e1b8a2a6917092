import { sql } from 'kysely';
import type { Database } from '../db/index.ts';
import type { App } from './types.ts';

type Count = { count: number; seconds: number };

/** /healthz says whether this process can work; /metrics counts what it did, for the machine itself only. */
export const watchHealth = (app: App, db: Database): void => {
  const counts = new Map<string, Count>();

  app.addHook('onResponse', async (request, reply) => {
    const key = `method="${request.method}",route="${request.routeOptions.url ?? 'none'}",status="${reply.statusCode}"`;
    const seen = counts.get(key) ?? { count: 0, seconds: 0 };
    counts.set(key, { count: seen.count + 1, seconds: seen.seconds + reply.elapsedTime / 1000 });
  });

  app.get('/healthz', { logLevel: 'silent' }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(db.shared);
      return { status: 'ok', database: 'ok' };
    } catch {
      return reply.status(503).send({ status: 'degraded', database: 'unreachable' });
    }
  });

  app.get('/metrics', { logLevel: 'silent' }, async (request, reply) => {
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)) return reply.callNotFound();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metricsText(counts));
  });
};

const metricsText = (counts: ReadonlyMap<string, Count>): string => {
  const lines = ['# TYPE cadran_http_requests_total counter', '# TYPE cadran_http_request_seconds_total counter'];
  for (const [labels, { count, seconds }] of counts) {
    lines.push(
      `cadran_http_requests_total{${labels}} ${count}`,
      `cadran_http_request_seconds_total{${labels}} ${seconds.toFixed(4)}`,
    );
  }
  lines.push('# TYPE process_resident_memory_bytes gauge', `process_resident_memory_bytes ${process.memoryUsage.rss()}`);
  lines.push('# TYPE process_uptime_seconds gauge', `process_uptime_seconds ${process.uptime().toFixed(0)}`);
  return `${lines.join('\n')}\n`;
};
