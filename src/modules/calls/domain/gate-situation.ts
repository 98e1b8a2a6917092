import type { Instant } from '../../../shared/time.ts';
import type { Standing } from '../../termination/index.ts';
import type { Lacking } from '../../vigilance/index.ts';
import type { LineId } from './line.ts';

/** All that the gate looks at besides the signed terms. Gathered in one transaction, stored with the verdict. */
export type GateSituation = {
  mission: { status: 'open' | 'paused' | 'closed' };
  /** What a suspension or a termination says of the mission at this moment. */
  life: Standing;
  /** Vigilance documents that the client must hold and does not. */
  vigilance: { lacking: readonly Lacking[] };
  caller: { admitted: boolean };
  line: { id: LineId; isDemoTenant: boolean };
  script: { version: number; approved: boolean } | null;
  lease: { heldByCaller: boolean; expiresAt: Instant } | null;
  prospect: {
    department: string | null;
    timeZone: string;
    /** A company's line, a sole trader's published one, or a person's. */
    contactClass: 'ENTREPRISE' | 'EI_PRO' | 'PERSO';
    status: 'callable' | 'closed';
    /** Another caller promised to call back: who, and when. */
    callbackReservedBy: string | null;
  };
  suppressed: boolean;
  attempts: {
    /** Counted attempts on this prospect. */
    count: number;
    /** The last one on it, or on its number by any mission of the same client. */
    lastAt: Instant | null;
    /** To this number by this organisation, whatever the mission, over 30 days. */
    toNumberIn30Days: number;
    /** When the earliest of those leaves the 30 days. */
    oldestIn30DaysAt: Instant | null;
    lastRefusalAt: Instant | null;
  };
  /** What the contract's period of volumes has used so far, and when the next one begins; null: none does. */
  consumed: { calls: number; productionMinutes: number; appointments: number; until: Instant | null };
  /** End of a consumer's recorded consent, at most a year after it was given. */
  consumerConsentUntil: Instant | null;
};
