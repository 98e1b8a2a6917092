export type RefusalReason = { label: string; count: number };

/** Why the people called said no, most frequent first: the reasons written for argued refusals and for prospects out of target. */
export const refusalReasons = (outcomes: readonly { code: string; reason: string | null; calls: number }[]): RefusalReason[] =>
  outcomes
    .flatMap(({ code, reason, calls }) => ((code === 'CA-' || code === 'HC') && reason ? [{ label: reason, count: calls }] : []))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'fr'));
