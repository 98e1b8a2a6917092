import { sql } from 'kysely';
import { createAccessLink } from '../../../platform/auth/index.ts';
import { type Tx, tables } from '../../../platform/db/index.ts';
import { defineSweep } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { newId, type TenantId } from '../../../shared/ids.ts';
import { addMinutes } from '../../../shared/time.ts';
import { signatureOf } from '../../signing/queries.ts';
import { type Item, type NegotiationSubject, type NegotiationVerb, otherParty } from '../domain/negotiation.ts';
import type { NegotiationTables } from '../db/tables.ts';
import { digestLetter } from '../emails/digest.ts';
import { negotiable, type Negotiable } from './negotiable.ts';

const did: Record<NegotiationVerb, string> = {
  comment: 'remarque',
  propose: 'changement proposé',
  counter: 'contre-proposition',
  accept: 'accepté',
  decline: 'décliné',
  withdraw: 'proposition retirée',
  reopen: 'réponse reprise',
};

/** Puts one line in the other party’s next mail. */
export const tellTheOther = async (
  tx: Tx,
  document: Negotiable,
  item: Item,
  said: { party: Item['openedBy']; verb: NegotiationVerb; text: string },
): Promise<void> => {
  const party = otherParty(said.party);
  const place = item.article ? `article\u00a0${item.article}, ${item.label}` : item.label;
  const words = said.text ? ` («\u00a0${said.text.slice(0, 200)}\u00a0»)` : '';
  await tables<NegotiationTables>(tx)
    .insertInto('negotiation_news')
    .values({
      tenant_id: tx.tenantId,
      news_id: newId(),
      subject_type: item.subject.type,
      subject_id: item.subject.id,
      party,
      email: document[party].email,
      line: `${place}\u00a0: ${did[said.verb]}${words}`,
      at: tx.now,
      sent_at: null,
    })
    .execute();
};

/** Mails what is new, at most once an hour to one person, all documents together. */
export const newsSweep = ({ publicUrl }: { publicUrl: string }) =>
  defineSweep('negotiation-news', async (system, now) => {
    const anHourAgo = addMinutes(now, -60);
    const waiting = await system.asSystem(async (tx) => {
      const { rows } = await sql<{ tenant_id: TenantId; email: string }>`
        select distinct n.tenant_id, n.email from negotiation_news n
        where n.sent_at is null and not exists (
          select 1 from negotiation_news s
          where s.tenant_id = n.tenant_id and s.email = n.email and s.sent_at > ${anHourAgo})
        limit 200`.execute(tx.sql);
      return rows;
    });
    for (const { tenant_id, email } of waiting) await system.withTenant(tenant_id, (tx) => mailNews(tx, email, publicUrl));
  });

const mailNews = async (tx: Tx, email: string, publicUrl: string): Promise<void> => {
  const news = await tables<NegotiationTables>(tx)
    .updateTable('negotiation_news')
    .set({ sent_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('email', '=', email)
    .where('sent_at', 'is', null)
    .returning(['subject_type', 'subject_id', 'party', 'line', 'at'])
    .execute();
  const bySubject = Map.groupBy(
    news.toSorted((a, b) => a.at.localeCompare(b.at)),
    ({ subject_type, subject_id }) => `${subject_type} ${subject_id}`,
  );
  const documents = [];
  for (const lines of bySubject.values()) {
    const { subject_type: type, subject_id: id, party } = lines[0]!;
    const document = await negotiable(tx, { type, id });
    if (!document) continue;
    documents.push({ document, party, lines: lines.map(({ line }) => line), path: await pageFor(tx, document, party) });
  }
  if (documents.length > 0) await sendMail(tx, digestLetter(documents, publicUrl));
};

/** Where the reader answers: the prestataire on the document’s page, the client by a personal link to what it may sign. */
const pageFor = async (tx: Tx, { subject, clientId }: Negotiable, party: Item['openedBy']): Promise<string> => {
  if (party === 'provider') return ownerPage(subject);
  const request = await signatureOf(tx, subject);
  const who = request?.client;
  if (!request || !who) return '/';
  const link = await createAccessLink(tx, {
    purpose: 'sign',
    signerId: who.id,
    clientId,
    email: who.email,
    displayName: who.name,
    subject: { type: 'signature', id: request.id },
  });
  return link.path;
};

const ownerPage = ({ type, id }: NegotiationSubject): string => (type === 'quote' ? `/devis/${id}` : `/contrats-cadres/${id}`);
