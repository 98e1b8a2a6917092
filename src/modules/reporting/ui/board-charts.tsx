import { useMemo, type ReactNode } from 'react';
import { Card, Chart, Link, Section } from '../../../web/design/index.ts';
import { answerPicture, appointmentsPicture, callsPicture, usefulPicture, type AppointmentBar } from './board-pictures.ts';
import type { Board } from './shapes.ts';
import { boundsText, rateText, useWords } from './use-words.ts';

/** One question, one picture: the sentence answers, the picture shows how it came about. */
export const BoardCharts = ({ board }: { board: Board }) => {
  const { t } = useWords();
  return (
    <Section title={t('progress')}>
      <div className="grid gap-4 lg:grid-cols-2">
        <CallsChart board={board} />
        <UsefulChart board={board} />
        <AnswerChart board={board} />
        <AppointmentsChart board={board} />
      </div>
    </Section>
  );
};

const CallsChart = ({ board }: { board: Board }) => {
  const words = useWords();
  const { t, format } = words;
  const calls = board.volumes.find(({ id }) => id === 'calls');
  const draw = useMemo(() => callsPicture(board, words), [board, words.t]);
  const sentence = calls
    ? t('callsSentence', {
        done: format.count(calls.consumed),
        expected: format.count(Math.round(calls.signed * calls.elapsedShare)),
      })
    : t('callsSentencePlain', { count: board.totals.attempts, done: board.totals.attempts });
  return (
    <Framed>
      <Chart
        sentence={sentence}
        draw={draw}
        table={<DayFigures board={board} label={t('calls')} value={(day) => format.count(day.calls)} />}
      />
    </Framed>
  );
};

const UsefulChart = ({ board }: { board: Board }) => {
  const words = useWords();
  const { t, format } = words;
  const { useful, workedDays } = board.totals;
  const indicator = board.indicators.find(({ formula }) => formula === 'C_PER_DAY');
  const target = indicator?.target && boundsText(t, indicator.target, format.count);
  const draw = useMemo(() => usefulPicture(board, words), [board, words.t]);
  const value = workedDays === 0 ? null : format.count(Math.round((useful / workedDays) * 10) / 10);
  const sentence =
    value === null ? t('usefulNone') : target ? t('usefulSentenceTarget', { value, target }) : t('usefulSentence', { value });
  return (
    <Framed>
      <Chart
        sentence={sentence}
        draw={draw}
        table={<DayFigures board={board} label={t('useful')} value={(day) => format.count(day.useful)} />}
      />
    </Framed>
  );
};

const AnswerChart = ({ board }: { board: Board }) => {
  const words = useWords();
  const { t, format } = words;
  const { answered, attempts } = board.totals;
  const draw = useMemo(() => answerPicture(board, words), [board, words.t]);
  const sentence =
    attempts === 0
      ? t('answerNone')
      : t('answerSentence', {
          rate: rateText(format, (answered / attempts) * 10_000),
          answered: format.count(answered),
          calls: format.count(attempts),
        });
  return (
    <Framed>
      <Chart
        sentence={sentence}
        draw={draw}
        table={
          <DayFigures
            board={board}
            label={t('answered')}
            value={(day) => (day.calls ? rateText(format, (day.answered / day.calls) * 10_000) : '—')}
          />
        }
      />
    </Framed>
  );
};

const barOf = ({ state, acceptedBy }: Board['appointments'][number]): AppointmentBar['key'] =>
  state === 'accepted' ? (acceptedBy ?? 'client') : state;
const barOrder: readonly AppointmentBar['key'][] = ['client', 'silence', 'ruling', 'to_review', 'contested', 'refused'];

const AppointmentsChart = ({ board }: { board: Board }) => {
  const { t, coded } = useWords();
  const bars = useMemo(
    () =>
      barOrder
        .map((key): AppointmentBar => ({
          key,
          label: coded('a_', key),
          count: board.appointments.filter((one) => barOf(one) === key).length,
        }))
        .filter(({ key, count }) => count > 0 || key === 'client' || key === 'to_review' || key === 'refused'),
    [board, t],
  );
  const draw = useMemo(() => appointmentsPicture(bars), [bars]);
  const count = (keep: (one: Board['appointments'][number]) => boolean) => board.appointments.filter(keep).length;
  const booked = board.appointments.length;
  const sentence =
    booked === 0
      ? t('appointmentsNone')
      : t('appointmentsSentence', {
          booked,
          accepted: count(({ state }) => state === 'accepted'),
          waiting: count(({ state }) => state === 'to_review'),
        });
  const table = (
    <table>
      <tbody>
        {bars.map(({ key, label, count: shown }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{shown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Framed>
      <Chart sentence={sentence} draw={draw} table={table} height={180} />
      {booked > 0 && (
        <Link to="/a-valider" className="self-start text-sm">
          {t('openReview')}
        </Link>
      )}
    </Framed>
  );
};

const Framed = ({ children }: { children: ReactNode }) => <Card className="flex min-w-0 flex-col gap-3">{children}</Card>;

const DayFigures = ({ board, label, value }: { board: Board; label: string; value: (day: Board['days'][number]) => string }) => {
  const { t, format } = useWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{label}</th>
        </tr>
      </thead>
      <tbody>
        {board.days.map((day) => (
          <tr key={day.day}>
            <th scope="row">{format.weekday(day.day)}</th>
            <td>{value(day)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
