import type { ClauseCatalog } from './clause.ts';
import { selectionOf } from './choose-clauses.ts';
import type { ClauseSelection, DocumentForm } from './document-model.ts';

/** The model that a document starts from when nobody chose one. */
const defaultModels: Record<DocumentForm, string> = {
  devis: 'devis-prospection',
  contrat: 'contrat-prestation',
  'lettre-de-mission': 'lettre-de-mission',
  'bon-de-commande': 'bon-de-commande',
  'contrat-cadre': 'contrat-cadre',
  cgv: 'conditions-generales',
  annexe: 'annexe-article-28',
  avenant: 'avenant',
};

/** What a new document of this form holds: the whole of its usual model, in the version in force. */
export const selectionOfForm = (catalog: ClauseCatalog, form: DocumentForm): ClauseSelection => {
  const model = catalog.model(defaultModels[form]);
  return selectionOf(defaultModels[form], model?.version);
};
