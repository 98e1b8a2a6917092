import { TimeField, classes } from '../../../../web/design/index.ts';
import { useLanguage, useMessages } from '../../../../web/i18n/index.ts';
import type { ClockTime } from '../../../../shared/time.ts';
import { moved, without } from '../draft-path.ts';
import { At, useTerm } from '../editing.tsx';
import { AddButton, ListHead, Row } from '../lines-term.tsx';
import { messages } from '../messages.ts';
import { dayNames, openBlocks, type Slot } from '../week.ts';

/** The weekly hours in which calls may be placed: the days as switches, the hours as two clocks, the week as a picture. */
export const SlotsTerm = () => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const [value, set] = useTerm<Slot[]>('calling.slots');
  const slots = value ?? [];
  const change = (index: number, part: Partial<Slot>) =>
    set(slots.map((slot, at) => (at === index ? { ...slot, ...part } : slot)));
  const toggle = (index: number, day: number) => {
    const days = slots[index]!.days ?? [];
    change(index, { days: days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort() });
  };
  return (
    <At path="calling.slots">
      <ListHead name="calling.slots" titled={false} />
      <ul className="flex flex-col gap-3">
        {slots.map((slot, index) => {
          const what = t('slot', { number: index + 1 });
          return (
            <Row
              key={index}
              index={index}
              count={slots.length}
              what={what}
              onMove={(step) => set([...moved(slots, index, step)])}
              onRemove={() => set(without(slots, index))}
            >
              <div className="flex flex-wrap items-end gap-x-4 gap-y-2" role="group" aria-label={what}>
                <div className="flex gap-1" role="group" aria-label={t('days')}>
                  {dayNames[language].map(([short, long], at) => {
                    const isOn = slot.days?.includes(at + 1) ?? false;
                    return (
                      <button
                        key={long}
                        type="button"
                        aria-pressed={isOn}
                        aria-label={long}
                        onClick={() => toggle(index, at + 1)}
                        className={classes(
                          'h-9 w-9 rounded-md border text-sm max-md:h-11 max-md:w-10',
                          isOn
                            ? 'border-primary bg-primary font-medium text-on-primary'
                            : 'border-edge bg-surface text-ink-soft hover:border-ink',
                        )}
                      >
                        {short}
                      </button>
                    );
                  })}
                </div>
                <div className="flex items-end gap-2">
                  <TimeField
                    label={t('from')}
                    value={(slot.from ?? null) as ClockTime | null}
                    onChange={(from) => change(index, { from })}
                  />
                  <TimeField
                    label={t('to')}
                    value={(slot.to ?? null) as ClockTime | null}
                    onChange={(to) => change(index, { to })}
                  />
                </div>
              </div>
            </Row>
          );
        })}
      </ul>
      <AddButton onPress={() => set([...slots, { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }])}>{t('addSlot')}</AddButton>
      <WeekPicture slots={slots} />
    </At>
  );
};

const firstHour = 7;
const lastHour = 21;
const left = 26;
const column = 44;
const hourHeight = 8;

/** The week as a wall calendar: what is coloured may be called. */
const WeekPicture = ({ slots }: { slots: readonly Slot[] }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const blocks = openBlocks(slots);
  const y = (minutes: number) => 16 + (Math.min(Math.max(minutes / 60, firstHour), lastHour) - firstHour) * hourHeight;
  const hours = blocks.reduce((sum, { from, to }) => sum + (to - from) / 60, 0);
  return (
    <figure className="mt-2 flex flex-col gap-1">
      <svg
        viewBox={`0 0 ${left + 7 * column} ${y(lastHour * 60) + 2}`}
        className="w-full max-w-md"
        role="img"
        aria-label={t('weekOpen', { hours })}
      >
        {[8, 12, 14, 18, 20].map((hour) => (
          <g key={hour}>
            <line
              x1={left}
              x2={left + 7 * column}
              y1={y(hour * 60)}
              y2={y(hour * 60)}
              stroke="var(--color-line)"
              strokeWidth="0.8"
            />
            <text x={left - 5} y={y(hour * 60) + 3} textAnchor="end" className="fill-ink-soft text-[8px] tabular-nums">
              {hour} h
            </text>
          </g>
        ))}
        {dayNames[language].map(([, long], at) => (
          <text key={long} x={left + at * column + column / 2} y={9} textAnchor="middle" className="fill-ink-soft text-[8px]">
            {long.slice(0, 3)}
          </text>
        ))}
        {blocks.map(({ day, from, to }) => (
          <rect
            key={`${day}-${from}`}
            x={left + (day - 1) * column + 2}
            width={column - 4}
            y={y(from)}
            height={Math.max(0, y(to) - y(from))}
            rx="2"
            fill="var(--color-primary)"
          />
        ))}
      </svg>
      <figcaption className="text-xs text-ink-soft">{t('weekOpen', { hours })}</figcaption>
    </figure>
  );
};
