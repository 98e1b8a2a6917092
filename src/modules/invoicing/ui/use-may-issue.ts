import { useRead } from '../../../web/api/client.ts';

/** Only the owner issues and cancels invoices; the server holds the same rule. */
export const useMayIssue = (): boolean => {
  const me = useRead<{ actor: { kind: string; role?: string } }>('/me', { staleTime: 60_000 });
  return me.data?.actor.kind === 'member' && me.data.actor.role === 'owner';
};
