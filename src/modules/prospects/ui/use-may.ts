import { useRead } from '../../../web/api/client.ts';

type Actor = { kind: string; role?: string };
const useActor = () => useRead<{ actor: Actor }>('/me', { staleTime: 60_000 }).data?.actor;

/** The owner imports files and takes them back; the server holds the same rule. */
export const useMayImport = (): boolean => {
  const actor = useActor();
  return actor?.kind === 'member' && actor.role === 'owner';
};

/** Whoever may be told « ne m’appelez plus » records it: the owner, a caller, the client. A reader only reads. */
export const useMayOppose = (): boolean => {
  const actor = useActor();
  return actor?.kind === 'client' || (actor?.kind === 'member' && actor.role !== 'reader');
};
