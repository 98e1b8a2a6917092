import { record, refuse } from '../../../shared/decision.ts';
import type { ClientId, DocumentId, DossierId, MissionId } from '../../../shared/ids.ts';
import { addDays, type CivilDate, type Instant } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';
import type { Party } from './resiliation.ts';

export const handoverItemKinds = [
  'enriched_file',
  'scripts',
  'recordings',
  'final_report',
  'deliverables',
  'suppression_list',
] as const;
export type HandoverItemKind = (typeof handoverItemKinds)[number];

/** What each item is called in letters and in the journal. */
export const handoverLabels: Record<HandoverItemKind, string> = {
  enriched_file: 'fichier enrichi',
  scripts: 'scripts d’appel',
  recordings: 'enregistrements d’appels',
  final_report: 'rapport final',
  deliverables: 'livrables',
  suppression_list: 'liste d’opposition, sous forme d’empreintes',
};

export type HandoverItem = {
  item: HandoverItemKind;
  /** Whose it is once paid for, by the signed terms. */
  owner: Party;
  deliveredAt: Instant | null;
  deliveredBy: string | null;
  sha256: string | null;
  destructionOrderedAt: Instant | null;
  destructionOrderedBy: string | null;
  destroyedAt: Instant | null;
  destroyedBy: string | null;
  method: string | null;
};
export type Handover = {
  missionId: MissionId;
  dossierId: DossierId;
  clientId: ClientId;
  endedOn: CivilDate;
  dueOn: CivilDate;
  openedAt: Instant;
  attestedAt: Instant | null;
  documentId: DocumentId | null;
  items: HandoverItem[];
};

export type HandoverOpened = { type: 'HandoverOpened'; missionId: MissionId; endedOn: CivilDate; dueOn: CivilDate };
export type HandoverItemDelivered = {
  type: 'HandoverItemDelivered';
  missionId: MissionId;
  item: HandoverItemKind;
  label: string;
  by: string;
  sha256: string | null;
};
export type DestructionOrdered = {
  type: 'DestructionOrdered';
  missionId: MissionId;
  item: HandoverItemKind;
  label: string;
  orderedBy: string;
};
export type HandoverItemDestroyed = {
  type: 'HandoverItemDestroyed';
  missionId: MissionId;
  item: HandoverItemKind;
  label: string;
  by: string;
  method: string;
};
export type HandoverAttested = { type: 'HandoverAttested'; missionId: MissionId; items: number };

/** Personal data may only be destroyed when its owner says so; the list of those who object is kept by law, as hashes. */
const destructible: ReadonlySet<HandoverItemKind> = new Set(['enriched_file', 'scripts', 'recordings']);
export const mayBeDestroyed = (item: HandoverItemKind): boolean => destructible.has(item);

/** The list that the signed terms draw: who keeps what, by when. */
export const openHandover = (
  { missionId, endedOn }: { missionId: MissionId; endedOn: CivilDate },
  { terms }: { terms: Terms },
): { fact: HandoverOpened; items: { item: HandoverItemKind; owner: Party }[] } => {
  const owners: Record<HandoverItemKind, Party> = {
    enriched_file: terms.data.enrichedFileOwner,
    scripts: terms.data.scriptsOwner,
    recordings: terms.data.recordingsOwner,
    final_report: 'client',
    deliverables: 'client',
    suppression_list: 'client',
  };
  const isRecorded = terms.calling.recording.policy !== 'none';
  const dueOn = addDays(endedOn, terms.data.processing.returnWithinDays);
  return {
    fact: { type: 'HandoverOpened', missionId, endedOn, dueOn },
    items: handoverItemKinds.filter((item) => item !== 'recordings' || isRecorded).map((item) => ({ item, owner: owners[item] })),
  };
};

/** An item is done when it is in the hands of whom it belongs to, or destroyed on that person’s word. An order to destroy is still to carry out, even once a copy was delivered. */
export const isSettled = ({ item, owner, deliveredAt, destructionOrderedAt, destroyedAt }: HandoverItem): boolean =>
  destroyedAt !== null ||
  (destructionOrderedAt === null && (deliveredAt !== null || (owner === 'provider' && !holdsPersonalData(item))));
const holdsPersonalData = (item: HandoverItemKind): boolean => item === 'enriched_file' || item === 'recordings';

export const deliverItem = (
  handover: Handover,
  item: HandoverItemKind,
  { by, sha256 }: { by: string; sha256: string | null },
) => {
  const found = handover.items.find((one) => one.item === item);
  if (!found) return refuse('unknown_handover_item');
  if (handover.attestedAt) return refuse('handover_attested');
  if (found.destroyedAt) return refuse('handover_item_destroyed');
  return record<HandoverItemDelivered>({
    type: 'HandoverItemDelivered',
    missionId: handover.missionId,
    item,
    label: handoverLabels[item],
    by,
    sha256,
  });
};

/** The owner’s word. Without it nothing is destroyed, whatever the deadline. */
export const orderDestruction = (handover: Handover, item: HandoverItemKind, { by, party }: { by: string; party: Party }) => {
  const found = handover.items.find((one) => one.item === item);
  if (!found) return refuse('unknown_handover_item');
  if (handover.attestedAt) return refuse('handover_attested');
  if (!mayBeDestroyed(item)) return refuse('handover_kept_by_law');
  if (found.owner !== party) return refuse('handover_not_yours', { owner: found.owner });
  if (found.destructionOrderedAt) return refuse('destruction_already_ordered');
  return record<DestructionOrdered>({
    type: 'DestructionOrdered',
    missionId: handover.missionId,
    item,
    label: handoverLabels[item],
    orderedBy: by,
  });
};

export const destroyItem = (handover: Handover, item: HandoverItemKind, { by, method }: { by: string; method: string }) => {
  const found = handover.items.find((one) => one.item === item);
  if (!found) return refuse('unknown_handover_item');
  if (!found.destructionOrderedAt) return refuse('destruction_not_ordered', { owner: found.owner });
  if (found.destroyedAt) return refuse('handover_item_destroyed');
  if (!method.trim()) return refuse('destruction_method_required');
  return record<HandoverItemDestroyed>({
    type: 'HandoverItemDestroyed',
    missionId: handover.missionId,
    item,
    label: handoverLabels[item],
    by,
    method: method.trim(),
  });
};

/** The certificate states facts: it waits until every item has its own. */
export const attestHandover = (handover: Handover) => {
  if (handover.attestedAt) return refuse('handover_attested');
  const left = handover.items.filter((item) => !isSettled(item)).map(({ item }) => handoverLabels[item]);
  if (left.length > 0) return refuse('handover_unfinished', { left });
  return record<HandoverAttested>({ type: 'HandoverAttested', missionId: handover.missionId, items: handover.items.length });
};
