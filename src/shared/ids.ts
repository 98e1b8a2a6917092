import { v7 } from 'uuid';
import type { Brand } from './brand.ts';

export type TenantId = Brand<string, 'TenantId'>;
export type UserId = Brand<string, 'UserId'>;
export type ClientId = Brand<string, 'ClientId'>;
export type ContactId = Brand<string, 'ContactId'>;
export type DossierId = Brand<string, 'DossierId'>;
export type QuoteId = Brand<string, 'QuoteId'>;
export type FrameworkId = Brand<string, 'FrameworkId'>;
export type DocumentId = Brand<string, 'DocumentId'>;
export type FileId = Brand<string, 'FileId'>;
export type MissionId = Brand<string, 'MissionId'>;
export type ProspectId = Brand<string, 'ProspectId'>;
export type ImportId = Brand<string, 'ImportId'>;
export type AttemptId = Brand<string, 'AttemptId'>;
export type RecordingId = Brand<string, 'RecordingId'>;
export type AppointmentId = Brand<string, 'AppointmentId'>;
export type ReportId = Brand<string, 'ReportId'>;
export type InvoiceId = Brand<string, 'InvoiceId'>;
export type FrictionId = Brand<string, 'FrictionId'>;

/** A new UUIDv7: sorts by creation time, so indexes grow at one end. Call it in handlers, never in a rule. */
export const newId = <Id extends string>(): Id => v7() as Id;
