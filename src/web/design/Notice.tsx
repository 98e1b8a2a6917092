import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type Tone = 'neutral' | 'good' | 'caution' | 'bad';

const washes: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-ink',
  good: 'border-good bg-good-wash text-ink',
  caution: 'border-caution bg-caution-wash text-ink',
  bad: 'border-bad bg-bad-wash text-ink',
};
const marks: Record<Tone, { sign: string; colour: string }> = {
  neutral: { sign: '●', colour: 'text-ink-soft' },
  good: { sign: '✓', colour: 'text-good' },
  caution: { sign: '◆', colour: 'text-caution' },
  bad: { sign: '▲', colour: 'text-bad' },
};

/** A sentence that concerns the whole block below it: a refusal with its article, a warning at 80 %, a deadline. */
export const Notice = ({ tone = 'neutral', children, action }: { tone?: Tone; children: ReactNode; action?: ReactNode }) => (
  <div
    role={tone === 'bad' ? 'alert' : 'status'}
    className={classes('flex items-start gap-3 rounded-md border px-4 py-3 text-sm', washes[tone])}
  >
    <span aria-hidden className={classes('shrink-0 text-xs leading-5', marks[tone].colour)}>
      {marks[tone].sign}
    </span>
    <div className="min-w-0 flex-1">{children}</div>
    {action}
  </div>
);

/** A state in one word: colour, shape and word say the same thing. */
export const StateLabel = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className="inline-flex items-baseline gap-1.5 text-left text-sm md:whitespace-nowrap">
    <span aria-hidden className={classes('w-3 text-center text-[10px] leading-none', marks[tone].colour)}>
      {marks[tone].sign}
    </span>
    <span className={tone === 'neutral' ? 'text-ink' : marks[tone].colour}>{children}</span>
  </span>
);

/** A small fact beside a title: a count, « simulé », « démonstration ». */
export const Badge = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={classes('inline-flex items-center rounded-full border px-2 text-xs leading-5 font-medium', washes[tone])}>
    {children}
  </span>
);
