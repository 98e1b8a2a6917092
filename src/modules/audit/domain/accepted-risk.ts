import type { Finding } from './finding.ts';

/** A finding that somebody has seen and accepts as a risk, and why. The score does not move: the risk is still there. */
export type AcceptedRisk = { key: string; reason: string };

/** Only what is found can be accepted: a reason kept for words that have changed since is dropped. */
export const stillAccepted = (accepted: readonly AcceptedRisk[], findings: readonly Pick<Finding, 'key'>[]): AcceptedRisk[] =>
  accepted.filter(({ key, reason }) => reason.trim() !== '' && findings.some((finding) => finding.key === key));
