import type { RefusalDetails, Refused } from '../../../shared/decision.ts';

/** A refusal found after something was written: thrown to undo it all, and turned back into a value outside the transaction. */
class RolledBack extends Error {
  readonly refused: Refused<string>;
  constructor(refused: Refused<string>) {
    super(refused.code);
    this.refused = refused;
  }
}

export const rollBack = <Code extends string>(refused: { ok: false; code: Code; details?: RefusalDetails }): never => {
  throw new RolledBack(refused);
};

/** Runs a transaction that may `rollBack`: nothing it wrote remains, and its refusal is the answer. */
export const allOrNothing = async <T, Code extends string>(
  codes: readonly Code[],
  work: Promise<T>,
): Promise<T | Refused<Code>> =>
  work.catch((error: unknown) => {
    if (error instanceof RolledBack && (codes as readonly string[]).includes(error.refused.code))
      return error.refused as Refused<Code>;
    throw error;
  });
