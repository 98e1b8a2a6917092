import { type Instant, civilDateOf, daysBetween } from '../../../shared/time.ts';

export const sealAlarmDays = { soon: 60, urgent: 15 } as const;
export type SealAlarm = 'expired' | 'urgent' | 'soon' | null;

/** The operator is told sixty days before the certificate that seals runs out, again at fifteen, and when it has. */
export const sealAlarm = (expiresAt: Instant, now: Instant): { alarm: SealAlarm; daysLeft: number } => {
  const daysLeft = daysBetween(civilDateOf(now), civilDateOf(expiresAt));
  if (expiresAt <= now) return { alarm: 'expired', daysLeft: 0 };
  if (daysLeft <= sealAlarmDays.urgent) return { alarm: 'urgent', daysLeft };
  return { alarm: daysLeft <= sealAlarmDays.soon ? 'soon' : null, daysLeft };
};
