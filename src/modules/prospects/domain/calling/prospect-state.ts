/** Where a prospect stands. `closed` and `suppressed` are final; nothing comes back from `suppressed`. */
export const prospectStatuses = ['to_call', 'leased', 'to_retry', 'callback', 'closed', 'suppressed'] as const;
export type ProspectStatus = (typeof prospectStatuses)[number];

export const statusLabels: Readonly<Record<ProspectStatus, { fr: string; en: string }>> = {
  to_call: { fr: 'À appeler', en: 'To call' },
  leased: { fr: 'Réservée', en: 'Leased' },
  to_retry: { fr: 'À retenter', en: 'To retry' },
  callback: { fr: 'Rappel', en: 'Callback' },
  closed: { fr: 'Close', en: 'Closed' },
  suppressed: { fr: 'Opposée', en: 'Objected' },
};

export type ProspectVerb = 'lease' | 'release' | 'retry' | 'call_back' | 'close' | 'suppress';

/** What may follow what. An objection is heard in every state. */
export const transitions: Readonly<
  Record<ProspectVerb, { from: readonly ProspectStatus[]; to: ProspectStatus | 'where_it_was' }>
> = {
  lease: { from: ['to_call', 'to_retry', 'callback'], to: 'leased' },
  release: { from: ['leased'], to: 'where_it_was' },
  retry: { from: ['to_call', 'leased', 'to_retry', 'callback'], to: 'to_retry' },
  call_back: { from: ['to_call', 'leased', 'to_retry', 'callback'], to: 'callback' },
  close: { from: ['to_call', 'leased', 'to_retry', 'callback', 'closed'], to: 'closed' },
  suppress: { from: prospectStatuses, to: 'suppressed' },
};

export const mayFollow = (verb: ProspectVerb, status: ProspectStatus): boolean => transitions[verb].from.includes(status);
