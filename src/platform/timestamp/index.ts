export { type TimestampAuthority } from './authority.ts';
export { localTimestampAuthority } from './local.ts';
export { type ReadTimestamp, readTimestamp } from './read-timestamp.ts';
export { remoteTimestampAuthority } from './remote.ts';
