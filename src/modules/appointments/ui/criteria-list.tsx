import { Button } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { printedMoment } from './moment.ts';
import type { AppointmentDetail } from './shapes.ts';

/** The signed criteria as they were worded, each with the second of the call that shows it. */
export const CriteriaList = ({
  appointment,
  onListen,
}: {
  appointment: AppointmentDetail;
  onListen: ((seconds: number) => void) | null;
}) => {
  const t = useMessages(messages);
  const { criteria, marks, articles, refusal } = appointment;
  return (
    <section className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-base font-semibold">{t('criteria')}</h2>
        {articles.criteria && <span className="text-xs text-ink-soft">{t('article', { number: articles.criteria })}</span>}
      </div>
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
        {criteria.map(({ id, label, definition }) => {
          const mark = marks.find(({ criterionId }) => criterionId === id);
          const isDenied = refusal?.criterionId === id;
          const at = mark?.momentSeconds ?? null;
          return (
            <li key={id} className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-x-3 px-4 py-3 text-sm">
              <span aria-hidden className={isDenied ? 'text-bad' : mark ? 'text-good' : 'text-caution'}>
                {isDenied ? '▲' : mark ? '✓' : '?'}
              </span>
              <div className="flex flex-col gap-0.5">
                <span className="font-medium">{label}</span>
                <span className="text-xs text-ink-soft">{definition}</span>
                <span className="text-xs text-ink-soft">
                  {mark ? (at === null ? t('markedWithout') : t('markedAt', { moment: printedMoment(at) })) : t('notMarked')}
                  {isDenied &&
                    refusal &&
                    ` · ${t('refusalOf')}${refusal.momentSeconds === null ? '' : `, ${printedMoment(refusal.momentSeconds)}`}`}
                </span>
              </div>
              {at !== null && onListen && (
                <Button
                  size="sm"
                  variant="quiet"
                  onPress={() => onListen(at)}
                  aria-label={t('listenAt', { moment: printedMoment(at) })}
                >
                  <span className="tabular-nums">{printedMoment(at)}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
