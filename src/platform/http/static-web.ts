import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { no } from './answer.ts';
import { languageOf } from './language.ts';
import { doorRefusals } from './refusals.ts';
import type { App } from './types.ts';

/** The screens: files built by Vite, and index.html for every address that the router of the browser knows. */
export const serveWeb = async (app: App, webDir: string): Promise<void> => {
  const indexFile = join(webDir, 'index.html');
  let index: string | null = null;
  const built = existsSync(indexFile);
  if (built) {
    await app.register(fastifyStatic, {
      root: webDir,
      index: false,
      wildcard: false,
      globIgnore: ['index.html', '.vite/**'],
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Vite puts a hash of the content into every name under assets/.
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
        );
      },
    });
  }

  app.setNotFoundHandler((request, reply) => {
    request.language ??= languageOf(request);
    const isPage = request.method === 'GET' && !request.url.startsWith('/api') && !/\.[a-z0-9]{2,5}(\?|$)/i.test(request.url);
    if (!isPage) return no(doorRefusals, 'not_found');
    if (!built) return reply.status(503).type('text/html; charset=utf-8').send(notBuiltPage);
    index ??= readFileSync(indexFile, 'utf8');
    // Components that bring their own <style> read the nonce that Vite's `html.cspNonce` left in the page.
    const nonce = reply.cspNonce?.style ?? '';
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(index.replaceAll('__CSP_NONCE__', nonce));
  });
};

const notBuiltPage =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Cadran</title><p>Les écrans ne sont pas construits. Lancez <code>./cadran start</code>, qui s’en charge. L’API répond sous <a href="/api/docs">/api/docs</a>.</p></html>';
