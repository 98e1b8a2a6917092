import { Badge, Card, Section, StateLabel, type Tone } from '../../../web/design/index.ts';
import { isOver, type Board, type MeasuredIndicator } from './shapes.ts';
import { measureText, targetText, useWords } from './use-words.ts';

/** The signed indicators as they stand, each with what was counted, its target and its definition one tap away. */
export const IndicatorList = ({ board }: { board: Board }) => {
  const { t } = useWords();
  const article = board.articles.indicators;
  return (
    <Section title={t('indicators')} aside={article && <p className="text-xs text-ink-soft">{t('article', { article })}</p>}>
      <Card className="p-0!">
        <ul className="divide-y divide-line">
          {board.indicators.map((indicator) => (
            <IndicatorRow key={`${indicator.formula}${indicator.label}`} indicator={indicator} isOver={isOver(board)} />
          ))}
        </ul>
      </Card>
    </Section>
  );
};

const IndicatorRow = ({ indicator, isOver: over }: { indicator: MeasuredIndicator; isOver: boolean }) => {
  const words = useWords();
  const { t, coded, format } = words;
  const { measure, label, nature, formula, payLink } = indicator;
  const target = targetText(words, indicator);
  const state = stateOf(indicator, over);
  return (
    <li className="grid items-baseline gap-x-6 gap-y-1 px-5 py-3 md:grid-cols-[minmax(0,1fr)_8rem_10rem_9rem]">
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 font-medium">
        {label} <Badge>{coded('', nature)}</Badge>
      </p>
      <p className="text-base font-semibold tabular-nums md:text-right">
        {measureText(words, indicator)}
        {measure.denominator !== null && (
          <span className="ml-2 text-xs font-normal text-ink-soft md:ml-0 md:block">
            {measure.denominator > 0
              ? t('fraction', { numerator: format.count(measure.numerator), denominator: format.count(measure.denominator) })
              : t('noData')}
          </span>
        )}
      </p>
      <p className="text-ink-soft tabular-nums">{target ?? t('noTarget')}</p>
      <p>{state && <StateLabel tone={state.tone}>{t(state.word)}</StateLabel>}</p>
      <details className="text-xs text-ink-soft md:col-span-4">
        <summary className="w-fit cursor-pointer rounded-md py-1 text-primary underline decoration-1 underline-offset-3 max-md:py-2.5">
          {t('definition')}
        </summary>
        <p className="max-w-reading pb-1 text-sm">{`${t('calculation', { formula: coded('f_', formula) })} ${t(`${nature}Why`)} ${coded('pay_', payLink)}`}</p>
      </details>
    </li>
  );
};

/** A count that grows all along is under way, not late, until the mission is over. */
const stateOf = (
  { state, measure }: MeasuredIndicator,
  over: boolean,
): { tone: Tone; word: 'reached' | 'belowNow' | 'below' | 'above' } | null => {
  if (state === 'none') return null;
  if (state === 'reached') return { tone: 'good', word: 'reached' };
  if (state === 'below' && measure.kind === 'count' && !over) return { tone: 'neutral', word: 'belowNow' };
  return { tone: 'caution', word: state };
};
