import { stringify } from 'yaml';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import { addDays, civilDateOf } from '../../../shared/time.ts';
import { insertText, insertVersion, lockText, ownVersions, recordEvent, updateVersion } from '../db/library.store.ts';
import type { ClauseFamily } from '../domain/clause.ts';
import type { DocumentForm, ModelPart } from '../domain/document-model.ts';
import { type LibraryKind, mayBeSaved } from '../domain/life.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { catalogOf } from './catalog-of.ts';
import { type ClauseDraft, draftOf, newTextId, sourceOf } from './own-source.ts';
import { sha256Of } from './read-clause.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };

/** A model as its author writes it. */
export type ModelDraft = { title: string; purpose: string; parts: readonly ModelPart[] };
export const modelSource = (id: string, version: number, form: string, draft: ModelDraft): string =>
  stringify({ id, version, form, ...draft }, { lineWidth: 0 });

type NewClause = { copyOf?: string | undefined; title: string; family: ClauseFamily };

/** Opens a clause of one's own: empty, or with the words of another, whose place it then takes wherever it is chosen. */
export const newClauseHandler =
  ({ db }: Deps) =>
  (actor: Member, { copyOf, title, family }: NewClause) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const own = await ownVersions(tx, 'clause');
      const source = copyOf && (builtInCatalog().clause(copyOf)?.source ?? own.findLast(({ id }) => id === copyOf)?.source);
      if (copyOf && !source) return refuse('unknown_text');
      const copied = source ? draftOf(source) : null;
      const draft: ClauseDraft = {
        ...(copied ?? emptyClause(addDays(civilDateOf(tx.now), 365))),
        title,
        // Chosen, it takes the place of what it was copied from: the articles that others cite keep their names.
        // The worked cases of the first text are not promises of the second.
        ...(copied && { mandatory: 'choice', replaces: [copyOf!, ...copied.replaces], examples: [] }),
      };
      const shelf = (copyOf && builtInCatalog().clause(copyOf)?.family) || family;
      return insertFirst(tx, actor, 'clause', { shelf, title, copiedFrom: copyOf ?? null }, (id) => sourceOf(id, 1, draft), own);
    });

const emptyClause = (reviewBefore: string): Omit<ClauseDraft, 'title'> => ({
  summary: 'À résumer en une ligne.',
  risk: 'moyen',
  reviewBefore,
  mandatory: 'choice',
  effects: [],
  requires: [],
  excludes: [],
  replaces: [],
  sources: [],
  examples: [],
  body: 'Le Prestataire et le Client conviennent que…\n',
});

type NewModel = { copyOf?: string | undefined; title: string; form: DocumentForm };

/** Opens a document model of one's own: empty, or with the clauses of another. */
export const newModelHandler =
  ({ db }: Deps) =>
  (actor: Member, { copyOf, title, form }: NewModel) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const own = await ownVersions(tx, 'model');
      const base = copyOf ? await modelToCopy(tx, copyOf) : null;
      if (copyOf && !base) return refuse('unknown_text');
      const parts: readonly ModelPart[] = base?.parts ?? [
        { id: 'contrat', kind: 'body', title: 'Conditions particulières', prefix: '', clauses: [] },
        { id: 'cgv', kind: 'cgv', title: 'Conditions générales', prefix: 'CG', clauses: [] },
      ];
      const shelf = base?.form ?? form;
      const draft = { title, purpose: base?.purpose ?? 'Quand choisir ce modèle.', parts };
      const source = (id: string) => modelSource(id, 1, shelf, draft);
      return insertFirst(tx, actor, 'model', { shelf, title, copiedFrom: copyOf ?? null }, source, own);
    });

const modelToCopy = async (tx: Tx, id: string) => (await catalogOf(tx)).model(id);

const insertFirst = async (
  tx: Tx,
  actor: Member,
  kind: LibraryKind,
  { shelf, title, copiedFrom }: { shelf: string; title: string; copiedFrom: string | null },
  source: (id: string) => string,
  own: readonly { id: string }[],
) => {
  const library = builtInCatalog();
  const id = newTextId(title, (one) => own.some((text) => text.id === one) || !!library.clause(one) || !!library.model(one));
  const text = source(id);
  await insertText(tx, { kind, id, shelf, copiedFrom });
  await insertVersion(tx, { kind, id, version: 1, title, source: text, sha256: sha256Of(text), by: actor.displayName });
  await recordEvent(tx, { kind, id, version: 1, verb: 'open', by: actor.displayName, detail: { copiedFrom } });
  return { ok: true as const, id, version: 1 };
};

type Save = {
  kind: LibraryKind;
  id: string;
  revision: number;
  title: string;
  source: (version: number, shelf: string) => string;
};

/** Keeps what was typed in the draft. Two people on one draft: the second to save is told, and loses nothing. */
export const saveTextHandler =
  ({ db }: Deps) =>
  (actor: Member, { kind, id, revision, title, source }: Save) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const latest = (await lockText(tx, kind, id)).at(-1);
      if (!latest) return refuse(isBuiltIn(kind, id) ? 'built_in_text' : 'unknown_text');
      const verdict = mayBeSaved(latest, revision);
      if (!verdict.ok) return verdict;
      const text = source(latest.version, latest.shelf);
      const change = { title, source: text, sha256: sha256Of(text), revision: revision + 1 };
      await updateVersion(tx, latest, change, actor.displayName);
      return { ok: true as const, revision: revision + 1 };
    });

/** Opens the next version with the words of the last one, which stays as it is. */
export const newVersionHandler =
  ({ db }: Deps) =>
  (actor: Member, { kind, id }: { kind: LibraryKind; id: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const latest = (await lockText(tx, kind, id)).at(-1);
      if (!latest) return refuse(isBuiltIn(kind, id) ? 'built_in_text' : 'unknown_text');
      if (latest.state === 'draft' || latest.state === 'reviewed')
        return refuse('draft_already_open', { version: latest.version });
      const version = latest.version + 1;
      const source = latest.source.replace(/^version: .*$/m, `version: ${version}`);
      await insertVersion(tx, {
        kind,
        id,
        version,
        title: latest.title,
        source,
        sha256: sha256Of(source),
        by: actor.displayName,
      });
      await recordEvent(tx, { kind, id, version, verb: 'open', by: actor.displayName });
      return { ok: true as const, id, version };
    });

export const isBuiltIn = (kind: LibraryKind, id: string): boolean =>
  kind === 'clause' ? !!builtInCatalog().clause(id) : !!builtInCatalog().model(id);
