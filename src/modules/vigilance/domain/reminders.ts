import { type CivilDate, daysBetween } from '../../../shared/time.ts';
import { type VigilanceDocument, type VigilanceKind, vigilanceKinds } from './vigilance-document.ts';

/** A month before, then a week before: time to ask the Urssaf again. */
export const reminderDays = [30, 7] as const;

export type DueReminder = { kind: VigilanceKind; validThrough: CivilDate; step: (typeof reminderDays)[number]; daysLeft: number };

/** Which documents are about to lapse, each at its nearest step; a document that has already been renewed says nothing. */
export const remindersDue = (
  documents: readonly Pick<VigilanceDocument, 'kind' | 'validThrough'>[],
  today: CivilDate,
): DueReminder[] =>
  vigilanceKinds.flatMap((kind) => {
    const last = documents
      .filter((one) => one.kind === kind)
      .map((one) => one.validThrough)
      .sort()
      .at(-1);
    if (!last) return [];
    const daysLeft = daysBetween(today, last);
    const step = reminderDays.findLast((days) => daysLeft <= days);
    return step !== undefined && daysLeft >= 0 ? [{ kind, validThrough: last, step, daysLeft }] : [];
  });
