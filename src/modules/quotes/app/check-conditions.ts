import type { CivilDate } from '../../../shared/time.ts';
import type { ClauseCatalog, ClauseSelection } from '../../clauses/index.ts';
import { checkDocument, type ClauseVariables, termsRead } from '../../clauses/queries.ts';
import { type DraftTerms, type TermPath, Terms, withNeutralTerms } from '../../contracts/index.ts';
import { checkQuote, type QuoteFinding } from '../domain/check-quote.ts';
import type { QuoteForm } from '../domain/forms.ts';
import { legibleDraft } from '../domain/legible-draft.ts';
import { printedByForm } from '../domain/printed-by-form.ts';

type Circumstances = {
  form: QuoteForm;
  today: CivilDate;
  validUntil: CivilDate | null;
  vatRegime: 'real' | 'franchise';
  catalog: ClauseCatalog;
  selection: ClauseSelection;
  variablesOf: (terms: unknown) => ClauseVariables;
  /** The conditions are whole and agreed: one that no clause words is a hidden rule, never dropped in silence. */
  asAgreed?: boolean;
};

/** What keeps these conditions and these clauses from making a document, both ways: the same for a first sending and for a revision. */
export const checkConditions = (
  typed: DraftTerms,
  { form, today, validUntil, vatRegime, catalog, selection, variablesOf, asAgreed = false }: Circumstances,
): { findings: QuoteFinding[]; asked: readonly TermPath[]; draft: DraftTerms } => {
  const read = termsRead(catalog, selection, variablesOf(legibleDraft(typed)));
  const asked = [...new Set([...read, ...printedByForm[form]])].sort();
  const draft = asAgreed ? typed : withNeutralTerms(typed, asked);
  const inTerms = checkQuote(draft, { today, validUntil, vatRegime, asked });
  const whole = Terms.safeParse(draft);
  const inClauses = checkDocument(catalog, selection, variablesOf(whole.success ? whole.data : legibleDraft(draft)), {
    isWhole: whole.success,
  });
  // A term already told as missing is not told again through the clause that needs it.
  const told = inTerms.map(({ path }) => path);
  const isTold = (path: string) => told.some((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`));
  return {
    findings: [...inTerms, ...inClauses.filter(({ rule, path }) => rule === 'hidden_rule' || !path || !isTold(path))],
    asked,
    draft,
  };
};
