import type { DraftTerms, TermPath } from './terms/terms.ts';
import { termPaths } from './terms/term-paths.ts';

const none = 'Sans objet';

/**
 * What a condition is when no clause of the document reads it: the schema stays whole, nothing is asked, and the value binds
 * nobody. It never widens a right: nothing is included, recorded, bought or owed.
 */
const neutral: Readonly<Record<TermPath, unknown>> = {
  'scope.missionKind': 'telephone_prospecting',
  'scope.context': none,
  'scope.objectives': [none],
  'scope.included': [none],
  'scope.excluded': [none],
  'scope.deliverables': [none],
  'scope.targets': none,
  'scope.channels': ['phone'],
  'scope.allowedDepartments': [],
  'scope.forbiddenDepartments': [],
  'scope.languages': ['fr'],
  'scope.tools': none,
  'scope.handOver': none,
  'scope.fileSource': none,
  'scope.fileSize': 1,
  'calling.publicHolidays': 'closed',
  'calling.attemptsPerProspect': 1,
  'calling.hoursBetweenAttempts': 24,
  'calling.script.required': false,
  'calling.script.approvedByClient': false,
  'calling.recording.policy': 'none',
  'calling.recording.requiredForBilling': false,
  'calling.recording.retentionDays': 1,
  'calling.recording.purpose': none,
  'calling.suppressionLists': 'enforced',
  'volumes.period': 'mission',
  'volumes.calls': null,
  'volumes.hours': null,
  'volumes.appointments': null,
  'volumes.warnAtPercent': 80,
  'appointments.definition': none,
  'appointments.criteria': [{ id: 'sans-objet', label: none, definition: none }],
  'appointments.review.workingDays': 2,
  'appointments.review.untilTime': '18:00',
  'appointments.review.silence': 'refused',
  'appointments.contest.workingDays': 2,
  'appointments.arbiter.name': none,
  'appointments.arbiter.email': 'sans-objet@exemple.fr',
  'appointments.noShow.treatment': 'replaced',
  'appointments.noShow.reportWithinHours': 24,
  indicators: [],
  'reporting.frequency': 'monthly',
  'reporting.contents': ['attempts'],
  'reporting.channel': 'portal',
  'reporting.format': 'pdf',
  'reporting.dueWorkingDays': 10,
  'reporting.meetings': none,
  'price.rebillableExpenses': 'Aucun frais refacturable',
  'price.revision': 'Prix fermes pendant la durée de la mission',
  'payment.depositDue': 'on_receipt',
  'payment.means': 'Virement bancaire',
  'payment.earlyPaymentDiscount': 'none',
  'payment.receivableCapCents': null,
  hypotheses: [],
  'changes.replyWorkingDays': 5,
  'changes.scriptVersionsIncluded': 0,
  'changes.whenFileIsBad': none,
  'changes.whenScriptChanges': none,
  'changes.whenTargetWidens': none,
  'termination.providerNoticeDays': 0,
  'termination.clientNoticeDays': 0,
  'termination.consequence': none,
  'data.enrichedFileOwner': 'client',
  'data.scriptsOwner': 'provider',
  'data.recordingsOwner': 'client',
  'data.processing.purpose': none,
  'data.processing.personalData': none,
  'data.processing.persons': none,
  'data.processing.subProcessors': none,
  'data.processing.securityMeasures': none,
  'data.processing.returnWithinDays': 30,
  'confidentiality.years': 1,
  'liability.capCents': null,
  'liability.insurance': none,
};

/** Whether a condition is among those asked: itself, what contains it, or what it contains. */
export const isAsked = (asked: readonly TermPath[], path: TermPath): boolean =>
  asked.some((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`));

/** Conditions of clauses of choice: absent, rather than neutral, when no clause reads them or when their field was emptied. */
const absentable: readonly TermPath[] = [
  'calling.recording.basis',
  'termination.cureDays',
  'termination.suspensionNoticeDays',
  'intellectualProperty',
  'nonSolicitation',
];

/** A draft less the conditions of clauses of choice that no clause reads any more, or whose field was emptied. */
export const withoutUnreadTerms = (draft: DraftTerms, asked: readonly TermPath[]): DraftTerms => {
  const kept = structuredClone(draft) as Record<string, unknown>;
  for (const path of absentable) {
    const keys = path.split('.');
    const last = keys.pop()!;
    const node = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], kept);
    if (typeof node !== 'object' || node === null || !(last in node)) continue;
    const branch = node as Record<string, unknown>;
    if (branch[last] == null || !isAsked(asked, path)) delete branch[last];
  }
  return kept as DraftTerms;
};

/** A draft whose conditions that no clause reads hold their neutral value; what was typed is kept. */
export const withNeutralTerms = (draft: DraftTerms, asked: readonly TermPath[]): DraftTerms => {
  const filled = withoutUnreadTerms(draft, asked) as Record<string, unknown>;
  for (const [path, value] of Object.entries(neutral)) {
    if (!termPaths.has(path) || isAsked(asked, path)) continue;
    const keys = path.split('.');
    const last = keys.pop()!;
    let node = filled;
    for (const key of keys) node = (node[key] ??= {}) as Record<string, unknown>;
    node[last] ??= structuredClone(value);
  }
  return filled as DraftTerms;
};
