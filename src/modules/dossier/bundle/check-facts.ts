import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { JournalEntry } from '../../../platform/journal/verify.ts';
import { documentKinds } from '../domain/document.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import type { BundleFiles } from './read-bundle.ts';
import type { Check } from './verify-bundle.ts';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const bodyOf = <Body>(entry: JournalEntry): Body => entry.body as Body;

/** Holds the journal against the files: what was frozen, sealed, signed, decided and billed must be what lies in the bundle. */
export const checkFacts = (journal: readonly JournalEntry[], files: BundleFiles, manifest: Manifest): Check[] => [
  ...documentsAreThose(journal, manifest),
  ...termsAreThose(journal, files, manifest),
  ...reportsAreThose(journal, files, manifest),
  ...recordingsAreThose(journal, manifest),
  ...invoicesRestOnEvidence(journal, manifest),
];

const one = (about: string, faults: string[], holds: string): Check => ({
  about,
  ok: faults.length === 0,
  sentence: faults.length === 0 ? holds : faults.join(' '),
});

const ofKind = (manifest: Manifest, ...kinds: ManifestFile['kind'][]) =>
  manifest.files.filter(({ kind }) => kinds.includes(kind));

const documentsAreThose = (journal: readonly JournalEntry[], manifest: Manifest): Check[] => {
  const frozen = journal
    .filter(({ type }) => type === 'DocumentFrozen')
    .map((entry) => bodyOf<{ title: string; sha256: string }>(entry));
  const inBundle = new Set(manifest.files.map((file) => file.sha256));
  const absent = frozen
    .filter((document) => !inBundle.has(document.sha256))
    .map(({ title }) => `« ${title} » a été figé mais ne se trouve pas, identique, dans le dossier.`);
  const hashes = new Set(frozen.map((document) => document.sha256));
  const unknown = ofKind(manifest, ...documentKinds)
    .filter((file) => !hashes.has(file.sha256))
    .map(({ path }) => `${path} n’a jamais été figé au journal.`);
  return [
    one(
      'documents',
      [...absent, ...unknown],
      `Les ${frozen.length} documents figés au journal sont ceux du dossier, à l’octet près.`,
    ),
  ];
};

const termsAreThose = (journal: readonly JournalEntry[], files: BundleFiles, manifest: Manifest): Check[] => {
  const opened = journal
    .filter(({ type }) => type === 'MissionOpened')
    .map((entry) => bodyOf<{ name: string; termsSha256: string }>(entry));
  const hashes = new Set(ofKind(manifest, 'terms').map(({ path }) => canonicalHash(files.get(path))));
  const faults = opened
    .filter(({ termsSha256 }) => !hashes.has(termsSha256))
    .map(({ name }) => `Les conditions signées de « ${name} » ne se trouvent pas dans le dossier.`);
  const amended = journal
    .filter(({ type }) => type === 'TermsAmended')
    .map((entry) => bodyOf<{ number: string; version: number; termsSha256: string; amendmentId: string }>(entry));
  const agreed = new Set(
    journal
      .filter(({ type }) => type === 'AgreementSigned')
      .map((entry) => bodyOf<{ subject: { id: string } }>(entry).subject?.id),
  );
  const signed = journal
    .filter(({ type }) => type === 'AgreementSigned')
    .map((entry) => bodyOf<{ contentSha256: string }>(entry).contentSha256);
  for (const { name, termsSha256 } of opened)
    if (!signed.includes(termsSha256)) faults.push(`La mission « ${name} » ne repose pas sur des conditions signées.`);
  for (const { number, version, termsSha256, amendmentId } of amended) {
    if (!hashes.has(termsSha256))
      faults.push(`Les conditions issues de l’avenant ${number} (version ${version}) ne se trouvent pas dans le dossier.`);
    if (!agreed.has(amendmentId)) faults.push(`L’avenant ${number} s’applique sans avoir été signé.`);
  }
  const after = amended.length ? ` Leurs ${amended.length} versions suivantes viennent d’avenants signés.` : '';
  return opened.length
    ? [one('conditions', faults, `Chaque mission applique les conditions signées (${opened.length}).${after}`)]
    : [];
};

const reportsAreThose = (journal: readonly JournalEntry[], files: BundleFiles, manifest: Manifest): Check[] => {
  const frozen = journal
    .filter(({ type }) => type === 'ReportFrozen')
    .map((entry) => bodyOf<{ reportId: string; snapshotSha256: string; from: string }>(entry));
  const hashes = new Set(ofKind(manifest, 'report-figures').map(({ path }) => canonicalHash(files.get(path))));
  const faults = frozen
    .filter(({ snapshotSha256 }) => !hashes.has(snapshotSha256))
    .map(({ from }) => `Les chiffres figés du compte rendu du ${from} manquent ou ont changé.`);
  return frozen.length
    ? [one('comptes rendus', faults, `Les chiffres des ${frozen.length} comptes rendus sont ceux qui ont été figés.`)]
    : [];
};

const recordingsAreThose = (journal: readonly JournalEntry[], manifest: Manifest): Check[] => {
  const sealed = journal
    .filter(({ type }) => type === 'RecordingSealed')
    .map((entry) => bodyOf<{ recordingId: string }>(entry).recordingId);
  if (!sealed.length) return [];
  const purged = new Set(
    journal.filter(({ type }) => type === 'RecordingPurged').map((entry) => bodyOf<{ recordingId: string }>(entry).recordingId),
  );
  const copies = new Map(
    journal
      .filter(({ type }) => type === 'ListeningCopyMade')
      .map((entry) => [
        bodyOf<{ recordingId: string; sha256: string }>(entry).recordingId,
        bodyOf<{ sha256: string }>(entry).sha256,
      ]),
  );
  const inBundle = new Map(ofKind(manifest, 'recording').map((file) => [file.subject?.id ?? '', file.sha256]));
  const faults: string[] = [];
  for (const id of sealed) {
    if (purged.has(id)) continue;
    if (!inBundle.has(id)) faults.push(`L’enregistrement ${id} a été scellé, n’a pas été détruit, et manque au dossier.`);
    else if (copies.has(id) && inBundle.get(id) !== copies.get(id))
      faults.push(`L’enregistrement ${id} n’est pas celui qui a été scellé.`);
  }
  return [
    one(
      'enregistrements',
      faults,
      `${sealed.length} enregistrements scellés : ${sealed.length - purged.size} au dossier, ${purged.size} détruits comme prévu au contrat.`,
    ),
  ];
};

type Issued = {
  number: string;
  netCents: number;
  vatCents: number;
  grossCents: number;
  ciiSha256: string;
  missionId: string;
  lines?: { netCents: number; evidence: string[] }[];
};

/** Every appointment billed was accepted, at its price, once; every invoice adds up; every XML is the one issued. */
const invoicesRestOnEvidence = (journal: readonly JournalEntry[], manifest: Manifest): Check[] => {
  const invoices = journal
    .filter(({ type }) => type === 'InvoiceIssued' || type === 'CreditNoteIssued')
    .map((entry) => ({ ...bodyOf<Issued>(entry), isInvoice: entry.type === 'InvoiceIssued', seq: entry.seq }));
  if (!invoices.length) return [];
  const faults: string[] = [];
  const xmlHashes = new Set(ofKind(manifest, 'invoice-xml').map((file) => file.sha256));
  const accepted = new Map<string, { seq: number; priceCents: number }>();
  for (const entry of journal)
    if (entry.type === 'AppointmentAccepted')
      accepted.set(entry.streamId, { seq: entry.seq, priceCents: bodyOf<{ priceCents: number }>(entry).priceCents });
  const billed = new Map<string, string>();
  let appointments = 0;
  for (const invoice of invoices) {
    if (!xmlHashes.has(invoice.ciiSha256)) faults.push(`La facture électronique de ${invoice.number} manque ou a changé.`);
    if (invoice.netCents + invoice.vatCents !== invoice.grossCents)
      faults.push(`${invoice.number} : hors taxes et TVA ne font pas le total.`);
    if (!invoice.isInvoice || !invoice.lines) continue;
    if (invoice.lines.reduce((sum, line) => sum + line.netCents, 0) !== invoice.netCents)
      faults.push(`${invoice.number} : les lignes ne font pas le total hors taxes.`);
    for (const line of invoice.lines) {
      const ids = line.evidence
        .filter((reference) => reference.startsWith('appointment:'))
        .map((reference) => reference.slice('appointment:'.length));
      let priced = 0;
      for (const id of ids) {
        const acceptance = accepted.get(id);
        if (!acceptance || acceptance.seq > invoice.seq)
          faults.push(`${invoice.number} facture un rendez-vous qui n’était pas accepté.`);
        else priced += acceptance.priceCents;
        if (billed.has(id)) faults.push(`Un rendez-vous est facturé deux fois : ${billed.get(id)} et ${invoice.number}.`);
        billed.set(id, invoice.number);
        appointments += 1;
      }
      if (ids.length && priced !== line.netCents)
        faults.push(`${invoice.number} : le prix des rendez-vous facturés n’est pas celui de leur acceptation.`);
    }
  }
  return [
    one(
      'factures',
      faults,
      `Factures : ${invoices.length}, chacune s’additionne. Rendez-vous facturés : ${appointments}, tous acceptés, une seule fois, au prix signé.`,
    ),
  ];
};

const canonicalHash = (bytes: Uint8Array | undefined): string | null => {
  if (!bytes) return null;
  try {
    return sha256(canonicalize(JSON.parse(Buffer.from(bytes).toString('utf8')))!);
  } catch {
    return null;
  }
};
