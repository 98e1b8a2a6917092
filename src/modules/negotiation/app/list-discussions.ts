import { type Database, tables } from '../../../platform/db/index.ts';
import { agreementForms, printedNumber } from '../../contracts/index.ts';
import { clientById } from '../../parties/queries.ts';
import { frameworkList } from '../../frameworks/queries.ts';
import { quoteList } from '../../quotes/queries.ts';
import type { Actor } from '../../../shared/actor.ts';
import { otherParty } from '../domain/negotiation.ts';
import type { NegotiationTables } from '../db/tables.ts';

type Reader = Extract<Actor, { kind: 'member' | 'client' }>;

/** The documents that may be discussed now, and how many points wait for the reader’s answer on each. */
export const listDiscussions =
  ({ db }: { db: Database }) =>
  (actor: Reader) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const party = actor.kind === 'client' ? 'client' : 'provider';
      const dossierId = actor.kind === 'client' ? (await clientById(tx, actor.clientId))!.dossierId : undefined;
      const quotes = (await quoteList(tx, { dossierId })).filter(({ status }) => status === 'sent');
      const frameworks = (await frameworkList(tx, { dossierId })).filter(({ status }) => status === 'sent');
      const waiting = await tables<NegotiationTables>(tx)
        .selectFrom('negotiation_items')
        .select((row) => ['subject_id', row.fn.countAll<string>().as('count')])
        .where('tenant_id', '=', tx.tenantId)
        .where('status', '=', 'open')
        // What the other party put on the table: its proposal, or its remark.
        .where((row) => row(row.fn.coalesce('proposed_by', 'opened_by'), '=', otherParty(party)))
        .groupBy('subject_id')
        .execute();
      const counts = new Map(waiting.map(({ subject_id, count }) => [subject_id, Number(count)]));
      const offers = quotes.map((quote) => ({
        subject: { type: 'quote' as const, id: quote.id as string },
        title: `${agreementForms[quote.form].name.fr} n°\u00a0${quote.number}`,
        about: quote.title,
        validUntil: quote.valid_until!,
        waiting: counts.get(quote.id) ?? 0,
      }));
      const lasting = frameworks.map(({ id, title, frozen }) => ({
        subject: { type: 'framework' as const, id: id as string },
        title: `${agreementForms['contrat-cadre'].name.fr} n°\u00a0${printedNumber(frozen!.content)}`,
        about: title,
        validUntil: frozen!.content.validUntil,
        waiting: counts.get(id) ?? 0,
      }));
      return [...offers, ...lasting];
    });
