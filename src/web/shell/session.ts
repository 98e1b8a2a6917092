import { useRead } from '../api/client.ts';

type MemberRole = 'owner' | 'caller' | 'reader';
type OrganisationName = { tenantId: string; name: string; isDemo: boolean };

/** Who this tab speaks for, as GET /api/v1/me answers. */
export type WhoAmI = {
  actor:
    | { kind: 'member'; userId: string; tenantId: string; role: MemberRole; displayName: string }
    | { kind: 'client'; clientId: string; tenantId: string; displayName: string }
    | { kind: 'signer'; signerId: string; tenantId: string; displayName: string }
    | { kind: 'public' };
  organisation: OrganisationName | null;
  organisations: (OrganisationName & { role: MemberRole })[];
};

/** Someone who has a rail: a member, or a client. */
export type Me = { actor: Extract<WhoAmI['actor'], { kind: 'member' | 'client' }>; organisation: OrganisationName };

export const useMe = () => useRead<WhoAmI>('/me', { staleTime: 60_000 });

/** Null for those who must sign in first. */
export const railed = (who: WhoAmI | undefined): Me | null =>
  who?.organisation && (who.actor.kind === 'member' || who.actor.kind === 'client') ? { actor: who.actor, organisation: who.organisation } : null;
