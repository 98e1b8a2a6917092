import type { TermPath } from './terms/terms.ts';
import type { Heading } from './term-labels.ts';

/** The conditions that several missions may share: what the form of a framework or of the general terms asks. */
export const sharedPaths: readonly TermPath[] = [
  'calling.publicHolidays',
  'calling.attemptsPerProspect',
  'calling.hoursBetweenAttempts',
  'calling.recording',
  'appointments.definition',
  'appointments.review',
  'appointments.contest',
  'appointments.noShow',
  'reporting',
  'price.rebillableExpenses',
  'price.revision',
  'payment',
  'changes',
  'termination',
  'data',
  'confidentiality',
  'liability',
];

/** The headings that hold them. */
export const sharedHeadings: readonly Heading[] = [
  'payment',
  'results',
  'reporting',
  'price',
  'planning',
  'changes',
  'termination',
  'data',
];
