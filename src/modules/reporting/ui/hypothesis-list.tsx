import { Card, Section, StateLabel, type Tone } from '../../../web/design/index.ts';
import type { Board } from './shapes.ts';
import { rateText, useWords } from './use-words.ts';

const tones: Record<Board['hypotheses'][number]['state'], Tone> = { held: 'good', broken: 'bad', unknown: 'neutral' };

/** The assumptions the price rests on, against what the calls measured. */
export const HypothesisList = ({ board }: { board: Board }) => {
  const { t, coded, format } = useWords();
  const { hypotheses, articles } = board;
  if (hypotheses.length === 0) return null;
  return (
    <Section
      title={t('hypotheses')}
      aside={articles.hypotheses && <p className="text-xs text-ink-soft">{t('article', { article: articles.hypotheses })}</p>}
    >
      <Card className="p-0!">
        <ul className="divide-y divide-line">
          {hypotheses.map(({ id, measure, comparison, thresholdBp, effect, measured, state }) => (
            <li key={id} className="grid items-baseline gap-x-6 gap-y-1 px-5 py-3 md:grid-cols-[minmax(0,1fr)_8rem_9rem_9rem]">
              <div className="min-w-0">
                <p className="font-medium">{coded('h_', measure)}</p>
                <p className="text-sm text-ink-soft">{effect}</p>
              </div>
              <p className="text-base font-semibold tabular-nums md:text-right">
                {measured.value === null ? '—' : rateText(format, measured.value)}
                <span className="ml-2 text-xs font-normal text-ink-soft md:ml-0 md:block">
                  {t('fraction', {
                    numerator: format.count(measured.numerator),
                    denominator: format.count(measured.denominator),
                  })}
                </span>
              </p>
              <p className="text-ink-soft tabular-nums">{t(`h_${comparison}`, { threshold: format.rate(thresholdBp) })}</p>
              <p>
                <StateLabel tone={tones[state]}>{t(`h_${state}`)}</StateLabel>
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
};
