import { Section, StateLabel } from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import { outcomes } from '../domain/outcomes.ts';
import type { Call } from './shapes.ts';
import { useWords } from './use-words.ts';

/** What was already said to this prospect, the latest first. */
export const CallHistory = ({ calls }: { calls: readonly Call[] }) => {
  const { t, language } = useWords();
  const format = useFormats();
  return (
    <Section title={t('history')}>
      {calls.length === 0 ? (
        <p className="text-ink-soft">{t('noHistory')}</p>
      ) : (
        <ol className="flex flex-col divide-y divide-line">
          {calls.map((call) => (
            <li key={call.id} className="flex flex-col gap-0.5 py-2">
              <div className="flex flex-wrap items-baseline justify-between gap-2">
                <StateLabel tone={call.outcome ? toneOf(call.outcome) : 'caution'}>
                  {call.outcome ? outcomes[call.outcome].labels[language] : t('toQualify')}
                </StateLabel>
                <span className="text-xs text-ink-soft">{`${format.moment(call.requestedAt)} · ${call.callerName}`}</span>
              </div>
              {(call.outcomeReason || call.outcomeNote) && (
                <p className="text-ink-soft">{[call.outcomeReason, call.outcomeNote].filter(Boolean).join(' · ')}</p>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
};

export const toneOf = (code: keyof typeof outcomes) =>
  (({ positive: 'good', negative: 'bad', neutral: 'neutral', other: 'neutral' }) as const)[outcomes[code].tone];
