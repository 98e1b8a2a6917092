export { type NoneLeft, type PickReason, whyNobody, whyThisOne } from './domain/calling/explain-next.ts';
export { moveAfterOutcome, type OutcomeCommand, type ProspectMove } from './domain/calling/apply-outcome.ts';
export { prospectStatuses, type ProspectStatus, statusLabels } from './domain/calling/prospect-state.ts';
export type {
  ProspectFact,
  ProspectsImported,
  ProspectsImportUndone,
  ProspectSuppressed,
  SuppressionListRecorded,
  SuppressionScope,
  SuppressionSource,
} from './domain/prospect-facts.ts';
export { type ContactClass, classifyContact } from './domain/row/contact-class.ts';
export { isFictionalPhone, type Phone, type PhoneKind, type PhoneReading, readPhone } from './domain/row/phone.ts';
export { type FileQuality, fileQualityOf, type ImportCounts, type QualityPart } from './domain/row/quality.ts';
export { type Territory, territoryOf, type Zone } from './domain/row/territory.ts';
