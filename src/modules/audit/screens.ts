/** Pieces of screen that other modules show: the quote editor says what the audit finds in its draft before it leaves. */
export { DraftAudit } from './ui/draft-audit.tsx';
