import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { useFormats, useMessages } from '../i18n/index.ts';
import { messages } from './messages.ts';
import type { Waiting } from './waiting.ts';

const words = {
  review: 'waitingReview',
  contest: 'waitingContest',
  deadline: 'waitingDeadline',
  negotiation: 'waitingNegotiation',
} as const;

/** What waits for me, on top of every page. Nothing waits: nothing is shown. */
export const WaitingStrip = ({ waiting }: { waiting: readonly Waiting[] }) => {
  const t = useMessages(messages);
  const format = useFormats();
  if (waiting.length === 0) return null;
  const sentence = (one: Waiting) => {
    if (one.kind === 'seal') return t(`waitingSeal_${one.alarm}`, { count: one.count });
    return one.kind === 'countersign' || one.kind === 'stalled'
      ? t(one.kind === 'stalled' ? 'waitingStalled' : 'waitingCountersign', { count: one.count, number: one.number })
      : t(words[one.kind], { count: one.count });
  };
  return (
    <nav aria-label={t('waiting')} className="border-b border-line bg-surface">
      <ul className="flex flex-wrap gap-x-8 px-4 md:px-8">
        {waiting.map((one) => (
          <li key={one.id}>
            <Link to={one.to} className="group flex min-h-10 items-center gap-2.5 rounded-md py-1.5 text-sm max-md:min-h-11">
              <span aria-hidden className="h-4 w-0.5 shrink-0 rotate-12 rounded-full bg-needle" />
              <span>
                <span className="font-medium group-hover:underline">{sentence(one)}</span>
                {one.by && <span className="text-ink-soft"> {t('waitingBy', { moment: format.moment(one.by) })}</span>}
              </span>
              <ChevronRight size={14} aria-hidden className="shrink-0 text-ink-soft" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
