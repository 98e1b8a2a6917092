import type { Wired } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { addClientHandler, editClientHandler } from './app/clients.handlers.ts';
import { identifyByCookies } from './app/identify.ts';
import { changeRoleHandler, inviteMemberHandler, removeMemberHandler } from './app/members.handlers.ts';
import { describeLinkHandler, openLinkHandler } from './app/open-link.handler.ts';
import { editOrganisationHandler } from './app/organisation.handlers.ts';
import { askSignInLinkHandler, signInHandler } from './app/sign-in.handler.ts';
import { signUpHandler } from './app/sign-up.handler.ts';
import { clientRoutes } from './http/clients.routes.ts';
import { linkRoutes } from './http/links.routes.ts';
import { organisationRoutes } from './http/organisation.routes.ts';
import { ownAccountRoutes, sessionRoutes } from './http/session.routes.ts';

/** Organisations, members, clients and their dossiers; and who is behind a request. */
export const wireParties = ({ db, accounts, config }: Pick<Platform, 'db' | 'accounts' | 'config'>) => {
  const deps = { db, accounts, publicUrl: config.publicUrl };
  const identify = identifyByCookies(deps);
  const handlers = {
    signUp: signUpHandler(deps),
    signIn: signInHandler(deps),
    askSignInLink: askSignInLinkHandler(deps),
    describeLink: describeLinkHandler(deps),
    openLink: openLinkHandler(deps),
    editOrganisation: editOrganisationHandler(deps),
    inviteMember: inviteMemberHandler(deps),
    changeRole: changeRoleHandler(deps),
    removeMember: removeMemberHandler(deps),
    addClient: addClientHandler(deps),
    editClient: editClientHandler(deps),
  };
  const http = { ...deps, ...handlers, forgetSessions: identify.forget, secureCookies: config.publicUrl.startsWith('https:') };
  return {
    identify,
    handlers,
    routes: [sessionRoutes(http), ownAccountRoutes(http), linkRoutes(http), organisationRoutes(http), clientRoutes(http)],
  } satisfies Wired & { handlers: unknown };
};
