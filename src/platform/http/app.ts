import { randomUUID } from 'node:crypto';
import fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Platform } from '../platform.ts';
import { guardRoutes } from './access.ts';
import { answerErrors } from './errors.ts';
import { watchHealth } from './health.ts';
import { languageOf } from './language.ts';
import { describeApi } from './openapi.ts';
import { secure } from './security.ts';
import { closeStreams } from './sse.ts';
import { serveWeb } from './static-web.ts';
import type { App, Identify, Wired } from './types.ts';
import { acceptUploads } from './uploads.ts';

type Options = { /** Where Vite puts the screens. */ webDir: string; version: string };

/** The whole HTTP side, ready for `listen` or, in tests, for `inject`. */
export const buildApp = async (
  platform: Pick<Platform, 'db' | 'config' | 'log'>,
  wired: readonly Wired[],
  options: Options,
): Promise<App> => {
  const app = fastify({
    loggerInstance: platform.log.child({ part: 'http' }) as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 2 * 1024 * 1024,
    forceCloseConnections: 'idle',
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // A form of another site can send text/plain without asking first; JSON it cannot.
  app.removeContentTypeParser('text/plain');

  await secure(app, platform.config.publicUrl);
  app.decorateRequest('language', 'fr');
  app.addHook('onRequest', async (request, reply) => {
    request.language = languageOf(request);
    void reply.header('x-request-id', request.id);
  });
  app.addHook('preClose', async () => closeStreams());

  answerErrors(app);
  watchHealth(app, platform.db);
  await acceptUploads(app);
  await describeApi(app, options.version);
  await app.register(
    async (api) => {
      guardRoutes(api as App, identifyWith(wired), platform.config.publicUrl);
      api.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
      });
      for (const routes of wired.flatMap((module) => module.routes ?? [])) await api.register(routes as never);
    },
    { prefix: '/api/v1' },
  );
  await serveWeb(app, options.webDir);
  await app.ready();
  return app;
};

const identifyWith = (wired: readonly Wired[]): Identify => {
  const finders = wired.flatMap((module) => module.identify ?? []);
  return async (request) => (await Promise.all(finders.map((find) => find(request)))).flat();
};
