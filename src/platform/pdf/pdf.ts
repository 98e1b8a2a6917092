import type { Instant } from '../../shared/time.ts';

/** PDF/A-3a is tagged for screen readers (contracts); 3b is what Factur-X asks for. 'plain' is for stamps put inside another PDF. */
export type PdfStandard = 'a-3a' | 'a-3b' | 'plain';

export type PdfAttachment = {
  /** File name as the reader sees it: 'factur-x.xml'. */
  path: string;
  bytes: Uint8Array;
  mediaType: string;
  /** PDF/A-3 AFRelationship: an invoice's XML says the same thing as the page, terms are its data. */
  relationship: 'alternative' | 'data' | 'source' | 'supplement';
  description: string;
};

export type PdfRequest = {
  /** Template path under `src/`: 'modules/invoicing/documents/invoice.typ'. */
  template: string;
  /** Plain JSON; instants become Paris local times for the template. */
  data: unknown;
  standard: PdfStandard;
  createdAt: Instant;
  attachments?: readonly PdfAttachment[];
  /** Labels whose place on the page is wanted. */
  query?: readonly string[];
  /** Declares the attached factur-x.xml in the XMP metadata, as Factur-X requires. */
  facturX?: boolean;
};

/** A rectangle in PDF points, origin at the bottom left of the page, ready for an annotation's /Rect. `page` starts at 1. */
export type PdfPosition = { page: number; x: number; y: number; width: number; height: number };

export type RenderedPdf = { bytes: Uint8Array; pages: number; positions: Record<string, PdfPosition> };

/** Turns a template and its data into a PDF/A, in a worker: the same input always gives the same bytes. */
export type Pdf = { render: (request: PdfRequest) => Promise<RenderedPdf>; close: () => Promise<void> };

/** Who a document names, as the law wants it printed (R123-237 and R123-238 C. com.; « EI » by decree 2022-725). */
export type PrintedParty = {
  /** Legal name; a sole trader's carries « EI » already. */
  name: string;
  tradeName?: string | null;
  /** « SAS au capital de 10 000 € », « Entrepreneur individuel ». */
  legalForm: string | null;
  addressLines: readonly string[];
  siret: string | null;
  siren: string | null;
  /** « RCS Lyon 812 345 676 ». */
  registration: string | null;
  vatNumber: string | null;
  email?: string | null;
  phone?: string | null;
  /** « représentée par Claire Martin, directrice commerciale ». */
  representedBy?: string | null;
};
