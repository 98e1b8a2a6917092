import type { Database } from '../../../platform/db/index.ts';
import type { Log } from '../../../platform/log/index.ts';
import type { RecordingVault } from '../../../platform/recordings/index.ts';
import type { Telephony } from '../../../platform/telephony/index.ts';
import type { Actor } from '../../../shared/actor.ts';

export type Deps = { db: Database; telephony: Telephony; vault: RecordingVault; log: Log };
export type Member = Extract<Actor, { kind: 'member' }>;
export type Listener = Extract<Actor, { kind: 'member' | 'client' }>;
