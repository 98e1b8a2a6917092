import { useCallback } from 'react';
import type { Refused } from '../../shared/decision.ts';
import { refusalSentence, type Refusals } from '../../shared/refusal.ts';
import { useLanguage } from './language.tsx';

/**
 * `const whyNot = useWhyNot(refusals); <Button whyDisabled={whyNot(acceptAppointment(state, command, context))}>`:
 * the screen asks the same rule as the server, and says the same sentence before the click.
 */
export const useWhyNot = <Code extends string>(refusals: Refusals<Code>) => {
  const { language } = useLanguage();
  return useCallback(
    (decision: { ok: true } | Refused<Code>): string | null =>
      decision.ok ? null : refusalSentence(refusals[decision.code], language, decision.details),
    [refusals, language],
  );
};
