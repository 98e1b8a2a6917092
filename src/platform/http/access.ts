import type { FastifyRequest } from 'fastify';
import type { Actor, Role } from '../../shared/actor.ts';
import { no } from './answer.ts';
import { doorRefusals } from './refusals.ts';
import type { App, Identify } from './types.ts';

/** Deny by default: every route says who may call it, every call is someone, and that someone must be on the list. */
export const guardRoutes = (app: App, identify: Identify, publicUrl: string): void => {
  app.decorateRequest('actor', null as never);

  app.addHook('onRoute', (route) => {
    if (!route.config?.allow?.length) {
      throw new Error(`${String(route.method)} ${route.url} does not say who may call it: add config.allow.`);
    }
  });

  app.addHook('onRequest', async (request) => {
    const allow = request.routeOptions.config.allow ?? [];
    request.actor = { kind: 'public', tenantId: null };
    if (!isOurOwnPage(request, publicUrl)) no(doorRefusals, 'foreign_origin');
    if (isOpenPage(request)) return;
    const candidates = await identify(request);
    request.actor = chooseActor(candidates, allow, wishOf(request)) ?? request.actor;
    if (allow.includes('public')) return;
    if (request.actor.kind === 'public') no(doorRefusals, candidates.length ? 'not_allowed' : 'sign_in_required');
  });
};

export const roleOf = (actor: Actor): Role =>
  actor.kind === 'member' ? actor.role : actor.kind === 'system' ? 'public' : actor.kind;

/**
 * One browser may hold two sessions: a prestataire trying her own client's link. The route's list decides; when both
 * would do, the page says which one it is (`x-cadran-as`, or `?as=` where no header can be set), else the member.
 */
export const chooseActor = (candidates: readonly Actor[], allow: readonly Role[], wish: string | null): Actor | null => {
  const welcome = allow.includes('public') ? candidates : candidates.filter((actor) => allow.includes(roleOf(actor)));
  return welcome.find((actor) => actor.kind === wish) ?? welcome.find((actor) => actor.kind === 'member') ?? welcome[0] ?? null;
};

const wishOf = (request: FastifyRequest): string | null => {
  const header = request.headers['x-cadran-as'];
  const query = (request.query as Record<string, unknown> | null)?.['as'];
  return typeof header === 'string' ? header : typeof query === 'string' ? query : null;
};

// Pages, pictures and the health probe need no one; they must answer while the database is away.
const isOpenPage = (request: FastifyRequest): boolean => !request.url.startsWith('/api/v1');

/**
 * A change must come from our own pages. Browsers send Origin with every cross-site change (and Sec-Fetch-Site with all);
 * a caller that sends neither is a program, which no one else's page can drive. Cookies are SameSite=Lax besides.
 */
const isOurOwnPage = (request: FastifyRequest, publicUrl: string): boolean => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
  const { origin, host } = request.headers;
  if (origin) return origin === new URL(publicUrl).origin || origin === `${request.protocol}://${host}`;
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
};
