import type { FileId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { NewMail } from '../../../platform/mail/index.ts';
import type { Signatory, SignatureRequest } from '../domain/signature-request.ts';

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const onDay = (at: SignatureRequest['expiresAt']) => day.format(new Date(`${civilDateOf(at)}T00:00:00Z`));
const page = (publicUrl: string, request: SignatureRequest) => `${publicUrl}/signatures/${request.id}`;

type Attached = readonly { fileId: FileId; name: string }[];

const letter = (
  request: SignatureRequest,
  person: Signatory,
  content: Pick<NewMail, 'subject' | 'title' | 'paragraphs' | 'action' | 'code' | 'notes' | 'attachments' | 'confidential'>,
): NewMail => ({
  to: { email: person.email, name: person.name },
  sender: request.provider.organisation,
  replyTo: person.party === 'client' ? request.provider.email : request.client.email,
  about: { type: 'signature', id: request.id },
  ...content,
});

export const signingLinkLetter = (request: SignatureRequest, url: string): NewMail =>
  letter(request, request.client, {
    subject: `${request.title}\u00a0: à lire et à signer`,
    title: `${request.title}, à lire et à signer`,
    paragraphs: [
      `Bonjour ${request.client.name},`,
      `${request.provider.organisation} vous propose le document «\u00a0${request.title}\u00a0». Vous pouvez le lire et le signer en ligne jusqu’au ${onDay(request.expiresAt)}, depuis un téléphone ou un ordinateur, sans créer de compte.`,
    ],
    confidential: true,
    action: { label: 'Lire et signer', url },
    notes: [
      'Ce lien est personnel\u00a0: il vous identifie. Un code vous sera envoyé à cette adresse au moment de signer.',
      'Si le document ne vous convient pas, vous pourrez le refuser en disant pourquoi.',
    ],
  });

export const codeLetter = (request: SignatureRequest, person: Signatory, code: string): NewMail =>
  letter(request, person, {
    subject: `Votre code pour signer ${request.title}`,
    title: 'Votre code de signature',
    paragraphs: [`Bonjour ${person.name},`, `Saisissez ce code pour signer le document «\u00a0${request.title}\u00a0»\u00a0:`],
    code,
    confidential: true,
    notes: [
      'Il est valable dix minutes et ne sert qu’une fois. Ne le donnez à personne.',
      'Si vous n’avez pas demandé ce code, ne faites rien\u00a0: sans lui, rien n’est signé.',
    ],
  });

export const clientSignedLetter = (request: SignatureRequest, publicUrl: string): NewMail =>
  letter(request, request.provider, {
    subject: `${request.client.organisation} a signé\u00a0: à vous de contresigner`,
    title: `${request.client.organisation} a signé`,
    paragraphs: [
      `Bonjour ${request.provider.name},`,
      `${request.client.name}, ${request.client.capacity}, a signé le document «\u00a0${request.title}\u00a0». L’accord est conclu à votre contresignature\u00a0: la mission s’ouvre et la facture d’acompte est établie aussitôt.`,
    ],
    action: { label: 'Contresigner', url: page(publicUrl, request) },
  });

export const clientRefusedLetter = (request: SignatureRequest, reason: string, publicUrl: string): NewMail =>
  letter(request, request.provider, {
    subject: `${request.client.organisation} a refusé de signer`,
    title: `${request.client.organisation} a refusé de signer`,
    paragraphs: [
      `Bonjour ${request.provider.name},`,
      `${request.client.name} a refusé le document «\u00a0${request.title}\u00a0» et en dit la raison\u00a0:`,
      `«\u00a0${reason}\u00a0»`,
    ],
    action: { label: 'Voir la demande', url: page(publicUrl, request) },
  });

export const finalFilesLetter = (request: SignatureRequest, person: Signatory, attachments: Attached): NewMail =>
  letter(request, person, {
    subject: `${request.title}\u00a0: votre exemplaire signé`,
    title: 'Votre exemplaire signé',
    paragraphs: [
      `Bonjour ${person.name},`,
      `Le document «\u00a0${request.title}\u00a0» est signé par ${request.client.organisation} et par ${request.provider.organisation}. Vous le trouverez ci-joint, avec son dossier de preuve.`,
    ],
    notes: [
      'Conservez ces fichiers tels quels\u00a0: imprimés, ou enregistrés par un autre logiciel, ils perdent leurs signatures.',
    ],
    attachments,
  });

export const paperFilesLetter = (request: SignatureRequest, person: Signatory, attachments: Attached): NewMail =>
  letter(request, person, {
    subject: `${request.title}\u00a0: signature sur papier enregistrée`,
    title: 'Signature sur papier enregistrée',
    paragraphs: [
      `Bonjour ${person.name},`,
      `La signature sur papier du document «\u00a0${request.title}\u00a0» est enregistrée au dossier. Vous trouverez ci-joint le scan et la page de preuve.`,
    ],
    notes: ['Gardez l’original\u00a0: c’est lui qui fait foi.'],
    attachments,
  });
