import type { Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/live/index.ts';
import type { AttemptRow } from '../db/attempts.store.ts';

export const announceCall = (tx: Tx, attempt: Pick<AttemptRow, 'attempt_id' | 'mission_id'>): void => {
  announce(tx, { topic: `call:${attempt.attempt_id}` });
  announce(tx, { topic: `mission:${attempt.mission_id}` });
};
