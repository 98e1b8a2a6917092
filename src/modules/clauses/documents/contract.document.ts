import { type Pdf, type PrintedParty, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { BasisPoints, Cents } from '../../../shared/money.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { Article, Block, DocumentPart, Prose } from '../domain/prose.ts';

export type ContractPriceLine = {
  label: string;
  detail?: string;
  /** Decimal, at most four places: 1, '2.5'. Null for a price per unit whose quantity is only known later. */
  quantity: number | string | null;
  unit: string;
  unitPriceCents: Cents;
  /** Null when the quantity is not known yet: « selon rendez-vous validés ». */
  amountCents: Cents | null;
};

export type ContractPrice = {
  lines: readonly ContractPriceLine[];
  /** Lines that the client ticks when signing, apart from the total. */
  options?: { lines: readonly ContractPriceLine[]; netCents: Cents };
  netCents: Cents;
  vat: readonly { rateBp: BasisPoints; baseCents: Cents; vatCents: Cents }[];
  grossCents: Cents;
  /** « TVA non applicable, art. 293 B du CGI » in franchise, else null. */
  vatNote: string | null;
  /** What makes the total an estimate and its ceiling, in one sentence; null for a fixed price. */
  variableNote: string | null;
};

export type ContractMilestone = { label: string; trigger: string; percent: number; amountCents: Cents; dueRule: string };

/** A due date computed on a real day, so that nobody argues about « fin de mois » afterwards. */
export type WorkedDueDate = { label: string; issuedOn: CivilDate; dueOn: CivilDate; how: string };

export type SummaryLine = {
  label: string;
  prose: Prose;
  /** Clause id that says it in full; printed as « art. 4.2 » and linked. */
  clauseId?: string;
  /** The same when only the number is known: '6.1'. */
  article?: string;
};

export type ContractSignatureBlock = {
  /** Position label of the visible stamp: <sig-provider>, <sig-client>, and <sig-client-2>… for other signatories. */
  role: string;
  heading: string;
  partyName: string;
  signatoryName: string;
  signatoryTitle: string | null;
  mention: string;
};

/** The whole agreement as one printed document: devis, contract body, annexes, general terms, signatures. */
export type ContractDocument = {
  /** How the pages open; absent: a devis. */
  layout?: 'devis' | 'contrat' | 'lettre-de-mission' | 'bon-de-commande' | 'contrat-cadre' | 'avenant';
  /** What the parties state before they agree: « Il est préalablement exposé ». */
  recitals?: readonly Block[];
  /** The framework agreement that an order cites. */
  framework?: { number: string; signedOn: CivilDate | null };
  /** An order that does not restate its framework: its parts follow one another on the same pages. */
  short?: boolean;
  /** Where it is written: a letter says so. */
  place?: string;
  /** « Mission d’essai »: said on the first page. */
  trial?: boolean;
  demo: boolean;
  /** « Devis et contrat de prestation », « Contrat-cadre », « Avenant n° 1 ». */
  title: string;
  number: string;
  issuedOn: CivilDate;
  validUntil: CivilDate | null;
  /** One line: what the mission is. */
  subject: string;
  provider: PrintedParty;
  client: PrintedParty;
  summary: readonly SummaryLine[];
  /** Contexte, objectifs, périmètre, livrables, planning…: the quote's own headings, in order. */
  headings: readonly { id: string; title: string; blocks: readonly Block[] }[];
  price: ContractPrice | null;
  milestones: readonly ContractMilestone[];
  workedDueDates: readonly WorkedDueDate[];
  /** Body, annexes, general terms, in reading order. */
  parts: readonly DocumentPart[];
  /** What prevails when two documents disagree, strongest first. */
  precedence: readonly string[];
  /** Dated derogations to the general terms; printed even when empty (« Aucune »). */
  derogations: readonly Prose[];
  /** « Dérogations au contrat-cadre et aux conditions générales »; absent: to the general terms. */
  derogationsTitle?: string;
  signatureBlocks: readonly ContractSignatureBlock[];
  /** SHA-256 of the RFC 8785 JSON attached as cadran-terms.json. */
  termsSha256: string;
};

/**
 * The agreement as PDF/A-3a with its own terms attached (`cadran-terms.json`).
 * `positions['sig-provider']` and `positions['sig-client']` are the rectangles of the visible stamps.
 */
export const renderContract = (
  pdf: Pdf,
  document: ContractDocument,
  { termsJson, createdAt }: { termsJson: string; createdAt: Instant },
): Promise<RenderedPdf> => {
  refuseDanglingReferences(document);
  return pdf.render({
    template: 'modules/clauses/documents/contract.typ',
    data: typeset(document),
    standard: 'a-3a',
    createdAt,
    attachments: [
      {
        path: 'cadran-terms.json',
        bytes: new TextEncoder().encode(termsJson),
        mediaType: 'application/json',
        relationship: 'data',
        description: 'Conditions signées, lisibles par un programme',
      },
    ],
    query: document.signatureBlocks.map((block) => `sig-${block.role}`),
  });
};

/** A reference to a clause that is not in the document is a fault of the composer: it must never reach paper. */
const refuseDanglingReferences = (document: ContractDocument): void => {
  const known = new Set([
    ...document.headings.map((heading) => heading.id),
    ...document.parts.flatMap((part) => part.articles.flatMap(articleIds)),
  ]);
  const dangling = referencesIn(document).filter((id) => !known.has(id));
  if (dangling.length > 0) throw new Error(`Reference to clauses absent from the document: ${[...new Set(dangling)].join(', ')}`);
};

const articleIds = (article: Article): string[] => [article.id, ...(article.articles ?? []).flatMap(articleIds)];

const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  const own = [node.kind === 'xref' ? node.to : undefined, node.clauseId].filter((id): id is string => typeof id === 'string');
  return [...own, ...Object.values(node).flatMap(referencesIn)];
};
