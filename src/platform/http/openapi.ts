import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { App } from './types.ts';

/** The description of the API, drawn from the routes' own schemas: /api/openapi.json, browsable at /api/docs. */
export const describeApi = async (app: App, version: string): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cadran',
        version,
        description:
          'Du devis au dossier : tout ce que font les écrans passe par cette API. Les refus portent un code stable et une phrase (français ou anglais, selon `Accept-Language` ou le cookie `cadran_lang`).',
      },
      components: {
        securitySchemes: {
          member: {
            type: 'apiKey',
            in: 'cookie',
            name: 'cadran.session_token',
            description: 'Session d’un membre (POST /api/v1/sign-in).',
          },
          guest: {
            type: 'apiKey',
            in: 'cookie',
            name: 'cadran_guest',
            description: 'Session ouverte par un lien reçu (client, signataire).',
          },
        },
      },
    },
    transform: ({ schema: written, url, route, ...rest }) => {
      const schema = written ?? {};
      const allow = route.config?.allow;
      if (!allow) return { schema: { ...schema, hide: true } as never, url };
      const described = createJsonSchemaTransform({ skipList: [], ...conversion })({ schema, url, route, ...rest } as never);
      return {
        ...described,
        schema: { ...described.schema, security: securityOf(allow), description: roleSentence(schema, allow) } as never,
      };
    },
    transformObject: createJsonSchemaTransformObject(conversion),
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: docsPolicy,
    theme: { title: 'Cadran · API' },
    logo: { type: 'image/svg+xml', content: Buffer.from(wordmark), href: '/' },
    uiConfig: { docExpansion: 'none', deepLinking: true, validatorUrl: null as never, supportedSubmitMethods: [] },
  });
  app.get('/api/openapi.json', { schema: { hide: true } as never }, async () => app.swagger());
};

// A transformation (tidied text) is described by what it takes.
const conversion = { zodToJsonConfig: { unrepresentable: 'any' } as never };

// The page of swagger-ui writes its own style attributes and elements; it runs no inline script and calls nobody else.
const docsPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";
const wordmark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="32"><text x="0" y="23" font-family="sans-serif" font-size="22" font-weight="600" fill="#fff">Cadran</text></svg>';

const securityOf = (allow: readonly string[]) => {
  if (allow.includes('public')) return [];
  const member = allow.some((role) => ['owner', 'caller', 'reader'].includes(role));
  const guest = allow.some((role) => role === 'client' || role === 'signer');
  return [...(member ? [{ member: [] }] : []), ...(guest ? [{ guest: [] }] : [])];
};

const roleSentence = (schema: object, allow: readonly string[]): string => {
  const own = (schema as { description?: string }).description;
  return `${own ? `${own}\n\n` : ''}Ouvert à : ${allow.join(', ')}.`;
};
