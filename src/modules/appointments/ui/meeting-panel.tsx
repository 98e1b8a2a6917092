import { request, useCommand } from '../../../web/api/client.ts';
import { classes, Section } from '../../../web/design/index.ts';
import { useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { appointmentRefusals, reportMeeting } from '../index.ts';
import { messages } from './messages.ts';
import { asJudged, type AppointmentDetail } from './shapes.ts';

const outcomes = ['held', 'no_show', 'postponed', 'client_absent'] as const;

/** Whether anybody came. Followed, never a reason not to pay what was accepted. */
export const MeetingPanel = ({ appointment, now, maySay }: { appointment: AppointmentDetail; now: Instant; maySay: boolean }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(appointmentRefusals);
  const { meetingOutcome } = appointment;
  const say = useCommand(
    (outcome: (typeof outcomes)[number]) => request('POST', `/appointments/${appointment.id}/meeting`, { outcome }),
    {
      invalidate: [['appointments'], ['dossiers', appointment.dossierId]],
      done: (_, outcome) => t('m_saved', { outcome: t(`m_${outcome}`) }),
    },
  );
  const possible = outcomes.filter((outcome) => reportMeeting(asJudged(appointment), outcome, { now }).ok);
  const tooEarly = whyNot(reportMeeting(asJudged(appointment), 'held', { now }));
  return (
    <Section title={t('after')}>
      <p className="text-sm text-ink-soft">{tooEarly ?? t('afterWhy')}</p>
      {!maySay && <p className="text-sm">{meetingOutcome ? t(`m_${meetingOutcome}`) : t('meetingUnknown')}</p>}
      {maySay && (
        <div role="group" aria-label={t('after')} className="flex flex-wrap gap-2">
          {possible.map((outcome) => (
            <button
              key={outcome}
              type="button"
              aria-pressed={outcome === meetingOutcome}
              disabled={say.isPending}
              onClick={() => say.mutate(outcome)}
              className={classes(
                'flex h-9 items-center gap-2 rounded-md border px-3 text-sm max-md:h-11',
                outcome === meetingOutcome
                  ? 'border-primary bg-primary-wash font-medium text-primary'
                  : 'border-edge bg-surface hover:border-ink',
              )}
            >
              {outcome === meetingOutcome && <span aria-hidden>✓</span>}
              {t(`m_${outcome}`)}
            </button>
          ))}
        </div>
      )}
    </Section>
  );
};
