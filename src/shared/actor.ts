import type { ClientId, ContactId, TenantId, UserId } from './ids.ts';

export type MemberRole = 'owner' | 'caller' | 'reader';
export type Role = MemberRole | 'client' | 'signer' | 'public';

/** Who is asking. Every fact in the journal carries one. */
export type Actor =
  | { kind: 'member'; userId: UserId; tenantId: TenantId; role: MemberRole; displayName: string }
  | { kind: 'client'; clientId: ClientId; tenantId: TenantId; contactId: ContactId | null; displayName: string }
  | { kind: 'signer'; signerId: string; tenantId: TenantId; displayName: string }
  | { kind: 'public'; tenantId: null }
  | { kind: 'system'; name: string; tenantId: TenantId | null };

/** What the journal keeps of an actor: enough to say who, nothing that opens a door. */
export const actorLabel = (actor: Actor): { kind: Actor['kind']; id: string | null; name: string } => {
  switch (actor.kind) {
    case 'member':
      return { kind: 'member', id: actor.userId, name: actor.displayName };
    case 'client':
      return { kind: 'client', id: actor.contactId ?? actor.clientId, name: actor.displayName };
    case 'signer':
      return { kind: 'signer', id: actor.signerId, name: actor.displayName };
    case 'system':
      return { kind: 'system', id: null, name: actor.name };
    case 'public':
      return { kind: 'public', id: null, name: '' };
  }
};
