import type { MemberRole } from '../../../shared/actor.ts';
import type { UserId } from '../../../shared/ids.ts';

export type MemberState = 'invited' | 'active' | 'removed';

/** A person who works in the organisation. */
export type Member = { userId: UserId; email: string; displayName: string; role: MemberRole; state: MemberState };

export type MemberInvited = { type: 'MemberInvited'; userId: UserId; displayName: string; role: MemberRole };
export type MemberJoined = { type: 'MemberJoined'; userId: UserId; displayName: string; role: MemberRole };
export type MemberRoleChanged = { type: 'MemberRoleChanged'; userId: UserId; role: MemberRole };
export type MemberRemoved = { type: 'MemberRemoved'; userId: UserId };
