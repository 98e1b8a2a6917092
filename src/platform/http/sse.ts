import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TenantId } from '../../shared/ids.ts';
import type { Live } from '../live/index.ts';

type Stream = {
  live: Live;
  tenantId: TenantId;
  /** `announce(tx, { topic })` on any of these makes the page read again. */
  topics: readonly string[];
  /** Reads afresh what the screen shows; it is sent when it changed. */
  read: () => Promise<unknown>;
  /** Reads again even when nothing was announced: an announcement is a hint and may be lost. */
  everySeconds?: number;
};

const openStreams = new Set<() => void>();

/** Keeps a screen up to date: sends `read()` now, after each announcement, and now and then. */
export const sse = (
  request: FastifyRequest,
  reply: FastifyReply,
  { live, tenantId, topics, read, everySeconds = 15 }: Stream,
): void => {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });

  let last = '';
  let reading = false;
  let again = false;
  const send = async () => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    try {
      const next = JSON.stringify(await read());
      if (next !== last) reply.raw.write(`data: ${next}\n\n`);
      else reply.raw.write(': ok\n\n');
      last = next;
    } catch (error) {
      // The next announcement or the next beat tries again; the screen keeps what it has.
      request.log.warn({ err: error, route: request.routeOptions.url }, 'live read failed');
      reply.raw.write(': retry\n\n');
    }
    reading = false;
    if (again) {
      again = false;
      void send();
    }
  };

  const unsubscribes = topics.map((topic) => live.subscribe({ tenantId, topic }, () => void send()));
  const beat = setInterval(() => void send(), everySeconds * 1000);
  const close = () => {
    clearInterval(beat);
    for (const unsubscribe of unsubscribes) unsubscribe();
    openStreams.delete(close);
    reply.raw.end();
  };
  openStreams.add(close);
  request.raw.on('close', close);
  void send();
};

/** Ends every open stream, so that the server can stop. */
export const closeStreams = (): void => {
  for (const close of [...openStreams]) close();
};
