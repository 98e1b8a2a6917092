import { useEffect, useState } from 'react';
import { Button, Facts, StateLabel, type Fact } from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import { millisecondsBetween } from '../../../shared/time.ts';
import type { Desk } from './shapes.ts';
import { useWords } from './use-words.ts';

/** Today and the signed budgets in one line, with the production clock. */
export const DayStrip = ({
  desk,
  onStart,
  onStop,
  isPending,
}: {
  desk: Desk;
  onStart: () => void;
  onStop: () => void;
  isPending: boolean;
}) => {
  const { t } = useWords();
  const format = useFormats();
  const { today, volumes, pricePerAppointmentCents: price } = desk;
  const of = (used: number, limit: number | null) => {
    if (limit === null) return format.count(used);
    const reading = `${format.count(used)} / ${format.count(limit)}`;
    return used * 100 >= limit * volumes.warnAtPercent ? (
      <StateLabel tone={used >= limit ? 'bad' : 'caution'}>{reading}</StateLabel>
    ) : (
      reading
    );
  };
  const facts: Fact[] = [
    { label: t('today'), value: t('dayLine', { calls: today.calls, useful: today.useful, argued: today.argued }) },
    { label: t('calls'), value: of(volumes.used.calls, volumes.calls) },
    { label: t('hours'), value: of(Math.floor(volumes.used.hoursMinutes / 6) / 10, volumes.hours) },
    {
      label: t('appointments'),
      value: (
        <>
          {of(volumes.used.appointments, volumes.appointments)}
          {price !== null && today.appointments > 0 && ` · ${t('pending', { amount: format.money(price * today.appointments) })}`}
        </>
      ),
    },
  ];
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b border-line px-5 py-3">
      <div className="flex min-w-0 flex-col">
        <h1 className="text-base font-semibold">{desk.mission.name}</h1>
        <p className="text-xs text-ink-soft">
          {desk.session ? <SessionClock startedAt={desk.session.startedAt} now={desk.now} /> : t('notStarted')}
        </p>
      </div>
      <Facts facts={facts} />
      {desk.session ? (
        <Button onPress={onStop} isPending={isPending}>
          {t('stopWork')}
        </Button>
      ) : (
        <Button variant="primary" onPress={onStart} isPending={isPending}>
          {t('ready')}
        </Button>
      )}
    </div>
  );
};

const SessionClock = ({ startedAt, now }: { startedAt: Desk['now']; now: Desk['now'] }) => {
  const { t } = useWords();
  const format = useFormats();
  const [extra, setExtra] = useState(0);
  useEffect(() => {
    const from = performance.now();
    setExtra(0);
    const timer = setInterval(() => setExtra((performance.now() - from) / 1000), 10_000);
    return () => clearInterval(timer);
  }, [now]);
  return <>{t('sessionFor', { duration: format.duration(Math.max(0, millisecondsBetween(startedAt, now) / 1000 + extra)) })}</>;
};
