import type { TermPath } from '../../contracts/index.ts';
import type { QuoteForm } from './forms.ts';

const everyForm: readonly TermPath[] = [
  'scope.missionKind',
  'scope.context',
  'scope.objectives',
  'scope.included',
  'scope.excluded',
  'scope.deliverables',
  'period',
  'price.model',
  'price.lines',
  'price.vat',
  'milestones',
  'payment.delay',
];

/** What the pages of a form print by themselves, before any clause: its headings, its price, its schedule. */
export const printedByForm: Record<QuoteForm, readonly TermPath[]> = {
  devis: everyForm,
  contrat: everyForm,
  'lettre-de-mission': everyForm,
  'bon-de-commande': everyForm,
};
