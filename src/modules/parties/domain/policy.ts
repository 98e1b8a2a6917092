import type { Role } from '../../../shared/actor.ts';

/** Who may do what, one table per noun. Routes take their list from here; screens ask the same. */
const members = ['owner', 'caller', 'reader'] as const;

export const organisationPolicy = {
  read: members,
  edit: ['owner'],
} as const satisfies Policy;

export const memberPolicy = {
  list: members,
  invite: ['owner'],
  changeRole: ['owner'],
  remove: ['owner'],
} as const satisfies Policy;

export const clientPolicy = {
  read: members,
  add: ['owner'],
  edit: ['owner'],
} as const satisfies Policy;

export const dossierPolicy = { read: members } as const satisfies Policy;

type Policy = Readonly<Record<string, readonly Role[]>>;
