import { Link, StateLabel } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { NextStep as Step } from './next-steps.ts';

/** What happens next, where to do it, by when. */
export const NextStep = ({ step }: { step: Step | null }) => {
  const t = useMessages(messages);
  const format = useFormats();
  if (!step) return null;
  return (
    <span className="relative z-10 flex flex-wrap items-baseline gap-x-2 max-md:justify-end">
      <StateLabel tone={step.tone}>
        <Link to={step.to}>{t(...step.words)}</Link>
      </StateLabel>
      {step.by && <span className="text-xs text-ink-soft">{t('nextBy', { day: format.day(step.by) })}</span>}
    </span>
  );
};
