import { refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';

/** The final report comes after the last day, or earlier once the mission is closed; it is made once. */
export const mayFreezeFinalReport = (
  { status, hasFinalReport }: { status: 'open' | 'paused' | 'closed'; hasFinalReport: boolean },
  { terms, now }: { terms: Pick<Terms, 'period'>; now: Instant },
) => {
  if (hasFinalReport) return refuse('final_report_exists');
  if (status !== 'closed' && civilDateOf(now) <= terms.period.endsOn)
    return refuse('mission_not_over', { endsOn: terms.period.endsOn });
  return { ok: true as const };
};
