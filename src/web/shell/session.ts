import { useRead } from '../api/client.ts';

/** Who is signed in, as GET /api/v1/me answers. */
export type Me = {
  actor: { kind: 'member' | 'client'; displayName: string; role?: 'owner' | 'caller' | 'reader'; email?: string };
  organisation: { name: string; demo: boolean };
};

export const useMe = () => useRead<Me>('/me', { staleTime: 60_000 });
