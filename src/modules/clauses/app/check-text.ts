import type { Tx } from '../../../platform/db/index.ts';
import type { StoredVersion } from '../db/library.store.ts';
import { catalogFrom } from '../domain/catalog.ts';
import { selectionOf } from '../domain/choose-clauses.ts';
import type { Clause, ClauseCatalog, ClauseFamily, ClauseFault } from '../domain/clause.ts';
import type { DocumentForm, DocumentModel } from '../domain/document-model.ts';
import type { DocumentPart } from '../domain/prose.ts';
import { catalogOf, ownModel, shelfOf } from './catalog-of.ts';
import { checkDocument, type DocumentFinding } from './check-document.ts';
import { previewDocument } from './compose-document.ts';
import { type ExampleResult, playExample } from './golden-examples.ts';
import { readClause } from './read-clause.ts';
import { sampleVariables } from './sample-variables.ts';

/** What keeps a written text from being used: its faults, examples of its own that it does not keep, clauses that cannot stand together. */
export const textFaults = async (tx: Tx, stored: StoredVersion): Promise<readonly (ClauseFault | DocumentFinding)[]> => {
  if (stored.kind === 'model') {
    return modelFindings(await catalogOf(tx, { everyTrial: true }), ownModel(stored)).findings;
  }
  const { clause, faults } = readClause(stored.source, shelfOf(stored));
  if (!clause) return faults;
  return clause.examples.flatMap((example): ClauseFault[] => {
    const { missing, unwanted } = playExample(clause, example, sampleVariables);
    const words = [...missing, ...unwanted].join(' ; ');
    const sentence = { fr: `exemple « ${example.title} » non tenu : ${words}`, en: `example “${example.title}” fails: ${words}` };
    return words ? [{ file: stored.title, line: 1, ...sentence }] : [];
  });
};

/** Forms whose terms rule a mission: every engine obeys them. The others are judged on their clauses alone. */
const ruling: readonly DocumentForm[] = ['devis', 'contrat', 'lettre-de-mission'];

/** A model as it would make a document today, and what keeps it from doing so, judged on the sample mission. */
export const modelFindings = (
  catalog: ClauseCatalog,
  model: DocumentModel,
): { findings: readonly DocumentFinding[]; parts: readonly DocumentPart[] } => {
  const withModel: ClauseCatalog = { ...catalog, model: (id, version) => (id === model.id ? model : catalog.model(id, version)) };
  const selection = selectionOf(model.id, model.version);
  const isRuling = ruling.includes(model.form);
  const findings = checkDocument(withModel, selection, sampleVariables, {
    ...(!isRuling && { engines: [] }),
    isWhole: isRuling,
  });
  return { findings, parts: previewDocument(withModel, selection, sampleVariables).parts };
};

export type ClausePreview = {
  faults: readonly ClauseFault[];
  clause: Clause | null;
  parts: readonly DocumentPart[];
  examples: readonly Omit<ExampleResult, 'text'>[];
};

/** A clause as it would read in a document of the sample mission, while it is being written: its words, or its faults with their lines. */
export const previewClause = (source: string, shelf: { family: ClauseFamily; file: string }): ClausePreview => {
  const { clause, faults } = readClause(source, { ...shelf, origin: 'own' });
  if (!clause) return { faults, clause, parts: [], examples: [] };
  const part = { id: 'essai', kind: 'body', title: clause.title, prefix: '', clauses: [clause.id] } as const;
  const alone = catalogFrom({
    clauses: [{ ...clause, condition: null, mandatory: 'always', requires: [], replaces: [] }],
    models: [
      {
        id: 'essai',
        version: 1,
        form: 'devis',
        title: clause.title,
        purpose: '',
        parts: [part],
        state: 'draft',
        origin: 'own',
        sha256: '',
      },
    ],
  });
  const { parts } = previewDocument(alone, selectionOf('essai'), sampleVariables);
  const examples = clause.examples.map((example) => {
    const { title, missing, unwanted } = playExample(clause, example, sampleVariables);
    return { title, missing, unwanted };
  });
  return { faults, clause, parts, examples };
};

/** A clause that comes with the product, as it reads in the sample mission. */
export const sampleOf = (clause: Clause): readonly DocumentPart[] => previewClause(clause.source, clause).parts;
