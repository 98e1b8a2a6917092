import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { App } from './types.ts';

/** Headers that keep other sites out, and limits that keep guessing slow. */
export const secure = async (app: App, publicUrl: string): Promise<void> => {
  const overTls = publicUrl.startsWith('https:');
  await app.register(cookie);
  await app.register(helmet, {
    global: true,
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        // Positions computed by the components (menus, drag, virtual lists) are style attributes, which carry no code.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        ...(overTls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: overTls ? { maxAge: 15_552_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  // Before the plugin: it reads `config.rateLimit` in a hook of its own.
  app.addHook('onRoute', (route) => {
    const perMinute = route.config?.perMinute;
    if (perMinute) Object.assign(route.config!, { rateLimit: { max: perMinute, timeWindow: '1 minute' } });
  });
  await app.register(rateLimit, {
    global: true,
    // A ceiling for one address as a whole (an office shares one); the doors worth guessing at have their own, far lower.
    max: 60_000,
    timeWindow: '1 minute',
    keyGenerator: callerOf,
    allowList: (request) => request.url === '/healthz',
  });
};

const callerOf = (request: FastifyRequest): string => request.ip;
