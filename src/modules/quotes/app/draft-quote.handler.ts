import type { Database, Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import { type ClientId, type FrameworkId, newId, type QuoteId } from '../../../shared/ids.ts';
import { frameworkById, generalLayer } from '../../frameworks/queries.ts';
import { orderStart } from '../../frameworks/index.ts';
import { currentGeneralTerms } from '../../general-terms/queries.ts';
import { trialDraft } from '../domain/trial-draft.ts';
import { cents } from '../../../shared/money.ts';
import { addDays, type CivilDate, civilDateOf } from '../../../shared/time.ts';
import { type DraftTerms, resolveTerms } from '../../contracts/index.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { insertQuote, lockQuote, quoteById, updateQuote } from '../db/quotes.store.ts';
import { copiedDraft } from '../domain/copy-draft.ts';
import { defaultDraft } from '../domain/default-draft.ts';
import { draftNetCents } from '../domain/quote-totals.ts';
import type { QuoteForm } from '../domain/forms.ts';
import { may, type QuoteDrafted } from '../domain/quote.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Deps = { db: Database };

export type DraftQuote = {
  clientId: ClientId;
  title?: string | undefined;
  form?: QuoteForm | undefined;
  isTrial?: boolean | undefined;
  frameworkId?: FrameworkId | undefined;
  copyOf?: QuoteId | undefined;
  draft?: DraftTerms | undefined;
  validUntil?: CivilDate | undefined;
};

/** Opens a quote in the client's dossier: from the article's defaults, or from an earlier quote. */
export const draftQuoteHandler =
  ({ db }: Deps) =>
  (actor: Member, command: DraftQuote) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const client = await clientById(tx, command.clientId);
      if (!client) return refuse('unknown_quote');
      const { identity } = await organisation(tx);
      const source = command.copyOf && (await quoteById(tx, command.copyOf));
      const today = civilDateOf(tx.now);
      const start = { today, vatRegime: identity.vatRegime };
      const form = command.form ?? source?.form ?? 'devis';
      const frameworkId = command.frameworkId ?? source?.frameworkId ?? null;
      const framework = frameworkId && (await frameworkById(tx, frameworkId));
      if (form === 'bon-de-commande' && !framework) return refuse('framework_required');
      if (framework && (framework.status !== 'signed' || framework.clientId !== client.id)) return refuse('framework_not_signed');
      const usual = await usualDraft(tx, start);
      const draft =
        command.draft ??
        (source
          ? copiedDraft(source.draft, start)
          : framework?.frozen
            ? orderStart(usual, framework.frozen.content)
            : command.isTrial
              ? trialDraft(usual)
              : usual);
      const quoteId = newId<QuoteId>();
      const title = command.title ?? source?.title ?? `Prospection téléphonique pour ${client.identity.name}`;
      await insertQuote(tx, {
        id: quoteId,
        dossierId: client.dossierId,
        clientId: client.id,
        title,
        form,
        selection: source?.form === form ? source.selection : null,
        frameworkId: framework ? framework.id : null,
        isTrial: command.isTrial ?? source?.isTrial ?? false,
        draft,
        status: 'draft',
        frozen: null,
        revision: 1,
        version: 1,
        validUntil: command.validUntil ?? addDays(today, 30),
        netCents: draftNetCents(draft),
        createdAt: tx.now,
        updatedAt: tx.now,
      });
      const fact: QuoteDrafted = { type: 'QuoteDrafted', quoteId, title, ...(form === 'devis' ? {} : { form }) };
      await recordFacts(tx, {
        dossierId: client.dossierId,
        stream: { type: 'quote', id: quoteId },
        expectedVersion: 0,
        facts: [fact],
      });
      return { ...record(fact), quoteId };
    });

/** The article's defaults, with the conditions of the general terms in force where they speak. */
const usualDraft = async (tx: Tx, start: Parameters<typeof defaultDraft>[0]): Promise<DraftTerms> => {
  const draft = defaultDraft(start);
  const edition = await currentGeneralTerms(tx);
  return edition ? resolveTerms([generalLayer(edition), { kind: 'order', label: 'usual', terms: draft }]).terms : draft;
};

export type SaveDraft = { quoteId: QuoteId; revision: number; title: string; validUntil: CivilDate | null; draft: DraftTerms };

/** Keeps what was typed. Two tabs on one draft: the second to save is told, and loses nothing. */
export const saveDraftHandler =
  ({ db }: Deps) =>
  (actor: Member, command: SaveDraft) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const quote = await lockQuote(tx, command.quoteId);
      if (!quote) return refuse('unknown_quote');
      if (!may('save', quote.status)) return refuse('already_sent', { number: quote.frozen?.number });
      if (quote.revision !== command.revision) return refuse('changed_elsewhere', { revision: quote.revision });
      await updateQuote(tx, quote.id, {
        title: command.title,
        valid_until: command.validUntil,
        draft: JSON.stringify(command.draft),
        revision: quote.revision + 1,
        net_cents: cents(draftNetCents(command.draft)),
      });
      return { ok: true as const, revision: quote.revision + 1 };
    });
