import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import type { ClientId, QuoteId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { frictionsWithoutClause } from '../../frictions/queries.ts';
import { currentGeneralTerms } from '../../general-terms/queries.ts';
import { clientById } from '../../parties/queries.ts';
import { quoteById, quoteList } from '../../quotes/queries.ts';
import { audit } from '../domain/audit.ts';
import type { AuditContext, AuditedDocument, AuditedKind } from '../domain/audited-document.ts';
import { kindOf, linesOf, sectionsOf } from '../domain/read-text.ts';
import { documentOfQuote } from './own-document.ts';

export type Member = Extract<Actor, { kind: 'member' }>;

/** What a person asks to audit: one of our quotes, all those of a client, a text, or documents already read. */
export type AuditInput =
  | { source: 'quote'; quoteId: QuoteId; draft?: DraftTerms | undefined }
  | { source: 'client'; clientId: ClientId }
  | { source: 'text'; title: string; text: string; kind?: AuditedKind | undefined; client?: AuditContext['client'] }
  | { source: 'documents'; documents: readonly AuditedDocument[]; client?: AuditContext['client'] };

export const runAudit =
  ({ db }: { db: Database }) =>
  (actor: Member, input: AuditInput) =>
    db.withTenant(actor.tenantId, actor, (tx) => auditIn(tx, input));

/** Reads what is asked and holds it against the rules. Nothing is kept. */
export const auditIn = async (tx: Tx, input: AuditInput) => {
  const gathered = await gather(tx, input);
  if (!gathered.ok) return gathered;
  const { documents, client } = gathered;
  if (documents.every(({ sections }) => sections.length === 0)) return refuse('nothing_to_audit');
  const isOwn = documents.some(({ origin }) => origin === 'own');
  const context: AuditContext = {
    today: civilDateOf(tx.now),
    client,
    currentGeneralTermsEdition: isOwn ? (await currentGeneralTerms(tx))?.edition : undefined,
    frictions: isOwn
      ? (await frictionsWithoutClause(tx)).map(({ title }, index) => ({ id: String(index), title, clauseId: null }))
      : [],
  };
  return { ok: true as const, documents, ...audit(documents, context), auditedAt: tx.now, clientId: gathered.clientId };
};

const gather = async (tx: Tx, input: AuditInput) => {
  switch (input.source) {
    case 'quote': {
      const quote = await quoteById(tx, input.quoteId);
      if (!quote) return refuse('unknown_subject');
      const document = await documentOfQuote(tx, quote, input.draft ?? quote.draft);
      return {
        ok: true as const,
        documents: [document],
        client: await knownClient(tx, quote.clientId, quote.id),
        clientId: quote.clientId,
      };
    }
    case 'client': {
      const client = await clientById(tx, input.clientId);
      if (!client) return refuse('unknown_subject');
      const open = (await quoteList(tx, { dossierId: client.dossierId })).filter(({ status }) =>
        ['draft', 'sent', 'signed'].includes(status),
      );
      const documents: AuditedDocument[] = [];
      for (const { id } of open.slice(0, maxQuotes)) documents.push(await documentOfQuote(tx, (await quoteById(tx, id))!));
      return { ok: true as const, documents, client: await knownClient(tx, input.clientId), clientId: input.clientId };
    }
    case 'text': {
      const sections = sectionsOf(linesOf(input.text));
      const kind = input.kind ?? kindOf(input.text.trimStart().split('\n')[0] ?? '', sections);
      const document: AuditedDocument = { id: 'texte', title: input.title, kind, origin: 'foreign', sections };
      return { ok: true as const, documents: [document], client: input.client, clientId: null };
    }
    case 'documents':
      // What comes back from a screen is words only: it never passes for one of our own documents.
      return {
        ok: true as const,
        documents: input.documents.map((document): AuditedDocument => ({ ...document, origin: 'foreign' })),
        client: input.client,
        clientId: null,
      };
  }
};

const maxQuotes = 20;

/** New until it has signed something else: then its first deposit is the only security. */
const knownClient = async (tx: Tx, clientId: ClientId, except?: QuoteId) => {
  const client = await clientById(tx, clientId);
  if (!client) return undefined;
  const quotes = await quoteList(tx, { dossierId: client.dossierId });
  return { isNew: !quotes.some(({ id, status }) => status === 'signed' && id !== except), paysLate: false };
};
