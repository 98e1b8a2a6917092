import type { TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { ProviderIdentity } from './identity.ts';

/** The provider's organisation, which is also the tenant. */
export type Organisation = {
  tenantId: TenantId;
  identity: ProviderIdentity;
  /** A demonstration: its documents carry « DÉMONSTRATION ». Never changes. */
  isDemo: boolean;
  version: number;
  createdAt: Instant;
};

export type OrganisationRegistered = { type: 'OrganisationRegistered'; name: string; siren: string; isDemo: boolean };
export type OrganisationEdited = { type: 'OrganisationEdited'; changed: string[] };
