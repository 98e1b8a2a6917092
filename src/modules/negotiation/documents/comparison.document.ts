import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { type Heading, headings, headingTitles } from '../../contracts/index.ts';
import type { ClauseStatus, Comparison } from '../domain/comparison.ts';

type State = { label: string; sentAt: Instant; sha256: string };

/** Two states of one document, as a lawyer reads them side by side. */
export type ComparisonDocument = {
  demo: boolean;
  number: string;
  title: string;
  provider: string;
  client: string;
  before: State;
  after: State;
  comparison: Comparison;
  /** Signatures that the later revision voided. */
  voids: readonly { party: 'client' | 'provider'; name: string; signedAt: Instant }[];
};

const statusWords: Record<ClauseStatus, string> = {
  added: 'ajoutée',
  modified: 'modifiée',
  removed: 'supprimée',
  moved: 'déplacée',
  unchanged: 'inchangée',
};

/** Conditions first, then clauses, then words: PDF/A-3a. */
export const renderComparison = (
  pdf: Pdf,
  { comparison, ...document }: ComparisonDocument,
  { createdAt }: { createdAt: Instant },
): Promise<RenderedPdf> => {
  const changed = comparison.clauses.filter(({ status }) => status !== 'unchanged');
  return pdf.render({
    template: 'modules/negotiation/documents/comparison.typ',
    data: typeset({
      ...document,
      groups: headings.flatMap((heading) => group(heading, comparison)),
      clauses: changed.map((clause) => ({
        ...clause,
        statusWords: `${statusWords[clause.status]}${clause.moved && clause.status === 'modified' ? ' et déplacée' : ''}`,
      })),
      counts: (['added', 'modified', 'removed', 'moved', 'unchanged'] as const).map((status) => ({
        status,
        words: statusWords[status],
        count: comparison.clauses.filter((clause) => clause.status === status).length,
      })),
      termCount: comparison.terms.length,
    }),
    standard: 'a-3a',
    createdAt,
  });
};

const group = (heading: Heading, { terms }: Comparison) => {
  const own = terms.filter((term) => term.heading === heading);
  return own.length > 0 ? [{ title: headingTitles[heading].fr, terms: own }] : [];
};
