import type { Tx } from '../../../platform/db/index.ts';
import { plannedSignatories } from '../db/plans.store.ts';
import { checkSignatories } from '../domain/other-signatories.ts';
import type { SignedSubject } from '../domain/signature-request.ts';

/** Who else is asked to sign the draft that leaves; refused when one of them shares the address of a principal, who would sign twice. */
export const signatoriesToAsk = async (tx: Tx, subject: SignedSubject, principals: readonly { email: string }[]) => {
  const people = await plannedSignatories(tx, subject);
  const checked = checkSignatories(
    people,
    principals.map(({ email }) => email),
  );
  return checked.ok ? { ok: true as const, people } : checked;
};
