import type { NewMail } from '../../../platform/mail/index.ts';
import type { Negotiable } from '../app/negotiable.ts';
import type { NegotiationParty } from '../domain/negotiation.ts';

type Told = { document: Negotiable; party: NegotiationParty; lines: readonly string[]; path: string };

/** What the other party said, one line each. Nothing is agreed by this mail: the answer is given on the document. */
export const digestLetter = (told: readonly Told[], publicUrl: string): NewMail => {
  const [{ document, party, path }] = told as [Told];
  const [reader, other] = party === 'client' ? [document.client, document.provider] : [document.provider, document.client];
  const count = told.reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    to: { email: reader.email, name: reader.name },
    sender: party === 'client' ? document.provider.organisation : 'Cadran',
    replyTo: other.email,
    about: { type: document.subject.type, id: document.subject.id },
    subject: `${document.title}\u00a0: ${count > 1 ? `${count} nouvelles réponses` : 'une nouvelle réponse'}`,
    title: `${other.organisation} vous a répondu`,
    paragraphs: [
      `Bonjour ${reader.name},`,
      ...told.flatMap(({ document: { title }, lines }) => [`${title}\u00a0:`, ...lines.map((line) => `– ${line}`)]),
    ],
    confidential: party === 'client',
    action: { label: 'Lire et répondre', url: new URL(path, publicUrl).toString() },
    notes: ['Rien ne se conclut par courriel\u00a0: chaque réponse se donne sur le document, où elle reste au dossier.'],
  };
};
