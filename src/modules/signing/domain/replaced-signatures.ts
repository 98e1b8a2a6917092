import type { Instant } from '../../../shared/time.ts';
import type { Party } from './signature-request.ts';

/** A signature given on the revision that is replaced: it binds nobody to the next one, and that is said. */
export type VoidedSignature = { party: Party; name: string; signedAt: Instant };

type Asked = { signatories: readonly { party: Party; name: string; signed: { at: Instant } | null }[] };

/** The signatures that a revision sent now would void. */
export const signaturesGiven = (request: Asked | null): VoidedSignature[] =>
  (request?.signatories ?? []).flatMap(({ party, name, signed }) => (signed ? [{ party, name, signedAt: signed.at }] : []));

/** Why the earlier request is taken back, as its signers and the evidence read it. */
export const replacedReason = (revision: number, voids: readonly VoidedSignature[]): string =>
  voids.length > 0
    ? `Signatures annulées par la révision ${revision}\u00a0: ${voids.map(({ name }) => name).join(', ')}.`
    : `Remplacé par la révision ${revision}.`;
