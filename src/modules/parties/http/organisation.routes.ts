import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { answer, checkInput, idParam, memberOf, usualAnswers, type App } from '../../../platform/http/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { changeRoleHandler, inviteMemberHandler, removeMemberHandler } from '../app/members.handlers.ts';
import type { editOrganisationHandler } from '../app/organisation.handlers.ts';
import { members, organisation } from '../db/organisations.store.ts';
import { providerLines } from '../domain/identity-lines.ts';
import { mergedIdentity } from '../domain/merge-identity.ts';
import type { Organisation } from '../domain/organisation.ts';
import { memberPolicy, organisationPolicy } from '../domain/policy.ts';
import { ProviderIdentityChange, ProviderIdentityInput } from '../domain/provider-identity.ts';
import { partiesRefusals } from '../refusals.ts';
import { InvitationBody, MemberBody, OrganisationBody, roleField } from './schemas.ts';

type Deps = {
  db: Database;
  forgetSessions: () => void;
  editOrganisation: ReturnType<typeof editOrganisationHandler>;
  inviteMember: ReturnType<typeof inviteMemberHandler>;
  changeRole: ReturnType<typeof changeRoleHandler>;
  removeMember: ReturnType<typeof removeMemberHandler>;
};

const tags = ['Organisation'];
const body = ({ tenantId, isDemo, identity }: Organisation) => ({
  tenantId,
  isDemo,
  identity,
  documentLines: providerLines(identity),
});

/** The provider's own identity, and the people who work there. */
export const organisationRoutes = (deps: Deps) => async (app: App) => {
  app.get(
    '/organisation',
    {
      config: { allow: organisationPolicy.read },
      schema: { tags, summary: 'L’identité légale de l’organisation', response: { 200: OrganisationBody, ...usualAnswers } },
    },
    async (request) => {
      const actor = memberOf(request);
      return body(await deps.db.withTenant(actor.tenantId, actor, organisation));
    },
  );

  app.patch(
    '/organisation',
    {
      config: { allow: organisationPolicy.edit },
      schema: {
        tags,
        summary: 'Corriger l’identité légale ; les documents déjà envoyés gardent la leur',
        body: ProviderIdentityChange,
        response: { 200: OrganisationBody, ...usualAnswers },
      },
    },
    async (request) => {
      const complete = (known: Organisation['identity']) =>
        checkInput(ProviderIdentityInput, mergedIdentity(known, request.body));
      return answer(await deps.editOrganisation(memberOf(request), complete), partiesRefusals, (edited) =>
        body(edited.organisation),
      );
    },
  );

  app.get(
    '/members',
    {
      config: { allow: memberPolicy.list },
      schema: {
        tags,
        summary: 'Les membres et les invitations en cours',
        response: { 200: z.object({ members: z.array(MemberBody) }), ...usualAnswers },
      },
    },
    async (request) => {
      const actor = memberOf(request);
      const list = await deps.db.withTenant(actor.tenantId, actor, members);
      return {
        members: list.map(({ userId, email, displayName, role, state, joinedAt }) => ({
          userId,
          email,
          displayName,
          role,
          state: state === 'active' ? ('active' as const) : ('invited' as const),
          joinedAt,
        })),
      };
    },
  );

  app.post(
    '/members',
    {
      config: { allow: memberPolicy.invite, perMinute: 60 },
      schema: {
        tags,
        summary: 'Inviter une personne par e-mail',
        body: InvitationBody,
        response: { 201: z.object({ userId: z.string() }), ...usualAnswers },
      },
    },
    async (request, reply) => {
      const invited = await deps.inviteMember(memberOf(request), { ...request.body, language: request.language });
      return reply.status(201).send(answer(invited, partiesRefusals, ({ userId }) => ({ userId })));
    },
  );

  app.patch(
    '/members/:userId',
    {
      config: { allow: memberPolicy.changeRole },
      schema: {
        tags,
        summary: 'Changer le rôle d’un membre',
        params: z.object({ userId: idParam<UserId>() }),
        body: z.object({ role: roleField }),
        response: { 200: z.object({ userId: z.string(), role: roleField }), ...usualAnswers },
      },
    },
    async (request) => {
      const command = { userId: request.params.userId, role: request.body.role };
      const decision = await deps.changeRole(memberOf(request), command);
      deps.forgetSessions();
      return answer(decision, partiesRefusals, command);
    },
  );

  app.delete(
    '/members/:userId',
    {
      config: { allow: memberPolicy.remove },
      schema: {
        tags,
        summary: 'Retirer un membre : ses accès se ferment',
        params: z.object({ userId: idParam<UserId>() }),
        response: { 200: z.object({ userId: z.string() }), ...usualAnswers },
      },
    },
    async (request) => {
      const decision = await deps.removeMember(memberOf(request), request.params);
      deps.forgetSessions();
      return answer(decision, partiesRefusals, { userId: request.params.userId });
    },
  );
};
