import type { AppointmentEvidence } from './evidence.ts';
import type { LeftApart } from './invoice.ts';

export type BillingRules = { recordingRequired: boolean; isDemo: boolean };

/**
 * Which appointments may be billed now, and which wait. Accepted means by the client, by silence at the signed deadline
 * or by a ruling. Where the contract asks for a recording, none means no bill; a simulated call is billed in a
 * demonstration only. What is disputed or pending waits without holding back the rest; what is refused is never billed.
 */
export const sortAppointments = (
  appointments: readonly AppointmentEvidence[],
  alreadyBilled: ReadonlySet<string>,
  rules: BillingRules,
): { billable: AppointmentEvidence[]; leftApart: LeftApart[] } => {
  const billable: AppointmentEvidence[] = [];
  const leftApart: LeftApart[] = [];
  for (const appointment of appointments) {
    if (alreadyBilled.has(appointment.id)) continue;
    const because = whyNotBillable(appointment, rules);
    if (because) leftApart.push({ appointment, because });
    else billable.push(appointment);
  }
  return { billable, leftApart };
};

const whyNotBillable = (
  { state, recorded, evidenceLevel, recordingRequired }: AppointmentEvidence,
  rules: BillingRules,
): LeftApart['because'] | null => {
  if (state !== 'accepted') return state;
  if (evidenceLevel === 'simulated' && !rules.isDemo) return 'simulated';
  if ((recordingRequired ?? rules.recordingRequired) && !recorded) return 'recording_missing';
  return null;
};
