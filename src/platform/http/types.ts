import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Actor, Role } from '../../shared/actor.ts';
import type { Language } from '../../shared/refusal.ts';
import type { WiredBehind } from '../platform.ts';

/** A Fastify instance whose schemas are Zod schemas: bodies, queries and answers are typed by them. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The routes of one noun, registered under /api/v1. */
export type RoutePlugin = (app: App) => Promise<void>;

/** Who this browser is signed in as: at most one member and one client or signer. */
export type Identify = (request: FastifyRequest) => Promise<readonly Actor[]>;

/** What a module's `wire.ts` gives: its screens' side and its work behind. */
export type Wired = WiredBehind & { routes?: readonly RoutePlugin[]; identify?: Identify };

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; `{ kind: 'public' }` when nobody is signed in. */
    actor: Actor;
    language: Language;
  }
  interface FastifyContextConfig {
    /** Who may call this route. A route without it does not start: nothing is open by omission. */
    allow?: readonly Role[];
    /** Attempts a minute and per caller, for doors worth knocking at: sign-in, links. */
    perMinute?: number;
  }
}
