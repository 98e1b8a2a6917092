import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../shared/actor.ts';
import type { Refused } from '../../shared/decision.ts';
import type { RefusalDetails } from '../../shared/decision.ts';
import { refusalSentence, type Language, type Refusal, type Refusals } from '../../shared/refusal.ts';

type Yes = { ok: true };
type CodeOf<D> = D extends Refused<infer Code> ? Code : never;

/**
 * Turns what a rule decided into an answer: the body when it said yes, else its refusal with status and sentence.
 * Every code the rule can give must have its sentence in `refusals`, or this does not compile.
 */
export const answer = <D extends Yes | Refused<string>, Body>(
  decision: D,
  refusals: Refusals<CodeOf<D>>,
  body: Body | ((accepted: Extract<D, Yes>) => Body),
): Body => {
  if (decision.ok) return typeof body === 'function' ? (body as (accepted: D) => Body)(decision) : body;
  const refused = decision as unknown as Refused<CodeOf<D>>;
  throw new NoAnswer(refused.code, refusals[refused.code], refused.details);
};

/** For the edge only: a refusal that a route gives without any rule (an unknown id, a missing file). */
export const no = <Code extends string>(refusals: Refusals<Code>, code: Code, details?: RefusalDetails): never => {
  throw new NoAnswer(code, refusals[code], details);
};

/** A refusal on its way to the error handler, which alone knows the reply. Never thrown by rules. */
export class NoAnswer extends Error {
  readonly code: string;
  readonly refusal: Refusal;
  readonly details: RefusalDetails | undefined;
  constructor(code: string, refusal: Refusal, details?: RefusalDetails) {
    super(code);
    this.code = code;
    this.refusal = refusal;
    this.details = details;
  }
  bodyIn(language: Language) {
    const message = refusalSentence(this.refusal, language, this.details);
    return { code: this.code, message, ...(this.details ? { details: this.details } : {}) };
  }
}

type Kind<K extends Actor['kind']> = Extract<Actor, { kind: K }>;

/** The member behind a route that allows members only. */
export const memberOf = (request: FastifyRequest): Kind<'member'> => kindOf(request, 'member');
/** The client behind a route that allows clients only. */
export const clientOf = (request: FastifyRequest): Kind<'client'> => kindOf(request, 'client');
export const signerOf = (request: FastifyRequest): Kind<'signer'> => kindOf(request, 'signer');

const kindOf = <K extends Actor['kind']>(request: FastifyRequest, kind: K): Kind<K> => {
  if (request.actor.kind !== kind) throw new Error(`This route expects a ${kind}; correct its config.allow.`);
  return request.actor as Kind<K>;
};

/** Anyone who belongs to a tenant: a member, a client or a signer. */
export const someoneOf = (request: FastifyRequest): Kind<'member' | 'client' | 'signer'> => {
  const { actor } = request;
  if (actor.kind === 'public' || actor.kind === 'system')
    throw new Error('This route expects someone signed in; correct its config.allow.');
  return actor;
};
