import type { DocumentId, DossierId } from '../../../shared/ids.ts';
import { newId } from '../../../shared/ids.ts';
import type { BasisPoints, Cents } from '../../../shared/money.ts';
import type { Instant } from '../../../shared/time.ts';
import { type Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { findDocument } from '../../dossier/queries.ts';
import { consentText } from '../domain/consent.ts';
import type { ClauseToInitial } from '../domain/initial-clause.ts';
import type { PriceOption } from '../domain/options.ts';
import { placeKeys } from '../domain/other-signatories.ts';
import type {
  Party,
  Person,
  Signatory,
  SignatoryId,
  SignatureRequestId,
  SignedSubject,
  SigningFact,
} from '../domain/signature-request.ts';
import { step } from '../domain/transitions.ts';
import { addEvidence, insertRequest, lockRequest, type StoredRequest, updateRequest } from '../db/signing.store.ts';
import type { Places, SummaryLine, Versions } from '../db/tables.ts';
import { sendSigningLink } from './jobs.ts';
import { withdrawSignature } from './withdraw-signature.ts';

export type FrozenForSigning = { documentId: DocumentId; places: Places };

/** Somebody besides the two principals: another signer of a side, or a person who receives a copy. */
export type OtherSignatory = Person & {
  party: Party;
  /** 1 signs first; the client's principal has 1 unless said. The same rank: in any order. The prestataire's principal signs last. */
  rank: number;
  duty?: 'sign' | 'copy';
};

export type NewSignatureRequest = {
  dossierId: DossierId;
  subject: SignedSubject;
  /** « DEV-2026-0001 » */
  number: string;
  /** « Devis DEV-2026-0001 » */
  title: string;
  /** A demonstration tenant: its documents carry « DÉMONSTRATION ». */
  demo?: boolean;
  /** Hash of the terms: an agreement is about them, whichever way it is signed. */
  contentSha256: string;
  /** The PDF when it is already frozen; null while it is being rendered, then `attachSignatureDocument`. */
  document: FrozenForSigning | null;
  /** Printed in the consent sentence. */
  cgvVersion: string | null;
  versions?: Versions;
  /** About ten lines that a director reads on a phone before the document. */
  summary: SummaryLine[];
  expiresAt: Instant;
  client: Person & { rank?: number };
  provider: Person;
  /** Their stamps go to the places `placeKeys` gives, in this order. */
  others?: readonly OtherSignatory[];
  /** Articles that the client's people read and initial one by one. */
  initials?: readonly ClauseToInitial[];
  /** Price lines that the client ticks or leaves when signing. */
  options?: readonly PriceOption[];
  /** The price without any option, so that the screen adds up; `vatBp` null: no VAT. */
  optionsBase?: { netCents: Cents; vatBp: BasisPoints | null };
};

/** Asks everyone to sign a frozen document. An earlier request about the same subject, not yet signed, is replaced by it. */
export const openSignatureRequest = async (tx: Tx, asked: NewSignatureRequest): Promise<SignatureRequestId> => {
  await withdrawSignature(tx, asked.subject, null, { replaced: true });
  const id = newId<SignatureRequestId>();
  const { client, provider, others } = peopleOf(asked);
  await insertRequest(tx, {
    id,
    dossierId: asked.dossierId,
    subject: asked.subject,
    number: asked.number,
    title: asked.title,
    demo: asked.demo ?? false,
    state: 'preparing',
    contentSha256: asked.contentSha256,
    documentId: null,
    documentSha256: null,
    fileId: null,
    places: {},
    expiresAt: asked.expiresAt,
    consentText: consentText(asked.cgvVersion),
    initials: asked.initials ?? [],
    options: asked.options?.length ? { lines: asked.options, base: asked.optionsBase ?? null } : null,
    chosenOptions: null,
    remindersPaused: false,
    summary: asked.summary,
    versions: { ...(asked.cgvVersion ? { cgv: asked.cgvVersion } : {}), ...asked.versions },
    client,
    provider,
    signatories: [client, ...others, provider],
  });
  const named = [client, ...others, provider].map(({ party, name, capacity, email, organisation, siren, rank, duty }) => ({
    party,
    name,
    capacity,
    email,
    organisation,
    siren,
    ...(others.length ? { rank, duty } : {}),
  }));
  await recordSigning(tx, { id, dossierId: asked.dossierId }, [
    {
      type: 'SignatureRequested',
      requestId: id,
      subject: asked.subject,
      contentSha256: asked.contentSha256,
      expiresAt: asked.expiresAt,
      signatories: named,
    },
  ]);
  await addEvidence(tx, id, {
    kind: 'request_opened',
    detail: { contentSha256: asked.contentSha256, title: asked.title, signatories: named },
  });
  if (asked.document) await attachSignatureDocument(tx, id, asked.document);
  return id;
};

const peopleOf = (asked: NewSignatureRequest) => {
  const keys = placeKeys(asked.others ?? []);
  const others = (asked.others ?? []).map((one, index) =>
    signatory(one, { party: one.party, rank: one.rank, duty: one.duty ?? 'sign', principal: false, place: keys[index]! }),
  );
  return {
    client: signatory(asked.client, { party: 'client', rank: asked.client.rank ?? 1, place: 'client' }),
    provider: signatory(asked.provider, { party: 'provider', rank: 1000, place: 'provider' }),
    others,
  };
};

/** A person as asked: nothing read, nothing sent yet. */
export const signatory = (
  { name, capacity, email, phone, organisation, siren }: Person,
  place: Pick<Signatory, 'party' | 'rank' | 'place'> & Partial<Signatory>,
): Signatory => ({
  name,
  capacity,
  email,
  phone,
  organisation,
  siren,
  id: newId<SignatoryId>(),
  duty: 'sign',
  principal: true,
  progress: 'sent',
  initialled: [],
  signed: null,
  linkSentAt: null,
  lastReminderAt: null,
  reminders: 0,
  delegation: null,
  delegatedTo: null,
  dismissedAt: null,
  ...place,
});

/** The PDF is rendered and frozen: the links of the first rank may leave. Asked twice, it does nothing. */
export const attachSignatureDocument = async (tx: Tx, id: SignatureRequestId, frozen: FrozenForSigning): Promise<void> => {
  const request = await lockRequest(tx, id);
  const document = await findDocument(tx, frozen.documentId);
  if (!request || !document) throw new Error(`No request ${id} or no document ${frozen.documentId} to sign`);
  const reached = step(request, 'attach_document', 'system', tx.now);
  if (!reached.ok) return; // signed on paper meanwhile, withdrawn, or attached already
  await updateRequest(tx, id, {
    state: reached.next,
    document_id: document.documentId,
    file_id: document.fileId,
    document_sha256: document.sha256,
    places: JSON.stringify(frozen.places),
  });
  await recordSigning(tx, request, [
    { type: 'SignatureDocumentAttached', requestId: id, documentId: document.documentId, documentSha256: document.sha256 },
  ]);
  await enqueue(tx, sendSigningLink, { requestId: id }, { singletonKey: `signing-link:${id}` });
};

export const recordSigning = (tx: Tx, request: Pick<StoredRequest, 'id' | 'dossierId'>, facts: readonly SigningFact[]) =>
  recordFacts<SigningFact>(tx, { dossierId: request.dossierId, stream: { type: 'signature', id: request.id }, facts });
