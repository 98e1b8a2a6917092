import type { Accounts } from './auth/index.ts';
import type { Clock } from './clock/index.ts';
import type { Config } from './config/index.ts';
import type { Database } from './db/index.ts';
import type { Files } from './files/index.ts';
import type { AnyJob, Sweep } from './jobs/index.ts';
import type { Reaction } from './journal/index.ts';
import type { Live } from './live/index.ts';
import type { Log } from './log/index.ts';
import type { Pdf } from './pdf/index.ts';
import type { RecordingVault } from './recordings/index.ts';
import type { SignaturePlatform } from './signature/index.ts';
import type { Telephony } from './telephony/index.ts';

/** The adapters a module's `wire.ts` receives. Each owner adds its own line. */
export type Platform = {
  db: Database;
  files: Files;
  live: Live;
  clock: Clock;
  config: Config;
  log: Log;
  /** Passwords and sessions of members. */
  accounts: Accounts;
  pdf: Pdf;
  /** The installation's seal and its time authority. */
  signature: SignaturePlatform;
  /** Every line this installation can dial with. */
  telephony: Telephony;
  /** Recordings at rest, encrypted; the calls module alone decides what is kept. */
  recordings: RecordingVault;
};

/** The part of a module's `Wired` that runs without a screen. */
export type WiredBehind = { jobs?: readonly AnyJob[]; sweeps?: readonly Sweep[]; reactions?: readonly Reaction[] };
