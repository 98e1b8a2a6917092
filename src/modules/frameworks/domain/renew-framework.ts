import { record, refuse } from '../../../shared/decision.ts';
import { addDays, type CivilDate } from '../../../shared/time.ts';
import { type Framework, type FrameworkEnded, type FrameworkRenewalStopped, type FrameworkRenewed, may } from './framework.ts';

const signedOf = (framework: Framework) => {
  const { frozen } = framework;
  return frozen?.endsOn && may('renew', framework.status) ? { ...frozen, endsOn: frozen.endsOn } : null;
};

/** The last day on which a party may still say that it will not renew. */
export const noticeBy = (framework: Framework): CivilDate | null => {
  const signed = signedOf(framework);
  return signed && addDays(signed.endsOn, -signed.content.frame.renewal.noticeDays);
};

/** One party says, in time, that the framework will not be renewed. Late, the renewal that the parties agreed takes place (C. civ. 1215). */
export const stopRenewal = (framework: Framework, { reason }: { reason: string }, { today }: { today: CivilDate }) => {
  const signed = signedOf(framework);
  if (!signed) return refuse('not_in_force');
  if (signed.content.frame.renewal.kind !== 'tacit') return refuse('no_tacit_renewal');
  if (signed.renewalStoppedOn) return refuse('renewal_already_stopped', { on: signed.renewalStoppedOn });
  const by = noticeBy(framework)!;
  if (today > by) return refuse('notice_too_late', { by, endsOn: signed.endsOn });
  if (!reason.trim()) return refuse('reason_required');
  return record<FrameworkRenewalStopped>({
    type: 'FrameworkRenewalStopped',
    frameworkId: framework.id,
    number: signed.number,
    on: today,
    endsOn: signed.endsOn,
    reason: reason.trim(),
  });
};

/** What the day brings: a framework whose last day has passed is renewed if the parties agreed so and nobody spoke, else it has ended. */
export const dueRenewal = (framework: Framework, { today }: { today: CivilDate }) => {
  const signed = signedOf(framework);
  if (!signed) return refuse('not_in_force');
  if (today <= signed.endsOn) return refuse('still_running', { endsOn: signed.endsOn });
  const { kind, months } = signed.content.frame.renewal;
  const about = { frameworkId: framework.id, number: signed.number };
  if (kind !== 'tacit' || signed.renewalStoppedOn)
    return record<FrameworkEnded>({ type: 'FrameworkEnded', ...about, endedOn: signed.endsOn });
  return record<FrameworkRenewed>({
    type: 'FrameworkRenewed',
    ...about,
    endsOn: addMonths(signed.endsOn, months),
    how: 'tacit',
    reason: null,
  });
};

/** Renewed by a writing that both signed: it says which. */
export const renewExpressly = (framework: Framework, { reference }: { reference: string }) => {
  const signed = signedOf(framework);
  if (!signed) return refuse('not_in_force');
  const { kind, months } = signed.content.frame.renewal;
  if (kind !== 'express') return refuse('no_express_renewal');
  if (!reference.trim()) return refuse('reason_required');
  return record<FrameworkRenewed>({
    type: 'FrameworkRenewed',
    frameworkId: framework.id,
    number: signed.number,
    endsOn: addMonths(signed.endsOn, months),
    how: 'express',
    reason: reference.trim(),
  });
};

/** So many months after the last day; the end of a month stays the end of a month. */
export const addMonths = (day: CivilDate, months: number): CivilDate => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const isLast = addDays(day, 1).slice(8) === '01';
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(isLast ? last : Math.min(date, last)).padStart(2, '0')}` as CivilDate;
};
