import { frenchDate, frenchMoney } from '../../../shared/french.ts';
import { civilDateOf, type Instant } from '../../../shared/time.ts';
import type { SealCertificate, VerifiedSignature } from '../../../platform/signature/index.ts';
import type { JournalEntry } from '../../../platform/journal/index.ts';
import type { DossierDocument } from '../../dossier/index.ts';
import type { EvidenceDocument, EvidenceSigner } from '../documents/evidence.document.ts';
import { countersignText } from '../domain/consent.ts';
import type { EvidenceEntry, EvidenceKind } from '../domain/evidence.ts';
import { totalWithOptions } from '../domain/options.ts';
import type { Signatory } from '../domain/signature-request.ts';
import { copiesOf, hasSigned } from '../domain/signing-order.ts';
import { entriesOf, type StoredRequest } from '../db/signing.store.ts';

export type EvidenceMaterial = {
  request: StoredRequest;
  entries: readonly EvidenceEntry[];
  /** The document as sent, then as signed or scanned. */
  documents: readonly DossierDocument[];
  signatures: readonly VerifiedSignature[];
  certificate: SealCertificate;
  journalHead: JournalEntry | null;
};

/** The evidence page's content: what the append-only rows say, in the order and words of a person. */
export const buildEvidence = (material: EvidenceMaterial): EvidenceDocument => {
  const { request, documents, signatures, certificate, journalHead } = material;
  const paper = request.state === 'signed_on_paper';
  return {
    demo: request.demo,
    number: request.number,
    title: request.title,
    level: paper ? 'paper' : 'electronic',
    documents: [...documents].reverse().map((document) => ({
      label:
        document.kind === 'scan'
          ? 'Scan du document signé'
          : document.replaces
            ? 'Document signé par les deux parties'
            : 'Document figé, tel qu’il a été lu',
      fileName: document.title,
      sha256: document.sha256,
      byteLength: document.byteLength,
    })),
    initials: paper
      ? []
      : request.initials.map(({ id, article, label }) => ({
          article,
          label,
          by: hasSigned(request).flatMap(({ name, initialled }) =>
            initialled.filter((one) => one.id === id).map(({ initials, at }) => ({ name, initials, at })),
          ),
        })),
    options: request.options && !paper ? { lines: printedOptions(request), total: totalLine(request) } : null,
    signers: paper ? [paperSigner(material)] : hasSigned(request).map((person) => signer(material, person)),
    copies: copiesOf(request).map(({ name, capacity, organisation, email }) => ({ name, capacity, organisation, email })),
    seal: paper
      ? null
      : {
          subject: certificate.subject.replace(/^CN=/, ''),
          issuer: certificate.issuer.replace(/^CN=/, ''),
          serialNumber: certificate.serialNumber,
          sha256: certificate.sha256,
          validFrom: certificate.validFrom,
          validTo: certificate.expiresAt,
        },
    timestamps: signatures.flatMap(({ fieldName, timestamp }) =>
      timestamp?.valid
        ? [
            {
              label: fieldName.replace('_', ' du ').replaceAll('_', ' '),
              authority: timestamp.authority.replace(/^CN=/, ''),
              at: timestamp.at,
              serialNumber: timestamp.serialNumber.slice(0, 16),
            },
          ]
        : [],
    ),
    journalHead: journalHead && { sequence: journalHead.seq, sha256: journalHead.hash },
    closedAt: request.closedAt!,
  };
};

const printedOptions = ({ options, chosenOptions }: StoredRequest) =>
  options!.lines.map(({ id, label, netCents }) => ({
    label,
    amount: frenchMoney(netCents),
    chosen: (chosenOptions ?? []).includes(id),
  }));
const totalLine = ({ options, chosenOptions }: StoredRequest) => {
  const total = totalWithOptions(options!, chosenOptions ?? []);
  return total && `${frenchMoney(total.netCents)} HT`;
};

const signer = ({ request, entries }: EvidenceMaterial, person: Signatory): EvidenceSigner => {
  const signed = person.signed!;
  const holdsAccount = person.id === request.provider.id;
  const own = entriesOf(entries, person);
  const first = (kind: EvidenceKind) => own.find((entry) => entry.kind === kind)?.at ?? null;
  const used = own.findLast((entry) => entry.kind === 'code_used');
  const consented = own.findLast((entry) => entry.kind === 'consent_given')?.detail['text'] as string | undefined;
  return {
    role: person.party,
    name: person.name,
    title: person.capacity || null,
    organisation: person.organisation,
    organisationId: person.siren ? `SIREN ${person.siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}` : null,
    email: person.email,
    phone: person.phone,
    delegation: person.delegation
      ? `Signe à la place de ${person.delegation.fromName}, qui lui a transmis la demande\u00a0: «\u00a0${person.delegation.reason}\u00a0»`
      : null,
    authentication: means(holdsAccount, signed.method),
    linkSentAt: first('link_sent'),
    linkOpenedAt: first('screen_viewed'),
    codeSentAt: (used?.detail['sentAt'] as Instant | undefined) ?? null,
    codeUsedAt: used?.at ?? null,
    codeSha256: (used?.detail['codeSha256'] as string | undefined) ?? null,
    signedAt: signed.at,
    ip: signed.ip,
    userAgent: signed.userAgent,
    consentText: holdsAccount
      ? countersignText(request.title, request.provider.organisation)
      : (consented ?? request.consentText),
    steps: own.map((entry) => ({ at: entry.at, label: labels[entry.kind], detail: describe(entry) })),
  };
};

const means = (holdsAccount: boolean, method: 'email_code' | 'password') => {
  const code = 'code à usage unique reçu par courriel';
  if (!holdsAccount) return `Lien personnel reçu par courriel, puis ${code}`;
  return method === 'password'
    ? 'Session de l’application, puis mot de passe saisi de nouveau'
    : `Session de l’application, puis ${code}`;
};

const paperSigner = ({ request, entries }: EvidenceMaterial): EvidenceSigner => {
  const paper = request.paper!;
  const recorded = entries.find((entry) => entry.kind === 'paper_recorded')!;
  return {
    role: 'client',
    name: paper.signatoryName,
    title: null,
    organisation: request.client.organisation,
    organisationId: null,
    email: request.client.email,
    phone: null,
    delegation: null,
    authentication: `Signature manuscrite, scan déposé par ${paper.recordedBy}`,
    linkSentAt: null,
    linkOpenedAt: null,
    codeSentAt: null,
    codeUsedAt: null,
    codeSha256: null,
    signedAt: recorded.at,
    ip: recorded.ip,
    userAgent: recorded.userAgent,
    consentText: `Document daté du ${paper.signedOn.split('-').reverse().join('/')} selon le prestataire.`,
    steps: [{ at: recorded.at, label: labels.paper_recorded, detail: `par ${paper.recordedBy}` }],
  };
};

const labels: Record<EvidenceKind, string> = {
  request_opened: 'Demande ouverte',
  link_sent: 'Lien envoyé',
  screen_viewed: 'Écran consulté',
  document_served: 'Document remis',
  initialled: 'Article paraphé',
  consent_given: 'Conditions acceptées',
  code_sent: 'Code envoyé',
  code_refused: 'Code refusé',
  code_used: 'Code saisi',
  signed: 'Document signé',
  refused: 'Refus',
  withdrawn: 'Retrait',
  delegated: 'Demande transmise',
  delegation_refused: 'Transmission refusée',
  extended: 'Délai prolongé',
  reminder_sent: 'Relance envoyée',
  reminders_paused: 'Relances suspendues',
  reminders_resumed: 'Relances reprises',
  link_asked_again: 'Lien redemandé',
  paper_recorded: 'Scan enregistré',
  sealed: 'Signature scellée dans le PDF',
};

const screens: Record<string, string> = { summary: 'résumé', document: 'document', terms: 'conditions générales' };

const describe = ({ kind, detail, ip }: EvidenceEntry): string | null => {
  switch (kind) {
    case 'screen_viewed':
      return `${screens[String(detail['screen'])]}, ${detail['seconds']} s, lu à ${detail['scrolledPercent']}\u00a0%${ip ? `, ${ip}` : ''}`;
    case 'initialled':
      return `article ${detail['article']}, ${detail['label']}\u00a0: «\u00a0${detail['initials']}\u00a0»${ip ? `, ${ip}` : ''}`;
    case 'delegated':
      return `à ${detail['to']}, ${detail['capacity']}`;
    case 'extended':
      return `jusqu’au ${frenchDate(civilDateOf(detail['expiresAt'] as Instant))}`;
    case 'link_sent':
    case 'reminder_sent':
    case 'code_sent':
      return `à ${detail['to']}`;
    case 'sealed':
      return `SHA-256 après\u00a0: ${String(detail['afterSha256']).slice(0, 16)}…`;
    case 'code_refused':
    case 'code_used':
    case 'consent_given':
    case 'signed':
      return ip;
    default:
      return null;
  }
};
