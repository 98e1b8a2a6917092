import type { FileId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { NewMail } from '../../../platform/mail/index.ts';
import type { Signatory, SignatureRequest } from '../domain/signature-request.ts';
import { hasSigned } from '../domain/signing-order.ts';

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const onDay = (at: SignatureRequest['expiresAt']) => day.format(new Date(`${civilDateOf(at)}T00:00:00Z`));
const page = (publicUrl: string, request: SignatureRequest) => `${publicUrl}/signatures/${request.id}`;
const named = (people: readonly { name: string }[]) =>
  people
    .map(({ name }) => name)
    .join(', ')
    .replace(/, ([^,]+)$/, ' et $1');

type Attached = readonly { fileId: FileId; name: string }[];

const letter = (
  request: SignatureRequest,
  person: Signatory,
  content: Pick<NewMail, 'subject' | 'title' | 'paragraphs' | 'action' | 'code' | 'notes' | 'attachments' | 'confidential'>,
): NewMail => ({
  to: { email: person.email, name: person.name },
  sender: request.provider.organisation,
  replyTo: person.id === request.provider.id ? request.client.email : request.provider.email,
  about: { type: 'signature', id: request.id },
  ...content,
});

export const signingLinkLetter = (request: SignatureRequest, signer: Signatory, url: string): NewMail => {
  const before = hasSigned(request);
  return letter(request, signer, {
    subject: `${request.title}\u00a0: à lire et à signer`,
    title: `${request.title}, à lire et à signer`,
    paragraphs: [
      `Bonjour ${signer.name},`,
      `${request.provider.organisation} vous propose le document «\u00a0${request.title}\u00a0». Vous pouvez le lire et le signer en ligne jusqu’au ${onDay(request.expiresAt)}, depuis un téléphone ou un ordinateur, sans créer de compte.`,
      ...(signer.delegation
        ? [`${signer.delegation.fromName} vous a transmis cette demande\u00a0: «\u00a0${signer.delegation.reason}\u00a0»`]
        : []),
      ...(before.length ? [`${named(before)} ${before.length > 1 ? 'ont' : 'a'} déjà signé\u00a0: c’est votre tour.`] : []),
    ],
    confidential: true,
    action: { label: 'Lire et signer', url },
    notes: [
      'Ce lien est personnel\u00a0: il vous identifie. Un code vous sera envoyé à cette adresse au moment de signer.',
      'Si le document ne vous convient pas, vous pourrez le refuser en disant pourquoi, ou le transmettre à une personne de votre organisation qui a le pouvoir de signer.',
    ],
  });
};

export const reminderLetter = (request: SignatureRequest, signer: Signatory, url: string): NewMail =>
  letter(request, signer, {
    subject: `Rappel\u00a0: ${request.title} attend votre signature`,
    title: `${request.title} attend votre signature`,
    paragraphs: [
      `Bonjour ${signer.name},`,
      `Le document «\u00a0${request.title}\u00a0», que ${request.provider.organisation} vous a envoyé, attend votre réponse. Il peut être signé jusqu’au ${onDay(request.expiresAt)}.`,
    ],
    confidential: true,
    action: { label: 'Lire et signer', url },
    notes: [
      'Vous pouvez aussi le refuser en disant pourquoi\u00a0: ces rappels cesseront aussitôt.',
      'Ce lien est personnel\u00a0: il vous identifie.',
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

export const clientSignedLetter = (request: SignatureRequest, last: Signatory, publicUrl: string): NewMail => {
  const people = hasSigned(request);
  const who = people.length > 1 ? `${named(people)} ont signé` : `${last.name}, ${last.capacity}, a signé`;
  return letter(request, request.provider, {
    subject: `${request.client.organisation} a signé\u00a0: à vous de contresigner`,
    title: `${request.client.organisation} a signé`,
    paragraphs: [
      `Bonjour ${request.provider.name},`,
      `${who} le document «\u00a0${request.title}\u00a0». L’accord est conclu à votre contresignature${request.subject.type === 'quote' ? '\u00a0: la mission s’ouvre et la facture d’acompte est établie aussitôt' : ''}.`,
    ],
    action: { label: 'Contresigner', url: page(publicUrl, request) },
  });
};

export const clientRefusedLetter = (request: SignatureRequest, by: Signatory, reason: string, publicUrl: string): NewMail =>
  letter(request, request.provider, {
    subject: `${by.organisation} a refusé de signer`,
    title: `${by.organisation} a refusé de signer`,
    paragraphs: [
      `Bonjour ${request.provider.name},`,
      `${by.name} a refusé le document «\u00a0${request.title}\u00a0» et en dit la raison\u00a0:`,
      `«\u00a0${reason}\u00a0»`,
    ],
    action: { label: 'Voir la demande', url: page(publicUrl, request) },
  });

export const refusedForOthersLetter = (request: SignatureRequest, person: Signatory, by: Signatory, reason: string): NewMail =>
  letter(request, person, {
    subject: `${request.title}\u00a0: la signature s’arrête là`,
    title: 'Ce document ne sera pas signé',
    paragraphs: [
      `Bonjour ${person.name},`,
      `${by.name} a refusé de signer le document «\u00a0${request.title}\u00a0», pour cette raison\u00a0: «\u00a0${reason}\u00a0»`,
      person.signed
        ? 'Votre signature n’engage donc personne\u00a0: il n’y a pas d’accord.'
        : 'Vous n’avez rien à faire\u00a0: votre lien ne s’ouvre plus.',
    ],
  });

export const withdrawnLetter = (
  request: SignatureRequest,
  person: Signatory,
  { reason, replaced }: { reason: string | null; replaced: boolean },
): NewMail =>
  letter(request, person, {
    subject: replaced
      ? `${request.title}\u00a0: une nouvelle version remplace celle-ci`
      : `${request.title}\u00a0: document retiré`,
    title: replaced ? 'Une nouvelle version remplace ce document' : 'Ce document est retiré',
    paragraphs: [
      `Bonjour ${person.name},`,
      replaced
        ? `${request.provider.organisation} remplace le document «\u00a0${request.title}\u00a0» par une nouvelle version, qui vous arrivera avec un nouveau lien. L’ancien ne s’ouvre plus.`
        : `${request.provider.organisation} a retiré le document «\u00a0${request.title}\u00a0». Votre lien ne s’ouvre plus\u00a0: il n’y a plus rien à signer.`,
      ...(reason ? [`La raison donnée\u00a0: «\u00a0${reason}\u00a0»`] : []),
      ...(person.signed
        ? [
            'Vous aviez signé cette version\u00a0: votre signature ne vaut que pour elle et n’engage à rien d’autre. La trace en est gardée au dossier.',
          ]
        : []),
    ],
    notes: ['Pour toute question, répondez à ce message\u00a0: il arrive à votre interlocuteur.'],
  });

export const moreTimeLetter = (request: SignatureRequest, person: Signatory, publicUrl: string): NewMail =>
  letter(request, request.provider, {
    subject: `${person.organisation} demande plus de temps pour signer`,
    title: `${person.organisation} demande plus de temps`,
    paragraphs: [
      `Bonjour ${request.provider.name},`,
      `${person.name} voudrait signer le document «\u00a0${request.title}\u00a0», dont le délai est passé depuis le ${onDay(request.expiresAt)}. Vous pouvez prolonger ce délai d’un clic\u00a0: un nouveau lien partira aussitôt.`,
    ],
    action: { label: 'Voir la demande', url: page(publicUrl, request) },
  });

export const delegatedLetter = (request: SignatureRequest, from: Signatory, to: Signatory, publicUrl: string): NewMail =>
  letter(request, request.provider, {
    subject: `${from.name} passe la signature à ${to.name}`,
    title: `${from.name} passe la signature à ${to.name}`,
    paragraphs: [
      `Bonjour ${request.provider.name},`,
      `${from.name} a transmis le document «\u00a0${request.title}\u00a0» à ${to.name}, ${to.capacity} (${to.email}), pour cette raison\u00a0:`,
      `«\u00a0${to.delegation!.reason}\u00a0»`,
      'Assurez-vous que cette personne peut engager son organisation. Si ce n’est pas le cas, vous pouvez refuser cette transmission tant qu’elle n’a pas signé\u00a0: la première personne signera.',
    ],
    action: { label: 'Voir la demande', url: page(publicUrl, request) },
  });

export const delegationRefusedLetter = (request: SignatureRequest, person: Signatory, to: Signatory, reason: string): NewMail =>
  letter(request, person, {
    subject: `${request.title}\u00a0: la transmission n’est pas acceptée`,
    title: 'La transmission n’est pas acceptée',
    paragraphs: [
      `Bonjour ${person.name},`,
      person.id === to.id
        ? `${request.provider.organisation} préfère que ${to.delegation!.fromName} signe le document «\u00a0${request.title}\u00a0». Votre lien ne s’ouvre plus\u00a0: vous n’avez rien à faire.`
        : `${request.provider.organisation} n’accepte pas que ${to.name} signe le document «\u00a0${request.title}\u00a0» à votre place. Un nouveau lien vous arrive.`,
      `La raison donnée\u00a0: «\u00a0${reason}\u00a0»`,
    ],
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
