import type { ClientId, DocumentId, DossierId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { LifeSubject, Party } from './resiliation.ts';

export type NoticeKind = 'mise_en_demeure' | 'resiliation' | 'suspension' | 'resumption';

/** Someone the letter comes from or goes to, as it prints them. */
export type Correspondent = { name: string; lines: string[]; attention: string | null; email: string };
export type LetterSection = {
  heading: string | null;
  paragraphs: string[];
  /** A statement of amounts: each row a label, what it rests on, and cents. The last row is the total. */
  amounts?: { label: string; detail: string | null; cents: number }[];
  items?: string[];
  /** Words that must stand out: the sentence of C. civ. 1226, a deadline. */
  boxed?: string;
};
/** A letter as it was sent, word for word. */
export type LetterContent = {
  demo: boolean;
  reference: string;
  kind: NoticeKind;
  from: Correspondent;
  to: Correspondent;
  place: string;
  sentAt: Instant;
  subject: string;
  /** « Contrat DEV-2026-0001 du 5 mars 2026 ». */
  about: { label: string; value: string }[];
  salutation: string;
  sections: LetterSection[];
  closing: string;
  signedBy: { name: string; role: string | null };
  enclosures: string[];
};

export type Notice = {
  id: string;
  dossierId: DossierId;
  clientId: ClientId;
  subject: LifeSubject;
  about: { type: 'resiliation' | 'suspension'; id: string };
  kind: NoticeKind;
  from: Party;
  content: LetterContent;
  sentAt: Instant;
  documentId: DocumentId | null;
  served: { on: CivilDate; at: Instant; how: 'read' | 'registered'; to: string; registeredNumber: string | null } | null;
};
