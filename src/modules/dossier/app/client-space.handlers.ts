import { createAccessLink } from '../../../platform/auth/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import { frenchDate } from '../../../shared/french.ts';
import type { DossierId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { clientById, dossierById, organisation } from '../../parties/queries.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Client = Extract<Actor, { kind: 'client' }>;

export type PortalLinkSent = { type: 'PortalLinkSent'; name: string; email: string };

export const clientSpaceHandlers = ({ db, publicUrl }: { db: Database; publicUrl: string }) => ({
  /** Where a client stands: its dossier, and the prestataire it may write to. */
  space: (actor: Client) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const client = (await clientById(tx, actor.clientId))!;
      const { identity } = await organisation(tx);
      return {
        now: tx.now,
        dossierId: client.dossierId,
        client: { name: client.identity.name },
        provider: { name: nameOnDocuments(identity), email: identity.email, phone: identity.phone ?? null },
      };
    }),

  /** Mails the signatory a personal link to the client's space; the journal keeps to whom, never the link. */
  sendPortalLink: (actor: Member, id: DossierId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const dossier = await dossierById(tx, id);
      if (!dossier) return refuse('unknown_dossier');
      const client = (await clientById(tx, dossier.clientId))!;
      const { name, email } = client.identity.signatory;
      const sender = nameOnDocuments((await organisation(tx)).identity);
      const subject = { type: 'dossier', id };
      const { path, expiresAt } = await createAccessLink(tx, {
        purpose: 'portal',
        clientId: client.id,
        contactId: client.contactIds.signatory,
        subject,
        email,
        displayName: name,
      });
      await sendMail(tx, {
        to: { email, name },
        sender,
        subject: `Votre espace client chez ${sender}`.slice(0, 78),
        title: 'Votre espace client',
        paragraphs: [
          'Vous y trouvez vos rendez-vous à valider, vos missions en direct, vos comptes rendus, vos factures et tout votre dossier.',
          `Le lien vous est personnel. Il s’ouvre sans compte ni mot de passe, jusqu’au ${frenchDate(civilDateOf(expiresAt))}.`,
        ],
        action: { label: 'Ouvrir mon espace', url: new URL(path, publicUrl).toString() },
        confidential: true,
        about: subject,
      });
      await recordFacts<PortalLinkSent>(tx, {
        dossierId: id,
        stream: { type: 'dossier', id },
        facts: [{ type: 'PortalLinkSent', name, email }],
      });
      return { ok: true as const, sentTo: { name, email } };
    }),
});
