import type { Instant } from '../../shared/time.ts';
import { manualLine } from './manual/adapter.ts';
import type { CallEvent, LineId, TelephonyAdapter } from './port.ts';
import { simulatedLine } from './simulated/adapter.ts';

export type * from './port.ts';
export { scenarioNames } from './simulated/scenarios.ts';

/** Every line this installation can dial with. */
export type Telephony = {
  line: (id: LineId) => TelephonyAdapter;
  lines: () => TelephonyAdapter[];
  /** `stop` waits for what the listeners are still writing. */
  onEvent: (listener: (event: CallEvent) => void | Promise<void>) => () => void;
  stop: () => Promise<void>;
};

export const createTelephony = ({ now, simulatedSpeed = 1 }: { now: () => Instant; simulatedSpeed?: number }): Telephony => {
  const lines: Record<LineId, TelephonyAdapter> = {
    simulated: simulatedLine({ now, speed: simulatedSpeed }),
    manual: manualLine({ now }),
  };
  const all = Object.values(lines);
  const writing = new Set<Promise<void>>();
  return {
    line: (id) => lines[id],
    lines: () => all,
    onEvent: (listener) => {
      const heard = (event: CallEvent) => {
        const written = listener(event);
        if (!written) return;
        writing.add(written);
        void written.finally(() => writing.delete(written));
      };
      const unsubscribe = all.map((line) => line.onEvent(heard));
      return () => unsubscribe.forEach((stop) => stop());
    },
    stop: async () => {
      await Promise.all(all.map((line) => line.stop()));
      await Promise.all(writing);
    },
  };
};
