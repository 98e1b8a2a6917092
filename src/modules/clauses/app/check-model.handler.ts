import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { DocumentForm } from '../domain/document-model.ts';
import { catalogOf } from './catalog-of.ts';
import { modelFindings } from './check-text.ts';
import type { ModelDraft } from './write-text.handlers.ts';

/** What would keep these clauses from making a document, and how it would read, before anything is saved. */
export const checkModelHandler =
  ({ db }: { db: Database }) =>
  (actor: Extract<Actor, { kind: 'member' }>, { form, draft }: { form: DocumentForm; draft: ModelDraft }) =>
    db.withTenant(actor.tenantId, actor, async (tx) =>
      modelFindings(await catalogOf(tx, { everyTrial: true }), {
        ...draft,
        id: 'essai',
        version: 1,
        form,
        state: 'draft',
        origin: 'own',
        sha256: '',
      }),
    );
