import { Timeline, type TimelineItem } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { printedMoment } from './moment.ts';
import type { AppointmentDetail } from './shapes.ts';

/** Who said what about this appointment, the latest first. */
export const DecisionHistory = ({ appointment }: { appointment: AppointmentDetail }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { refusal, contest, ruling, acceptedBy, decidedAt, criteria, state } = appointment;
  const said = ({ momentSeconds, text }: { momentSeconds: number | null; text: string }) =>
    [
      momentSeconds === null ? t('outsideOfCall') : t('h_atMoment', { moment: printedMoment(momentSeconds) }),
      ...(text ? [t('quoted', { text })] : []),
    ].join(', ');
  const items: (Omit<TimelineItem, 'when'> & { at: string })[] = [
    { id: 'booked', at: appointment.bookedAt, title: t('h_booked', { name: appointment.callerName }) },
    ...(refusal
      ? [
          {
            id: 'refused',
            at: refusal.at,
            tone: 'bad' as const,
            title: t('h_refused', {
              name: refusal.by,
              criterion: criteria.find(({ id }) => id === refusal.criterionId)?.label ?? refusal.criterionId,
            }),
            detail: said(refusal),
          },
        ]
      : []),
    ...(contest
      ? [
          {
            id: 'contested',
            at: contest.at,
            tone: 'caution' as const,
            title: t('h_contested', { name: contest.by }),
            detail: said(contest),
          },
        ]
      : []),
    ...(ruling
      ? [
          {
            id: 'ruled',
            at: ruling.at,
            tone: ruling.for === 'caller' ? ('good' as const) : ('bad' as const),
            title: t(ruling.for === 'caller' ? 'h_ruledCaller' : 'h_ruledClient', { name: ruling.by }),
            detail: ruling.text,
          },
        ]
      : []),
    ...(decidedAt && (acceptedBy === 'client' || acceptedBy === 'silence')
      ? [
          {
            id: 'accepted',
            at: decidedAt,
            tone: 'good' as const,
            title: t(acceptedBy === 'silence' ? 'h_silence' : refusal ? 'h_conceded' : 'h_accepted'),
          },
        ]
      : []),
    ...(decidedAt && state === 'refused' && !refusal
      ? [{ id: 'silence', at: decidedAt, tone: 'bad' as const, title: t('h_silence') }]
      : []),
  ];
  return (
    <Timeline
      label={t('history')}
      items={items
        .sort((a, b) => a.at.localeCompare(b.at))
        .reverse()
        .map(({ at, ...item }) => ({ ...item, when: format.moment(at) }))}
    />
  );
};
