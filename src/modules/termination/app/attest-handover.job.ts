import type { Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import { frenchDate } from '../../../shared/french.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { termsVersions } from '../../contracts/queries.ts';
import { addDocument } from '../../dossier/queries.ts';
import { missionById } from '../../missions/queries.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { clientById, members, organisation, printedClient, printedProvider } from '../../parties/queries.ts';
import { handoverOf, keepAttestation } from '../db/handovers.store.ts';
import { type AttestationDocument, renderAttestation } from '../documents/attestation.document.ts';
import { type HandoverItem, handoverLabels } from '../domain/handover.ts';
import { attestationJob } from './handover.handlers.ts';

/** Draws the certificate, files it and sends it to both, once. */
export const attestHandoverWork = ({ pdf, files }: { pdf: Pdf; files: Files }) =>
  defineJob(attestationJob, async ({ payload: { missionId }, withTenant }) => {
    const document = await withTenant((tx) => attestationOf(tx, missionId));
    if (!document) return;
    const { bytes } = await renderAttestation(pdf, document);
    await withTenant(async (tx) => {
      const handover = await handoverOf(tx, missionId, { lock: true });
      if (!handover || handover.documentId) return; // another run was first
      const name = `Attestation de restitution ${document.contract}.pdf`;
      const stored = await files.put(tx, { bytes, name, mediaType: 'application/pdf' });
      const filed = await addDocument(tx, {
        dossierId: handover.dossierId,
        kind: 'handover',
        title: `Attestation de restitution et de destruction, ${document.contract}`,
        file: { ...stored, mediaType: 'application/pdf' },
        subject: { type: 'handover', id: missionId },
      });
      await keepAttestation(tx, missionId, { document_id: filed.documentId });
      const { identity } = await organisation(tx);
      const { signatory } = (await clientById(tx, handover.clientId))!.identity;
      await sendMail(tx, {
        to: { email: signatory.email, name: signatory.name },
        sender: nameOnDocuments(identity),
        replyTo: identity.email,
        subject: `Fin de mission\u00a0: attestation de restitution, ${document.contract}`,
        title: 'Tout ce qui vous revient vous a été remis',
        paragraphs: [
          `Bonjour ${signatory.name},`,
          'L’attestation jointe dit ce qui vous a été remis, ce qui a été détruit, sur l’ordre de qui et quand.',
        ],
        attachments: [{ fileId: stored.fileId, name }],
        about: { type: 'handover', id: missionId },
      });
    });
  });

const attestationOf = async (tx: Tx, missionId: MissionId): Promise<AttestationDocument | null> => {
  const handover = await handoverOf(tx, missionId);
  if (!handover?.attestedAt || handover.documentId) return null;
  const mission = (await missionById(tx, missionId))!;
  const { content } = (await termsVersions(tx, missionId)).at(-1)!;
  const { identity, isDemo } = await organisation(tx);
  const owner = (await members(tx)).find(({ role }) => role === 'owner');
  return {
    demo: isDemo || content.isDemo,
    provider: printedProvider(identity),
    client: printedClient((await clientById(tx, handover.clientId))!.identity),
    contract: content.number,
    missionTitle: mission.name,
    endedOn: handover.endedOn,
    dueOn: handover.dueOn,
    attestedAt: handover.attestedAt,
    signedBy: owner?.displayName ?? identity.name,
    city: identity.address.city,
    items: handover.items.map(printedItem),
  };
};

const printedItem = (one: HandoverItem): AttestationDocument['items'][number] => {
  const on = (at: NonNullable<HandoverItem['deliveredAt']>) => frenchDate(civilDateOf(at));
  const shared = { label: handoverLabels[one.item], owner: one.owner === 'client' ? 'client' : 'prestataire' };
  if (one.destroyedAt)
    return {
      ...shared,
      fate: `Détruit le ${on(one.destroyedAt)} par ${one.destroyedBy}${one.deliveredAt ? `, après remise le ${on(one.deliveredAt)}` : ''}`,
      detail: `Sur l’ordre de ${one.destructionOrderedBy}, donné le ${on(one.destructionOrderedAt!)}. ${one.method}`,
      sha256: one.sha256,
    };
  if (one.deliveredAt)
    return { ...shared, fate: `Remis le ${on(one.deliveredAt)} par ${one.deliveredBy}`, detail: null, sha256: one.sha256 };
  return { ...shared, fate: 'Conservé par le prestataire, à qui il appartient', detail: null, sha256: null };
};
