import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ApiRefusal } from './api-client.ts';
import type { Played } from './play-mission.ts';
import type { Stage } from './stage.ts';

// The contract keeps a recording thirty days: afterwards its hash and duration remain, in the journal.
const purgedAsAgreed = (refusal: unknown): null => {
  if (refusal instanceof ApiRefusal && refusal.body.code === 'recording_purged') return null;
  throw refusal;
};

/** Writes what a user would download: every PDF and invoice XML, the recordings, the reports and the bundle. */
export const saveEvidence = async (
  stage: Stage,
  { owner, dossierId, missionId, signatureRequestId }: Played,
  folder: string,
): Promise<string[]> => {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  const save = async (name: string, bytes: Uint8Array) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
    written.push(name);
  };
  await save('contrat-signe.pdf', await owner.bytes(`/signature-requests/${signatureRequestId}/files/signed`));
  await save('preuve-de-signature.pdf', await owner.bytes(`/signature-requests/${signatureRequestId}/files/evidence`));
  const { invoices } = await owner.get<{ invoices: { id: string; number: string }[] }>('/invoices?limit=50');
  for (const { id, number } of invoices) {
    await save(`factures/${number}.pdf`, await owner.bytes(`/invoices/${id}/pdf`));
    await save(`factures/${number}.xml`, await owner.bytes(`/invoices/${id}/xml`));
  }
  const { reports } = await owner.get<{ reports: { id: string; kind: string; from: string }[] }>(
    `/missions/${missionId}/reports`,
  );
  for (const { id, kind, from } of reports)
    await save(
      `comptes-rendus/${kind === 'final' ? 'rapport-final' : `semaine-du-${from}`}.pdf`,
      await owner.bytes(`/reports/${id}/pdf`),
    );
  const { appointments } = await owner.get<{ appointments: { ref: string; recordingId: string | null }[] }>(
    `/appointments?missionId=${missionId}`,
  );
  for (const { ref, recordingId } of appointments) {
    const sound = recordingId && (await owner.bytes(`/recordings/${recordingId}/audio`).catch(purgedAsAgreed));
    if (sound) await save(`enregistrements/${ref}.ogg`, sound);
  }
  const { id } = await owner.post<{ id: string }>(`/dossiers/${dossierId}/bundles`);
  await stage.settle();
  await save('dossier.zip', await owner.bytes(`/bundles/${id}/zip`));
  return written;
};
