import type { Instant } from '../../../shared/time.ts';
import type { SealCertificate, VerifiedSignature } from '../../../platform/signature/index.ts';
import type { JournalEntry } from '../../../platform/journal/index.ts';
import type { DossierDocument } from '../../dossier/index.ts';
import type { EvidenceDocument, EvidenceSigner } from '../documents/evidence.document.ts';
import { countersignText } from '../domain/consent.ts';
import type { EvidenceEntry, EvidenceKind } from '../domain/evidence.ts';
import type { Party } from '../domain/signature-request.ts';
import type { StoredRequest } from '../db/signing.store.ts';

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
    signers: paper ? [paperSigner(material)] : (['client', 'provider'] as const).map((party) => signer(material, party)),
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
              label: fieldName.replace('_', ' du '),
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

const signer = ({ request, entries }: EvidenceMaterial, party: Party): EvidenceSigner => {
  const person = request[party];
  const signed = request.signed[party]!;
  const own = entries.filter((entry) => entry.party === party);
  const first = (kind: EvidenceKind) => own.find((entry) => entry.kind === kind)?.at ?? null;
  const used = own.findLast((entry) => entry.kind === 'code_used');
  return {
    role: party,
    name: person.name,
    title: person.capacity || null,
    organisation: person.organisation,
    organisationId: person.siren ? `SIREN ${person.siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}` : null,
    email: person.email,
    phone: person.phone,
    authentication: means(party, signed.method),
    linkSentAt: first('link_sent'),
    linkOpenedAt: first('screen_viewed'),
    codeSentAt: (used?.detail['sentAt'] as Instant | undefined) ?? null,
    codeUsedAt: used?.at ?? null,
    codeSha256: (used?.detail['codeSha256'] as string | undefined) ?? null,
    signedAt: signed.at,
    ip: signed.ip,
    userAgent: signed.userAgent,
    consentText: party === 'client' ? request.consentText : countersignText(request.title, request.provider.organisation),
    steps: own.map((entry) => ({ at: entry.at, label: labels[entry.kind], detail: describe(entry) })),
  };
};

const means = (party: Party, method: 'email_code' | 'password') => {
  const code = 'code à usage unique reçu par courriel';
  if (party === 'client') return `Lien personnel reçu par courriel, puis ${code}`;
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
  consent_given: 'Conditions acceptées',
  code_sent: 'Code envoyé',
  code_refused: 'Code refusé',
  code_used: 'Code saisi',
  signed: 'Document signé',
  refused: 'Refus',
  withdrawn: 'Retrait',
  paper_recorded: 'Scan enregistré',
  sealed: 'Signature scellée dans le PDF',
};

const screens: Record<string, string> = { summary: 'résumé', document: 'document', terms: 'conditions générales' };

const describe = ({ kind, detail, ip }: EvidenceEntry): string | null => {
  switch (kind) {
    case 'screen_viewed':
      return `${screens[String(detail['screen'])]}, ${detail['seconds']} s, lu à ${detail['scrolledPercent']}\u00a0%${ip ? `, ${ip}` : ''}`;
    case 'link_sent':
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
