import { type ClientIdentity, nameOnDocuments, type ProviderIdentity } from '../../parties/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { Party } from './signature-request.ts';

/** Another person asked to sign, or to receive a copy: as planned on a draft and frozen in the signed content. */
export type PlannedSignatory = {
  party: Party;
  name: string;
  capacity: string;
  email: string;
  /** 1 signs first; the same rank in any order. The prestataire always countersigns last. */
  rank: number;
  duty: 'sign' | 'copy';
};

export const mostSignatories = 8;

/** Whether these people may be asked: named, reachable, each with an address of their own. */
export const checkSignatories = (people: readonly PlannedSignatory[], principals: readonly string[] = []) => {
  if (people.length > mostSignatories) return refuse('too_many_signatories', { most: mostSignatories });
  for (const { name, capacity, email } of people)
    if (name.trim().length < 2 || capacity.trim().length < 2 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()))
      return refuse('delegate_incomplete');
  const addresses = [...principals, ...people.map(({ email }) => email)].map((email) => email.trim().toLowerCase());
  return new Set(addresses).size === addresses.length ? { ok: true as const } : refuse('signatory_address_shared');
};

/**
 * Keys of the stamp rectangles of the others, in their order: `client-2`, `client-3`, `provider-2`…; null for a copy.
 * The renderer prints a block for each under the label `sig-<key>`; `signaturePlaces` reads back what it found.
 */
export const placeKeys = (others: readonly { party: Party; duty?: 'sign' | 'copy' }[]): (string | null)[] => {
  const counted: Record<Party, number> = { client: 1, provider: 1 };
  return others.map(({ party, duty }) => (duty === 'copy' ? null : `${party}-${(counted[party] += 1)}`));
};

/** The printed signature blocks of the others, beside those of the two principals. */
export const otherSignatureBlocks = (
  others: readonly PlannedSignatory[],
  partyNames: Readonly<Record<Party, string>>,
): { role: string; heading: string; partyName: string; signatoryName: string; signatoryTitle: string; mention: string }[] => {
  const keys = placeKeys(others);
  return others.flatMap((one, index) => {
    const role = keys[index];
    if (!role) return [];
    return [
      {
        role,
        heading: one.party === 'client' ? 'Pour le client' : 'Pour le prestataire',
        partyName: partyNames[one.party],
        signatoryName: one.name,
        signatoryTitle: one.capacity,
        mention: 'Bon pour accord',
      },
    ];
  });
};

type SignedBy = { provider: ProviderIdentity; client: ClientIdentity; signatories?: readonly PlannedSignatory[] | undefined };

/** Everyone asked to sign a document, as its frozen content names them: who binds each side, and the others in their side's name. */
export const peopleAsked = ({ provider, client, signatories = [] }: SignedBy) => {
  const sides = {
    client: { organisation: client.name, siren: client.siren },
    provider: { organisation: nameOnDocuments(provider), siren: provider.siren },
  } satisfies Record<Party, { organisation: string; siren: string | null }>;
  return {
    client: {
      name: client.signatory.name,
      capacity: client.signatory.role ?? 'Signataire',
      email: client.signatory.email,
      phone: client.signatory.phone,
      ...sides.client,
    },
    provider: {
      name: provider.name,
      capacity: 'Prestataire',
      email: provider.email,
      phone: provider.phone,
      ...sides.provider,
    },
    others: signatories.map((one) => ({ ...one, phone: null, ...sides[one.party] })),
  };
};

/** Where the renderer found each stamp, by the key that a signature request knows: `sig-client-2` is `client-2`. */
export const signaturePlaces = <Place>(positions: Readonly<Record<string, Place>>): Record<string, Place> =>
  Object.fromEntries(
    Object.entries(positions).flatMap(([label, place]) => (label.startsWith('sig-') ? [[label.slice(4), place]] : [])),
  );
