import { useRead } from '../../../web/api/client.ts';

const useActor = () => useRead<{ actor: { kind: string; role?: string } }>('/me', { staleTime: 60_000 }).data?.actor;

/** Only the owner issues and cancels invoices; the server holds the same rule. */
export const useMayIssue = (): boolean => {
  const actor = useActor();
  return actor?.kind === 'member' && actor.role === 'owner';
};

/** Members open every proof; a client opens its appointments and its invoices. */
export const useIsMember = (): boolean => useActor()?.kind === 'member';
