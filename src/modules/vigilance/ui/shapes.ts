import type { Answer } from '../../../web/api/client.ts';

export type Held = Answer<'get', '/vigilance'>;
export type HeldByClient = Answer<'get', '/space/vigilance'>;
export type KindRow = Held['kinds'][number];
export const refreshed = [['vigilance'], ['space', 'vigilance'], ['missions'], ['deadlines']];
