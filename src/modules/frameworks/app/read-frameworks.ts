import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { ClientId, DossierId, FrameworkId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { catalogOf, composeFrozen, previewDocument } from '../../clauses/queries.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { frameworkById, frameworkList } from '../db/frameworks.store.ts';
import type { FrameworkDraft } from '../domain/framework.ts';
import { frameworkVariables, frozenFrameworkVariables, selectionFor } from './freeze-framework.ts';
import { findingsOf } from './send-framework.handler.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };

export const frameworksFor =
  ({ db }: Deps) =>
  (actor: Member, filter: { dossierId?: DossierId | undefined; clientId?: ClientId | undefined }) =>
    db.withTenant(actor.tenantId, actor, (tx) => frameworkList(tx, filter));

/** A framework, with what still keeps it from being sent. */
export const frameworkDetail =
  ({ db }: Deps) =>
  (actor: Member, id: FrameworkId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const framework = await frameworkById(tx, id);
      if (!framework) return null;
      return { framework, findings: framework.frozen ? [] : await findingsOf(tx, framework), today: civilDateOf(tx.now) };
    });

/** The articles as they would read now; « à renseigner » stands where something is missing. Nothing is stored. */
export const previewFramework =
  ({ db }: Deps) =>
  (actor: Member, id: FrameworkId, draft: FrameworkDraft) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const framework = await frameworkById(tx, id);
      if (!framework) return null;
      const catalog = await catalogOf(tx, { clientId: framework.clientId });
      const { frozen } = framework;
      if (frozen) return composeFrozen(catalog, frozen.content, frozenFrameworkVariables(frozen.content));
      const { identity: provider } = await organisation(tx);
      const { identity: client } = (await clientById(tx, framework.clientId))!;
      const { title, validUntil } = framework;
      const said = { title, number: 'en cours', issuedOn: civilDateOf(tx.now), validUntil, provider, client };
      return previewDocument(
        catalog,
        selectionFor(framework, catalog),
        frameworkVariables({ ...said, frame: draft.frame, shared: draft.shared }),
      );
    });
