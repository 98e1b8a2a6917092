import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/language.tsx';
import { classes } from './classes.ts';
import { words } from './words.ts';

/** Where one stands in a short path (signing): done, now, to come. On a phone only the present step is named. */
export const ProgressSteps = ({ steps, current }: { steps: readonly string[]; current: number }) => {
  const t = useMessages(words);
  return (
    <div>
      <p className="mb-2 text-sm md:hidden">
        <span className="text-ink-soft">{t('stepOf', { step: current + 1, total: steps.length })} · </span>
        <span className="font-medium">{steps[current]}</span>
      </p>
      <ol className="flex gap-2">
        {steps.map((step, index) => {
          const state = index < current ? 'stepDone' : index === current ? 'stepNow' : 'stepLater';
          return (
            <li key={step} className="flex-1" {...(index === current ? { 'aria-current': 'step' as const } : {})}>
              <span
                className={classes(
                  'block h-1 rounded-full',
                  index < current ? 'bg-primary' : index === current ? 'bg-needle' : 'bg-line',
                )}
              />
              <span
                className={classes(
                  'mt-2 flex items-center gap-1 text-xs max-md:sr-only',
                  index === current ? 'font-medium' : 'text-ink-soft',
                )}
              >
                {index < current && <Check size={12} aria-hidden />}
                {step}
                <span className="sr-only"> ({t(state)})</span>
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
};

export type TimelineItem = {
  id: string;
  when: string;
  title: ReactNode;
  detail?: ReactNode;
  tone?: 'good' | 'caution' | 'bad' | 'now';
};

const dots = { good: 'bg-good', caution: 'bg-caution', bad: 'bg-bad', now: 'bg-needle' } as const;

/** What happened, newest first, on one line of time. `now` marks today or what waits. */
export const Timeline = ({ items, label }: { items: readonly TimelineItem[]; label: string }) => (
  <ol aria-label={label} className="flex flex-col">
    {items.map((item, index) => (
      <li key={item.id} className="grid grid-cols-[0.75rem_1fr] gap-x-4">
        <span aria-hidden className="flex flex-col items-center">
          <span className={classes('mt-1.5 size-2 shrink-0 rounded-full', item.tone ? dots[item.tone] : 'bg-edge')} />
          {index < items.length - 1 && <span className="w-px flex-1 bg-line" />}
        </span>
        <div className="min-w-0 pb-5">
          <p className="text-xs text-ink-soft tabular-nums">{item.when}</p>
          <p className="text-sm font-medium">{item.title}</p>
          {item.detail && <div className="mt-0.5 text-sm text-ink-soft">{item.detail}</div>}
        </div>
      </li>
    ))}
  </ol>
);
