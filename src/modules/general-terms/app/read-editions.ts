import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { catalogOf } from '../../clauses/queries.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { organisation } from '../../parties/queries.ts';
import { currentGeneralTerms, generalTermsEdition, generalTermsEditions } from '../db/editions.store.ts';
import { firstDefaults } from '../domain/default-terms.ts';
import type { GeneralTermsEdition } from '../domain/edition.ts';
import { previewGeneralTerms } from './compose-general-terms.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database; files: Files };

/** Every edition, and the conditions that the next one starts from: those in force. */
export const editionsFor =
  ({ db }: Deps) =>
  (actor: Member) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const editions = await generalTermsEditions(tx);
      return { editions, next: (editions[0]?.content.defaults ?? firstDefaults) as DraftTerms };
    });

export const previewEdition =
  ({ db }: Deps) =>
  (actor: Member, draft: DraftTerms) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const { identity: provider } = await organisation(tx);
      const edition = ((await currentGeneralTerms(tx))?.edition ?? 0) + 1;
      return previewGeneralTerms(await catalogOf(tx), draft, { provider, publishedOn: civilDateOf(tx.now), edition });
    });

const fileOf = async (tx: Tx, files: Files, edition: GeneralTermsEdition | null) =>
  edition && { edition, file: await files.read(tx, edition.file.fileId) };

export const editionFile =
  ({ db, files }: Deps) =>
  (actor: Member, edition: number) =>
    db.withTenant(actor.tenantId, actor, async (tx) => fileOf(tx, files, await generalTermsEdition(tx, edition)));

/** What any professional may ask for, without an account (C. com. L441-1): the edition in force, and nothing else of the organisation. */
export const publicGeneralTerms =
  ({ db, files }: Deps) =>
  async (organisationId: TenantId) => {
    const exists = await db.asSystem(async (tx) =>
      tx.sql
        .selectFrom('general_terms_editions')
        .select('edition')
        .where('tenant_id', '=', organisationId)
        .limit(1)
        .executeTakeFirst(),
    );
    if (!exists) return null;
    const stranger: Actor = { kind: 'system', name: 'public-general-terms', tenantId: organisationId };
    return db.withTenant(organisationId, stranger, async (tx) => {
      const { identity } = await organisation(tx);
      const found = await fileOf(tx, files, await currentGeneralTerms(tx));
      return found && { ...found, publisher: nameOnDocuments(identity) };
    });
  };
