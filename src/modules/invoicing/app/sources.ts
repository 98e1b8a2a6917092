import type { Tx } from '../../../platform/db/index.ts';
import type { ClientId, MissionId } from '../../../shared/ids.ts';
import type { TermsVersion } from '../../contracts/index.ts';
import type { Mission } from '../../missions/index.ts';
import type { AppointmentEvidence, Evidence, Expense, WorkedTime } from '../domain/evidence.ts';
import type { Parties } from '../domain/may-issue.ts';

/** What a mission's appointments, calls and reports can prove, each read from the module that owns it. */
export type EvidenceSource = {
  /** Calls that count for the contract. */
  callsReached(tx: Tx, missionId: MissionId): Promise<number>;
  appointments(tx: Tx, missionId: MissionId): Promise<AppointmentEvidence[]>;
  /** The frozen final report, or null. */
  finalReport(tx: Tx, missionId: MissionId): Promise<Evidence['finalReport']>;
  hours(tx: Tx, missionId: MissionId): Promise<WorkedTime[]>;
  days(tx: Tx, missionId: MissionId): Promise<WorkedTime[]>;
  expenses(tx: Tx, missionId: MissionId): Promise<Expense[]>;
  /** A termination that has taken effect. Absent: missions run to their term. */
  earlyEnd?(tx: Tx, missionId: MissionId): Promise<Evidence['earlyEnd']>;
};

/** Everything that an invoice needs from other modules. */
export type BillingSources = {
  mission(tx: Tx, missionId: MissionId): Promise<Mission | undefined>;
  termsInForce(tx: Tx, missionId: MissionId): Promise<TermsVersion | undefined>;
  /** The parties as they are today: an invoice bears today's address and bank account. */
  parties(tx: Tx, clientId: ClientId): Promise<Parties>;
  evidence: EvidenceSource;
};
