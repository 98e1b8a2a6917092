import type { Database } from '../../../platform/db/index.ts';
import type { Log } from '../../../platform/log/index.ts';
import type { RecordingVault } from '../../../platform/recordings/index.ts';
import type { Telephony } from '../../../platform/telephony/index.ts';
import type { Actor } from '../../../shared/actor.ts';

export type Deps = { db: Database; telephony: Telephony; vault: RecordingVault; log: Log };
export type Member = Extract<Actor, { kind: 'member' }>;
export type Listener = Extract<Actor, { kind: 'member' | 'client' }>;
/** An arbiter, who signs, hears the recording of the appointment it rules on. */
export type SoundListener = Extract<Actor, { kind: 'member' | 'client' | 'signer' }>;
