import { useState, type RefObject } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, Notice, type AudioHandle } from '../../../web/design/index.ts';
import { useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { appointmentRefusals, contestRefusal } from '../index.ts';
import { messages } from './messages.ts';
import { claimed, MomentChoice, type Claim } from './moment-choice.tsx';
import { printedMoment } from './moment.ts';
import { asJudged, type AppointmentDetail } from './shapes.ts';

type Props = { appointment: AppointmentDetail; now: Instant; player: RefObject<AudioHandle | null>; onDone: () => void };

/** The one contest of a refusal: the moment that answers it, in the caller's words. */
export const ContestPanel = ({ appointment, now, player, onDone }: Props) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(appointmentRefusals);
  const hasSound = appointment.recordingId !== null;
  const from = player.current?.currentSeconds() || appointment.refusal?.momentSeconds || 0;
  const [claim, setClaim] = useState<Claim>(() => ({
    place: hasSound ? 'call' : 'outside',
    momentText: printedMoment(from),
    text: '',
  }));
  const said = claimed(claim);
  const contest = useCommand(() => request('POST', `/appointments/${appointment.id}/contest`, said), {
    quiet: true,
    invalidate: [['appointments'], ['dossiers', appointment.dossierId]],
    done: t('contestedToast', { ref: appointment.ref }),
    onDone,
  });
  const momentWrong = claim.place === 'call' && hasSound && said.momentSeconds === null ? t('momentWrong') : null;
  return (
    <Card className="flex flex-col gap-5">
      <h2 className="text-base font-semibold">{t('contestTitle', { ref: appointment.ref })}</h2>
      <p className="text-sm text-ink-soft">{t('contestWhy')}</p>
      {contest.error && <Notice tone="bad">{contest.error.message}</Notice>}
      <MomentChoice
        claim={claim}
        onChange={setClaim}
        player={player}
        hasSound={hasSound}
        where={t('refusalWhere')}
        moment={t('contestMoment')}
        words={t('contestWords')}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          onPress={() => contest.mutate()}
          isPending={contest.isPending}
          whyDisabled={momentWrong ?? whyNot(contestRefusal(asJudged(appointment), said, { now }))}
        >
          {t('contestNow')}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </Card>
  );
};
