import { record, refuse } from '../../../shared/decision.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import type {
  Framework,
  FrameworkExpired,
  FrameworkRefused,
  FrameworkSigned,
  FrameworkVerb,
  FrameworkWithdrawn,
} from './framework.ts';
import { may } from './framework.ts';

/** Refuses unless the framework was sent and still stands where the verb starts. */
const blocked = (framework: Framework, verb: FrameworkVerb) => {
  if (!framework.frozen) return refuse('not_sent_yet');
  if (!may(verb, framework.status))
    return refuse('already_answered', { number: framework.frozen.number, status: framework.status });
  return null;
};
const about = (framework: Framework) => ({ frameworkId: framework.id, number: framework.frozen!.number });

/** Signed by both: orders may fall under it. An offer accepted on its last day is kept (C. civ. 1117, 1118). */
export const signFramework = (
  framework: Framework,
  { signedAt, acceptedOn, level }: { signedAt: Instant; acceptedOn: CivilDate; level: 'electronic' | 'paper' },
) => {
  const no = blocked(framework, 'sign');
  if (no) return no;
  const { content } = framework.frozen!;
  if (acceptedOn > content.validUntil)
    return refuse('framework_expired', { number: content.number, validUntil: content.validUntil });
  return record<FrameworkSigned>({ type: 'FrameworkSigned', ...about(framework), signedAt, level, endsOn: content.frame.endsOn });
};

export const refuseFramework = (framework: Framework, { reason }: { reason: string }) =>
  blocked(framework, 'refuse') ?? record<FrameworkRefused>({ type: 'FrameworkRefused', ...about(framework), reason });

/** Withdrawing an offer before its term is a risk (C. civ. 1116): it takes a reason. */
export const withdrawFramework = (framework: Framework, { reason }: { reason: string }) => {
  const no = blocked(framework, 'withdraw');
  if (no) return no;
  if (!reason.trim()) return refuse('reason_required');
  return record<FrameworkWithdrawn>({ type: 'FrameworkWithdrawn', ...about(framework), reason: reason.trim() });
};

export const expireFramework = (framework: Framework, { now }: { now: Instant }) => {
  const no = blocked(framework, 'expire');
  if (no) return no;
  const { validUntil } = framework.frozen!.content;
  if (civilDateOf(now) <= validUntil) return refuse('still_valid', { validUntil });
  return record<FrameworkExpired>({ type: 'FrameworkExpired', ...about(framework), validUntil });
};
