import type { Database } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { lockOrganisation, saveOrganisation } from '../db/organisations.store.ts';
import { editOrganisation } from '../domain/edit-organisation.ts';
import type { ProviderIdentity } from '../domain/identity.ts';
import { recordOfOrganisation } from './members.handlers.ts';

/** `complete` merges what was typed with what is known, and checks the whole. */
export const editOrganisationHandler =
  ({ db }: { db: Database }) =>
  (actor: Actor & { kind: 'member' }, complete: (known: ProviderIdentity) => ProviderIdentity) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const known = await lockOrganisation(tx);
      const identity = complete(known.identity);
      const decision = editOrganisation(known, { identity });
      if (decision.facts.length) {
        await saveOrganisation(tx, identity);
        await recordOfOrganisation(tx, decision.facts);
      }
      return { ...decision, organisation: { ...known, identity } };
    });
