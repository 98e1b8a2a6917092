import type { MemberRole } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import type { Member, MemberRemoved, MemberRoleChanged } from './member.ts';

const isLastOwner = (members: readonly Member[], member: Member): boolean =>
  member.role === 'owner' &&
  !members.some((other) => other.userId !== member.userId && other.role === 'owner' && other.state === 'active');

/** A member gets another role. An organisation always keeps one owner, or nobody could sign its quotes. */
export const changeRole = (members: readonly Member[], member: Member, command: { role: MemberRole }) => {
  if (command.role !== 'owner' && isLastOwner(members, member)) return refuse('last_owner');
  if (member.role === command.role) return record<MemberRoleChanged>();
  return record<MemberRoleChanged>({ type: 'MemberRoleChanged', userId: member.userId, role: command.role });
};

/** A member leaves: every door closes at once, what they did stays in their name. */
export const removeMember = (members: readonly Member[], member: Member) => {
  if (isLastOwner(members, member)) return refuse('last_owner');
  return record<MemberRemoved>({ type: 'MemberRemoved', userId: member.userId });
};
