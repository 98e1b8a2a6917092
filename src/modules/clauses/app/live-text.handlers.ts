import type { Database, Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import { type ClientId, type DossierId, newId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import {
  deleteVersion,
  insertBuiltInReview,
  lockText,
  recordEvent,
  replacePilots,
  type StoredVersion,
  updateVersion,
} from '../db/library.store.ts';
import {
  type ClausePublished,
  type LibraryKind,
  type LibraryVerb,
  mayBeDiscarded,
  mayBePiloted,
  mayBePublished,
  mayBeReopened,
  mayBeRetired,
  mayBeReviewed,
  type Review,
} from '../domain/life.ts';
import type { ClauseState } from '../domain/clause.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { textFaults } from './check-text.ts';
import { isBuiltIn } from './write-text.handlers.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };
type Named = { kind: LibraryKind; id: string; version: number };
type Verdict<Code extends string> = { ok: true; to: ClauseState } | { ok: false; code: Code; details?: Record<string, unknown> };

/** Runs one verb on one version, with the text held: its rule, its new state, the line in its history. */
const living =
  <Command extends Named, Code extends string>(
    { db }: Deps,
    verb: LibraryVerb,
    rule: (
      text: StoredVersion,
      command: Command,
      tx: Tx,
      all: readonly StoredVersion[],
    ) => Promise<Verdict<Code>> | Verdict<Code>,
    keep: (
      tx: Tx,
      text: StoredVersion,
      command: Command,
      all: readonly StoredVersion[],
    ) => Promise<Record<string, unknown> | void>,
  ) =>
  (actor: Member, command: Command) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const all = await lockText(tx, command.kind, command.id);
      const text = all.find(({ version }) => version === command.version);
      if (!text) return refuse(isBuiltIn(command.kind, command.id) ? 'built_in_text' : 'unknown_text');
      const verdict = await rule(text, command, tx, all);
      if (!verdict.ok) return verdict;
      const by = actor.displayName;
      if (verb !== 'discard') await updateVersion(tx, text, { state: verdict.to }, by);
      const detail = await keep(tx, text, command, all);
      await recordEvent(tx, { kind: text.kind, id: text.id, version: text.version, verb, by, ...(detail && { detail }) });
      return { ok: true as const, state: verdict.to };
    });

/** Records who read the text again, in what capacity, and until when that holds; the text of the product keeps its file, its review is added beside it. */
export const reviewTextHandler = (deps: Deps) => {
  const own = living(
    deps,
    'review',
    (text, { review }: Named & { review: Review }, tx) => mayBeReviewed(text, review, civilDateOf(tx.now)),
    async (tx, text, { review }) => {
      await updateVersion(tx, text, { review }, review.by);
      return { review };
    },
  );
  return async (actor: Member, command: Named & { review: Review }) =>
    command.kind === 'clause' && builtInCatalog().clause(command.id, command.version)
      ? deps.db.withTenant(actor.tenantId, actor, async (tx) => {
          const standing = { state: 'draft', version: command.version, review: null } as const;
          const verdict = mayBeReviewed(standing, command.review, civilDateOf(tx.now));
          if (!verdict.ok) return verdict;
          await insertBuiltInReview(tx, command.id, command.version, command.review);
          return { ok: true as const, state: 'published' as ClauseState };
        })
      : own(actor, command);
};

/** Back to a draft: what was read again is no longer what will be used, so the review goes. */
export const reopenTextHandler = (deps: Deps) =>
  living(
    deps,
    'reopen',
    (text) => mayBeReopened(text),
    async (tx, text) => {
      await updateVersion(tx, text, { review: null }, text.updatedBy);
    },
  );

/** Tries a version on chosen clients; the list replaces the one before. Another version on trial leaves. */
export const pilotTextHandler = (deps: Deps) =>
  living(
    deps,
    'pilot',
    async (text, { clientIds }: Named & { clientIds: readonly ClientId[] }, tx) => {
      const faults = await textFaults(tx, text);
      return faults.length > 0 ? refuse('text_has_faults', { faults }) : mayBePiloted(text, clientIds);
    },
    async (tx, text, { clientIds }) => {
      await replacePilots(tx, text.kind, text.id, clientIds);
      return { clientIds };
    },
  );

/** For everyone: the version published before is retired by the same act, and the trial ends. */
export const publishTextHandler = (deps: Deps) => async (actor: Member, command: Named) =>
  deps.db.withTenant(actor.tenantId, actor, async (tx) => {
    const all = await lockText(tx, command.kind, command.id);
    const text = all.find(({ version }) => version === command.version);
    if (!text) return refuse(isBuiltIn(command.kind, command.id) ? 'built_in_text' : 'unknown_text');
    const verdict = mayBePublished(text, await textFaults(tx, text));
    if (!verdict.ok) return verdict;
    const by = actor.displayName;
    for (const other of all.filter(({ state, version }) => state === 'published' && version !== text.version))
      await updateVersion(tx, other, { state: 'retired' }, by);
    await updateVersion(tx, text, { state: verdict.to }, by);
    if (text.state === 'pilot') await replacePilots(tx, text.kind, text.id, []);
    await recordEvent(tx, { kind: text.kind, id: text.id, version: text.version, verb: 'publish', by });
    if (text.kind === 'clause')
      await recordFacts<ClausePublished>(tx, {
        // What everyone will be proposed belongs to the organisation, not to a client's file.
        dossierId: tx.tenantId as unknown as DossierId,
        stream: { type: 'clause', id: newId<string>() },
        facts: [{ type: 'ClausePublished', clauseId: text.id, version: text.version, title: text.title }],
      });
    return { ok: true as const, state: verdict.to };
  });

/** No longer proposed; what was signed with it stays readable. Published again by `publish`. */
export const retireTextHandler = (deps: Deps) =>
  living(
    deps,
    'retire',
    (text) => mayBeRetired(text),
    async (tx, text) => {
      if (text.state === 'pilot') await replacePilots(tx, text.kind, text.id, []);
    },
  );

/** Throws a draft away. */
export const discardTextHandler = (deps: Deps) =>
  living(
    deps,
    'discard',
    (text) => mayBeDiscarded(text),
    async (tx, text) => {
      await deleteVersion(tx, text);
    },
  );
