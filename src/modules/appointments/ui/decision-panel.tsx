import { useState, type RefObject } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, ConfirmDialog, useHotkey, usePhone, type AudioHandle } from '../../../web/design/index.ts';
import { useFormats, useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { acceptAppointment, appointmentRefusals, concedeAppointment, contestRefusal } from '../index.ts';
import { ContestPanel } from './contest-panel.tsx';
import { DeadlineDial } from './deadline-dial.tsx';
import { messages } from './messages.ts';
import { RefusalPanel } from './refusal-panel.tsx';
import { asJudged, type AppointmentDetail } from './shapes.ts';
import { useStateSentence } from './state-sentence.ts';

export type Person = 'client' | 'contester' | 'reader';
type Props = { appointment: AppointmentDetail; now: Instant; person: Person; player: RefObject<AudioHandle | null> };

/** The deadline, and what this person may do before it: the client accepts or refuses, the other side may contest. */
export const DecisionPanel = ({ appointment, now, person, player }: Props) => {
  const t = useMessages(messages);
  const format = useFormats();
  const sentence = useStateSentence();
  const [opened, setOpened] = useState<'refusal' | 'contest' | null>(null);
  const { state, contestBy } = appointment;
  const amount = format.money(appointment.priceCents);
  if (opened === 'refusal' && state === 'to_review')
    return <RefusalPanel {...{ appointment, now, player }} onDone={() => setOpened(null)} />;
  if (opened === 'contest' && state === 'refused')
    return <ContestPanel {...{ appointment, now, player }} onDone={() => setOpened(null)} />;
  const delay =
    state === 'to_review'
      ? { from: appointment.bookedAt, to: appointment.reviewBy }
      : state === 'refused' && contestBy && contestBy > now && !appointment.ruling
        ? { from: appointment.decidedAt!, to: contestBy }
        : null;
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex items-center gap-4">
        {delay && <DeadlineDial {...delay} now={now} large />}
        <div className="flex flex-col gap-1">
          <h2 className="text-base font-semibold">{t(person === 'client' ? 'decision' : 'decisionOfClient')}</h2>
          <p className="text-sm">{sentence(appointment, { now, silence: appointment.silence })}.</p>
          {appointment.articles.review && (
            <p className="text-xs text-ink-soft">
              {t('article', {
                number:
                  (state === 'refused' || state === 'contested' ? appointment.articles.contest : null) ??
                  appointment.articles.review,
              })}
            </p>
          )}
        </div>
      </div>
      {person === 'client' && state === 'to_review' && (
        <Answers appointment={appointment} now={now} amount={amount} onRefuse={() => setOpened('refusal')} />
      )}
      {person === 'client' && (state === 'refused' || state === 'contested') && !appointment.ruling && appointment.refusal && (
        <Concession appointment={appointment} now={now} amount={amount} />
      )}
      {person === 'contester' && state === 'refused' && (
        <OpenContest appointment={appointment} now={now} onOpen={() => setOpened('contest')} />
      )}
    </Card>
  );
};

const Answers = ({
  appointment,
  now,
  amount,
  onRefuse,
}: {
  appointment: AppointmentDetail;
  now: Instant;
  amount: string;
  onRefuse: () => void;
}) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(appointmentRefusals);
  const phone = usePhone();
  const reason = whyNot(acceptAppointment(asJudged(appointment), { now }));
  const accept = useCommand(() => request('POST', `/appointments/${appointment.id}/acceptance`), {
    invalidate: [['appointments'], ['dossiers', appointment.dossierId]],
    done: t('acceptedToast', { ref: appointment.ref, amount }),
  });
  useHotkey('a', () => accept.mutate(), reason === null && !accept.isPending);
  useHotkey('r', onRefuse, reason === null);
  return (
    <>
      <p className="text-sm text-ink-soft">{t('owedIfAccepted', { amount })}</p>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          {...(phone ? {} : { hotkey: 'A' })}
          onPress={() => accept.mutate()}
          isPending={accept.isPending}
          whyDisabled={reason}
        >
          {t('accept')}
        </Button>
        {reason === null && (
          <Button variant="danger" {...(phone ? {} : { hotkey: 'R' })} onPress={onRefuse}>
            {t('refuse')}
          </Button>
        )}
      </div>
    </>
  );
};

const Concession = ({ appointment, now, amount }: { appointment: AppointmentDetail; now: Instant; amount: string }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(appointmentRefusals);
  const [asking, setAsking] = useState(false);
  const { ref } = appointment;
  const concede = useCommand(() => request('POST', `/appointments/${appointment.id}/concession`), {
    invalidate: [['appointments'], ['dossiers', appointment.dossierId]],
    done: t('concededToast', { ref }),
    onDone: () => setAsking(false),
  });
  return (
    <div>
      <Button onPress={() => setAsking(true)} whyDisabled={whyNot(concedeAppointment(asJudged(appointment), { now }))}>
        {t('concede')}
      </Button>
      <ConfirmDialog
        title={t('concedeTitle', { ref })}
        isOpen={asking}
        onClose={() => setAsking(false)}
        action={t('concede')}
        onConfirm={() => concede.mutate()}
        isPending={concede.isPending}
      >
        {t('concedeWhy', { amount })}
      </ConfirmDialog>
    </div>
  );
};

const OpenContest = ({ appointment, now, onOpen }: { appointment: AppointmentDetail; now: Instant; onOpen: () => void }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(appointmentRefusals);
  const phone = usePhone();
  // With a moment in hand: what is asked here is whether contesting is still possible at all.
  const reason = whyNot(contestRefusal(asJudged(appointment), { momentSeconds: 0, text: '' }, { now }));
  useHotkey('c', onOpen, reason === null);
  return (
    <div>
      <Button variant="primary" {...(phone ? {} : { hotkey: 'C' })} onPress={onOpen} whyDisabled={reason}>
        {t('contest')}
      </Button>
    </div>
  );
};
