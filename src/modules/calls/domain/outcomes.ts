import type { EvidenceLevel } from './line.ts';

/** The fourteen ways a call ends, in French trade codes. What each counts as is fixed here, for the board and the invoice alike. */
export const outcomeCodes = [
  'NRP',
  'OCC',
  'REP',
  'BAR',
  'ABS',
  'RAP',
  'FNX',
  'DBL',
  'HC',
  'CA-',
  'CA0',
  'RDV',
  'OPP',
  'TEC',
] as const;
export type OutcomeCode = (typeof outcomeCodes)[number];

export type Outcome = {
  labels: { fr: string; en: string };
  /** A person answered, not a machine. */
  answered: boolean;
  /** A conversation with the targeted function or its decision delegate. */
  useful: boolean;
  /** Decision-maker on the line, arguments placed, offer made, reaction heard. */
  argued: boolean;
  tone: 'positive' | 'neutral' | 'negative' | 'other';
  /** What becomes of the prospect. */
  prospect: 'retry' | 'callback' | 'close' | 'close_number' | 'suppress' | 'appointment';
  requires: readonly ('reason' | 'callbackAt' | 'appointment')[];
  /** A technical incident is not an attempt on the prospect. */
  countsAsAttempt: boolean;
  /** Minutes before the prospect may be served again, when it is to be tried again. */
  retryMinutes?: number;
};

const base = { answered: false, useful: false, argued: false, tone: 'other', requires: [], countsAsAttempt: true } as const;
const human = { ...base, answered: true } as const;
const argued = { ...human, useful: true, argued: true } as const;

export const outcomes: Readonly<Record<OutcomeCode, Outcome>> = {
  NRP: { ...base, labels: { fr: 'Ne répond pas', en: 'No answer' }, prospect: 'retry', retryMinutes: 180 },
  OCC: { ...base, labels: { fr: 'Occupé', en: 'Busy' }, prospect: 'retry', retryMinutes: 15 },
  REP: { ...base, labels: { fr: 'Répondeur', en: 'Voicemail' }, prospect: 'retry', retryMinutes: 180 },
  BAR: { ...human, labels: { fr: 'Barrage du standard', en: 'Screened by reception' }, prospect: 'retry', retryMinutes: 1440 },
  ABS: { ...human, labels: { fr: 'Décideur absent', en: 'Decision-maker away' }, prospect: 'callback', requires: ['callbackAt'] },
  RAP: {
    ...human,
    useful: true,
    labels: { fr: 'Rappel demandé', en: 'Callback asked for' },
    prospect: 'callback',
    requires: ['callbackAt'],
  },
  FNX: { ...base, labels: { fr: 'Faux numéro', en: 'Wrong number' }, tone: 'negative', prospect: 'close_number' },
  DBL: { ...base, labels: { fr: 'Doublon', en: 'Duplicate' }, prospect: 'close' },
  HC: { ...human, labels: { fr: 'Hors cible', en: 'Out of target' }, tone: 'negative', prospect: 'close', requires: ['reason'] },
  'CA-': {
    ...argued,
    labels: { fr: 'Argumenté, refus', en: 'Argued, refused' },
    tone: 'negative',
    prospect: 'close',
    requires: ['reason'],
  },
  CA0: { ...argued, labels: { fr: 'Argumenté, plus tard', en: 'Argued, later' }, tone: 'neutral', prospect: 'close' },
  RDV: {
    ...argued,
    labels: { fr: 'Rendez-vous posé', en: 'Appointment booked' },
    tone: 'positive',
    prospect: 'appointment',
    requires: ['appointment'],
  },
  OPP: { ...human, labels: { fr: 'Ne plus appeler', en: 'Do not call again' }, tone: 'negative', prospect: 'suppress' },
  TEC: {
    ...base,
    labels: { fr: 'Incident technique', en: 'Technical incident' },
    prospect: 'retry',
    retryMinutes: 5,
    countsAsAttempt: false,
  },
};

/** What is known of a call that has ended, from whoever can be relied on. */
export type CallEvidence = { level: EvidenceLevel; answered: boolean; talkSeconds: number; cause: string | null };

/** Below this an argued conversation did not take place. */
const arguedMinSeconds = 15;
/** Beyond this, somebody or something answered: « ne répond pas » is no longer true. */
const unansweredMaxSeconds = 10;

const notAnswered: Readonly<Record<string, readonly OutcomeCode[]>> = {
  busy: ['OCC', 'NRP', 'TEC'],
  invalid_number: ['FNX', 'TEC'],
  media_missing: ['TEC', 'NRP'],
  media_server_lost: ['TEC', 'NRP'],
};

/** The codes that the evidence permits; the others cannot be chosen. An opposition is always heard, at whatever moment it was said. */
export const permittedOutcomes = ({ level, answered, talkSeconds, cause }: CallEvidence): OutcomeCode[] => {
  // On a line of ours the cause says why nobody spoke; on the caller's own telephone only the caller heard it.
  if (!answered)
    return [
      ...(notAnswered[cause ?? ''] ??
        (level === 'declared' ? ['NRP', 'OCC', 'REP', 'TEC', 'DBL', 'FNX'] : (['NRP', 'TEC', 'DBL', 'FNX'] as const))),
      'OPP',
    ];
  return outcomeCodes.filter((code) => {
    if (code === 'OCC') return false;
    if (code === 'NRP') return talkSeconds <= unansweredMaxSeconds;
    return !outcomes[code].argued || talkSeconds >= arguedMinSeconds;
  });
};
