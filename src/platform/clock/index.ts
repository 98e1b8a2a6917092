import { type Instant, instant } from '../../shared/time.ts';

export type Clock = {
  now(): Instant;
  /** True when time is told rather than read: the demo tenant and the tests. */
  readonly simulated: boolean;
};

export type DemoClock = Clock & { set(at: Instant): void };

/** The time of the machine. */
export const systemClock = (): Clock => ({ now: () => instant(new Date()), simulated: false });

/** A clock that only moves when told to, so that a mission of thirteen weeks plays in one minute. */
export const demoClock = (start: Instant): DemoClock => {
  let at = start;
  return {
    now: () => at,
    simulated: true,
    set: (next) => {
      at = next;
    },
  };
};
