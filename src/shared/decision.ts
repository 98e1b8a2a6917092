/** What a rule answers: facts to record, or the reason it says no. A "no" is a value, never an exception. */
export type Accepted<Fact> = { ok: true; facts: Fact[] };
export type Refused<Code extends string> = { ok: false; code: Code; details?: RefusalDetails };
export type Decision<Fact, Code extends string> = Accepted<Fact> | Refused<Code>;

/** Figures and words that a refusal's sentence needs: an article number, an hour, a name. */
export type RefusalDetails = Readonly<Record<string, unknown>>;

export const record = <Fact>(...facts: Fact[]): Accepted<Fact> => ({ ok: true, facts });

export const refuse = <const Code extends string>(code: Code, details?: RefusalDetails): Refused<Code> =>
  details ? { ok: false, code, details } : { ok: false, code };

/** Closes a `switch` over a union: a state added later no longer compiles here. */
export const assertNever = (unexpected: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(unexpected)}`);
};
