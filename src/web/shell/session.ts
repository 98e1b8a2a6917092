import { useRead, type Answer } from '../api/client.ts';

/** Who this tab speaks for. */
export type WhoAmI = Answer<'get', '/me'>;

/** Someone who has a rail: a member, or a client. */
export type Me = {
  actor: Extract<WhoAmI['actor'], { kind: 'member' | 'client' }>;
  organisation: NonNullable<WhoAmI['organisation']>;
};

export const useMe = () => useRead<WhoAmI>('/me', { staleTime: 60_000 });

/** The server's moment, which rules every deadline; a demonstration's clock may be on another day than this browser's. */
export const useServerNow = (): string => {
  const { data, dataUpdatedAt } = useMe();
  const told = data?.now ? Date.parse(data.now) + (Date.now() - dataUpdatedAt) : Date.now();
  return new Date(told).toISOString();
};

/** Null for those who must sign in first. */
export const railed = (who: WhoAmI | undefined): Me | null =>
  who?.organisation && (who.actor.kind === 'member' || who.actor.kind === 'client')
    ? { actor: who.actor, organisation: who.organisation }
    : null;
