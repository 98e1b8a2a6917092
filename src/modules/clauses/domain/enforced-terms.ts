import type { TermPath } from '../../contracts/index.ts';
import type { ClauseEffect } from './clause.ts';

/**
 * The rules that the product applies by itself, by the part that applies them: no path may be here without an article that says it,
 * and no engine may read a path that is not here (test/enforced-terms.test.ts drives the engines and looks).
 */
export const enforcedTerms = {
  calls: [
    'period',
    'scope.allowedDepartments',
    'scope.forbiddenDepartments',
    'calling.slots',
    'calling.publicHolidays',
    'calling.attemptsPerProspect',
    'calling.hoursBetweenAttempts',
    'calling.presentedNumber',
    'calling.script',
    'calling.recording',
    'calling.suppressionLists',
    'volumes',
    'termination',
    'payment.receivableCapCents',
  ],
  appointments: [
    'appointments.criteria',
    'appointments.review',
    'appointments.contest',
    'appointments.arbiter',
    'appointments.noShow',
    'volumes.appointments',
    'price.lines',
  ],
  reporting: ['indicators', 'reporting', 'hypotheses', 'volumes', 'period', 'appointments.criteria'],
  invoicing: [
    'period',
    'price.model',
    'price.lines',
    'price.vat',
    'milestones',
    'payment.delay',
    'payment.depositDue',
    'payment.penalty',
    'payment.recoveryIndemnityCents',
    'payment.receivableCapCents',
    'calling.recording.requiredForBilling',
  ],
  amendments: ['changes.replyWorkingDays'],
  termination: ['termination', 'data.processing.returnWithinDays'],
} as const satisfies Record<string, readonly TermPath[]>;
export type Engine = keyof typeof enforcedTerms;

/** The engines in the words of the person who writes the document. */
export const engineNames: Record<Engine, { fr: string; en: string }> = {
  calls: { fr: 'le contrôle avant appel', en: 'the dial gate' },
  appointments: { fr: 'la validation des rendez-vous', en: 'the review of appointments' },
  reporting: { fr: 'les comptes rendus', en: 'the reports' },
  invoicing: { fr: 'la facturation', en: 'invoicing' },
  amendments: { fr: 'le suivi des avenants', en: 'the amendments' },
  termination: { fr: 'la fin du contrat', en: 'the end of the contract' },
};

/** What an effect needs: a clause that announces it binds only if these are set. `mayBeEmpty`: an empty list is an answer. */
export const effectTerms: Record<ClauseEffect, { sets: readonly TermPath[]; oneOf?: readonly TermPath[]; mayBeEmpty?: true }> = {
  dial_gate: {
    sets: ['period.startsOn', 'period.endsOn', 'calling.slots', 'calling.attemptsPerProspect', 'calling.presentedNumber'],
  },
  recording: { sets: ['calling.recording.policy', 'calling.recording.purpose', 'calling.recording.retentionDays'] },
  acceptance: {
    sets: [
      'appointments.criteria',
      'appointments.review.workingDays',
      'appointments.review.silence',
      'appointments.contest.workingDays',
    ],
  },
  volumes: { sets: ['volumes.period'], oneOf: ['volumes.calls', 'volumes.hours', 'volumes.appointments'] },
  indicators: { sets: ['indicators'] },
  reporting: { sets: ['reporting.frequency', 'reporting.contents', 'reporting.channel'] },
  invoicing: { sets: ['price.lines', 'price.vat.regime', 'milestones'] },
  payment: { sets: ['payment.delay', 'payment.penalty', 'payment.recoveryIndemnityCents'] },
  hypotheses: { sets: ['hypotheses'], mayBeEmpty: true },
  suppression: { sets: ['calling.suppressionLists'] },
  termination: { sets: ['termination.providerNoticeDays', 'termination.clientNoticeDays', 'termination.consequence'] },
  data_return: { sets: ['data.processing.returnWithinDays'] },
};
