import { createHash, randomBytes } from 'node:crypto';
import type { TenantId } from '../../shared/ids.ts';

/** A secret that opens one door of one tenant: the tenant's id (16 bytes), then 24 random bytes, in base64url. */
export const newToken = (tenantId: TenantId): string =>
  Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), randomBytes(24)]).toString('base64url');

/** What is kept of a token. The token itself is never stored nor logged. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

const nowhere = '00000000-0000-4000-8000-000000000000' as TenantId;

/** The tenant a token says it belongs to; a malformed one leads to an empty tenant, so that it takes as long to refuse. */
export const tenantOfToken = (token: string): TenantId => {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return nowhere;
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as TenantId;
};
