import type { MemberRole } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import type { UserId } from '../../../shared/ids.ts';
import type { Member, MemberInvited } from './member.ts';

export type InviteMember = { userId: UserId; displayName: string; role: MemberRole };

/** An owner asks someone in. Asking again sends a new invitation, as long as the first was not taken up. */
export const inviteMember = (known: Member | null, command: InviteMember) => {
  if (known?.state === 'active') return refuse('already_member', { name: known.displayName });
  return record<MemberInvited>({ type: 'MemberInvited', ...command });
};
