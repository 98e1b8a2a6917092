export {
  createAccessLink,
  findAccessLink,
  readAccessLink,
  inTenantOf,
  type LinkPurpose,
  type NewAccessLink,
  revokeAccessLinks,
  useAccessLink,
} from './access-links.ts';
export { type Accounts, openAccounts } from './accounts.ts';
export { endGuestSession, guestActor, guestCookie, openGuestSession, readGuestSession } from './guest-sessions.ts';
export { linkRefusals } from './refusals.ts';
export { openSecret } from './secret.ts';
export { newToken, tokenHash } from './tokens.ts';
