import type { Language } from '../../../shared/refusal.ts';
import type { SortedRow } from '../domain/file/sort-rows.ts';
import type { ProspectImport } from '../domain/importing/prospect-import.ts';
import type { RowNote } from '../domain/row/judge-row.ts';
import { type RowNoteCode, rowNotes } from '../domain/row/row-notes.ts';

export const sentenceOf = (code: string, language: Language): string => rowNotes[code as RowNoteCode]?.[language] ?? code;

/** An import as its screen needs it: neither the client nor the file's place. */
export const importBody = ({ clientId: _, dossierId: __, fileId: ___, mapping, ...rest }: ProspectImport) => ({
  ...rest,
  mapping: [...mapping],
});

/** A row of the preview: what the file says, what is kept, and why they differ. */
export const previewBody = (row: SortedRow, language: Language) => {
  const place = { row: row.row, line: row.line, verdict: row.verdict, cells: [...row.cells] };
  const note = ({ field, code, given, kept }: RowNote<string>) => ({
    field,
    code,
    given,
    kept,
    sentence: sentenceOf(code, language),
  });
  switch (row.verdict) {
    case 'accepted':
      return { ...place, kept: keptOf(row), notes: [...row.corrections, ...row.warnings].map(note) };
    case 'rejected':
      return { ...place, kept: {}, notes: [note(row.fault)] };
    case 'duplicate':
      return { ...place, kept: {}, notes: [note({ field: null, code: row.code, given: String(row.firstRow), kept: null })] };
  }
};

const keptOf = ({ prospect: p }: Extract<SortedRow, { verdict: 'accepted' }>): Record<string, string | null> => ({
  company: p.company,
  siret: p.siret,
  civility: p.civility,
  firstName: p.firstName,
  lastName: p.lastName,
  jobTitle: p.jobTitle,
  phone: p.phone,
  mobile: p.otherPhone,
  email: p.email,
  address: p.address,
  postalCode: p.postalCode,
  city: p.city,
  naf: p.naf,
  headcount: p.headcount,
  comment: p.comment,
  department: p.department,
  zone: p.zone,
  timeZone: p.timeZone,
  contactClass: p.contactClass,
  phoneKind: p.phoneKind,
});
