/** One of the answers to choose from; the hint says what follows from it. */
export type Option<Value extends string = string> = { value: Value; label: string; hint?: string };
