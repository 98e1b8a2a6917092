import type { ComponentProps } from 'react';
import type { Chart } from '../../../web/design/index.ts';
import type { Board } from './shapes.ts';
import type { Words } from './use-words.ts';

type Draw = ComponentProps<typeof Chart>['draw'];
export type AppointmentBar = {
  key: 'client' | 'silence' | 'ruling' | 'to_review' | 'contested' | 'refused';
  label: string;
  count: number;
};

/** Every planned day, and any other that was worked: what remains is seen as well as what was done. */
const daysShown = ({ plan, days }: Board): string[] => [...new Set([...plan.days, ...days.map(({ day }) => day)])].sort();

// 7 days after a Monday of the calendar is a Monday: no library is needed to find where a week begins.
const isMonday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() === 1;
const weekTicks = (shown: readonly string[]) => {
  const mondays = shown.filter((day, index) => isMonday(day) || index === 0);
  return mondays.length > 9 ? mondays.filter((_, index) => index % Math.ceil(mondays.length / 8) === 0) : mondays;
};

const frame = (board: Board, { t, format }: Words) => {
  const shown = daysShown(board);
  const today = shown.includes(board.today) ? board.today : null;
  const axisDay = (day: string) => format.weekday(day).replace(/^\S+\s/, '');
  return {
    shown,
    options: {
      marginLeft: 36,
      marginTop: 24,
      marginRight: 8,
      marginBottom: 28,
      x: { type: 'band' as const, domain: shown, label: null, padding: 0.25 },
    },
    axes: (plot: Parameters<Draw>[0], percent = false) => [
      plot.axisX({
        ticks: weekTicks(shown),
        tickFormat: (day: string) => axisDay(day),
        tickSize: 0,
        tickPadding: 8,
        label: null,
      }),
      plot.axisY({
        ticks: 4,
        tickSize: 0,
        label: null,
        ...(percent ? { tickFormat: (value: number) => format.share(value) } : {}),
      }),
      plot.gridY({ ticks: 4, stroke: 'var(--color-line)', strokeOpacity: 1 }),
    ],
    now: (plot: Parameters<Draw>[0]) =>
      today
        ? [
            plot.text([today], {
              x: (day: string) => day,
              frameAnchor: 'top',
              dy: -20,
              text: () => t('chartToday'),
              fill: 'var(--color-needle)',
              fontWeight: 500,
            }),
            plot.tickX([today], {
              x: (day: string) => day,
              stroke: 'var(--color-needle)',
              strokeWidth: 1.5,
              strokeDasharray: '2 3',
              insetBottom: 0,
            }),
          ]
        : [],
  };
};

export const callsPicture =
  (board: Board, words: Words): Draw =>
  (plot) => {
    const { shown, options, axes, now } = frame(board, words);
    const plan = board.plan.callsPerDay;
    return {
      ...options,
      y: { domain: [0, Math.max(10, (plan ?? 0) * 1.25, ...board.days.map(({ calls }) => calls * 1.1))] },
      marks: [
        ...axes(plot),
        plot.barY(board.days, { x: 'day', y: 'calls', fill: 'var(--color-primary)', rx1: 2 }),
        ...now(plot),
        ...(plan === null
          ? []
          : [
              plot.ruleY([plan], { stroke: 'var(--color-ink)', strokeWidth: 1.2 }),
              plot.text([shown.at(-1)!], {
                x: (day: string) => day,
                y: plan,
                dy: -8,
                dx: 10,
                textAnchor: 'end',
                text: () => words.t('chartPlan', { count: words.format.count(Math.round(plan)) }),
                fill: 'var(--color-ink)',
                stroke: 'var(--color-surface)',
                strokeWidth: 4,
              }),
            ]),
      ],
    };
  };

export const usefulPicture =
  (board: Board, words: Words): Draw =>
  (plot) => {
    const { options, axes, now } = frame(board, words);
    const target = board.indicators.find(({ formula }) => formula === 'C_PER_DAY')?.target;
    const top = Math.max(10, (target?.max ?? target?.min ?? 0) * 1.2, ...board.days.map(({ useful }) => useful * 1.15));
    const worked = board.days.filter(({ calls }) => calls > 0);
    return {
      ...options,
      y: { domain: [0, top] },
      marks: [
        ...(target ? [plot.rect([target], { y1: target.min ?? 0, y2: target.max ?? top, fill: 'var(--color-good-wash)' })] : []),
        ...axes(plot),
        ...(target?.min != null ? [plot.ruleY([target.min], { stroke: 'var(--color-good)', strokeWidth: 1 })] : []),
        ...(target?.max != null ? [plot.ruleY([target.max], { stroke: 'var(--color-good)', strokeWidth: 1 })] : []),
        plot.line(worked, { x: 'day', y: 'useful', stroke: 'var(--color-primary)', strokeWidth: 1.5 }),
        plot.dot(worked, { x: 'day', y: 'useful', fill: 'var(--color-primary)', r: 3.5 }),
        ...now(plot),
      ],
    };
  };

export const answerPicture =
  (board: Board, words: Words): Draw =>
  (plot) => {
    const { shown, options, axes, now } = frame(board, words);
    const worked = board.days
      .filter(({ calls }) => calls > 0)
      .map(({ day, answered, calls }) => ({ day, share: answered / calls }));
    const mean = board.totals.attempts === 0 ? null : board.totals.answered / board.totals.attempts;
    return {
      ...options,
      y: { domain: [0, Math.max(0.5, ...worked.map(({ share }) => share * 1.15))] },
      marks: [
        ...axes(plot, true),
        ...(mean === null
          ? []
          : [
              plot.ruleY([mean], { stroke: 'var(--color-ink)', strokeWidth: 1 }),
              plot.text([shown.at(-1)!], {
                x: (day: string) => day,
                y: mean,
                dy: -12,
                dx: 10,
                textAnchor: 'end',
                text: () => `${words.t('chartMean')} ${words.format.share(mean)}`,
                fill: 'var(--color-ink)',
                stroke: 'var(--color-surface)',
                strokeWidth: 4,
              }),
            ]),
        plot.line(worked, { x: 'day', y: 'share', stroke: 'var(--color-primary)', strokeWidth: 1.5 }),
        plot.dot(worked, { x: 'day', y: 'share', fill: 'var(--color-primary)', r: 3.5 }),
        ...now(plot),
      ],
    };
  };

const barColours: Record<AppointmentBar['key'], string> = {
  client: 'var(--color-good)',
  silence: 'var(--color-good)',
  ruling: 'var(--color-good)',
  to_review: 'var(--color-needle)',
  contested: 'var(--color-caution)',
  refused: 'var(--color-bad)',
};

export const appointmentsPicture =
  (bars: readonly AppointmentBar[]): Draw =>
  (plot, width) => ({
    marginLeft: width < 420 ? 150 : 170,
    marginRight: 32,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ count }) => count))] },
    y: { type: 'band', domain: bars.map(({ label }) => label), label: null, padding: 0.35 },
    marks: [
      plot.axisY({ tickSize: 0, label: null, fill: 'var(--color-ink)' }),
      plot.barX(bars, { x: 'count', y: 'label', fill: ({ key }: AppointmentBar) => barColours[key] }),
      plot.text(bars, {
        x: 'count',
        y: 'label',
        text: ({ count }: AppointmentBar) => String(count),
        dx: 8,
        textAnchor: 'start',
        fill: 'var(--color-ink)',
        fontWeight: 600,
      }),
    ],
  });
