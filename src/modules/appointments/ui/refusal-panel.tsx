import { useState, type RefObject } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, Notice, RadioGroup, type AudioHandle } from '../../../web/design/index.ts';
import { useFormats, useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { appointmentRefusals, refuseAppointment } from '../index.ts';
import { messages } from './messages.ts';
import { claimed, MomentChoice, type Claim } from './moment-choice.tsx';
import { printedMoment } from './moment.ts';
import { asJudged, signedTerms, type AppointmentDetail } from './shapes.ts';

type Props = { appointment: AppointmentDetail; now: Instant; player: RefObject<AudioHandle | null>; onDone: () => void };

/** A refusal is made of a signed criterion and the moment that shows it; anything less is told before the click. */
export const RefusalPanel = ({ appointment, now, player, onDone }: Props) => {
  const t = useMessages(messages);
  const format = useFormats();
  const whyNot = useWhyNot(appointmentRefusals);
  const hasSound = appointment.recordingId !== null;
  const [criterionId, setCriterion] = useState<string | null>(null);
  const [claim, setClaim] = useState<Claim>(() => ({
    place: hasSound ? 'call' : 'outside',
    momentText: printedMoment(player.current?.currentSeconds() ?? 0),
    text: '',
  }));
  const said = claimed(claim);
  const decision =
    criterionId === null
      ? null
      : refuseAppointment(asJudged(appointment), { criterionId, ...said }, { terms: signedTerms(appointment), now });
  const contestBy = decision?.ok ? decision.facts[0]!.contestBy : null;
  const refuse = useCommand(() => request('POST', `/appointments/${appointment.id}/refusal`, { criterionId, ...said }), {
    quiet: true,
    invalidate: [['appointments'], ['dossiers', appointment.dossierId]],
    done: () => t('refusedToast', { ref: appointment.ref, moment: contestBy ? format.moment(contestBy) : '' }),
    onDone,
  });
  const momentWrong = claim.place === 'call' && hasSound && said.momentSeconds === null ? t('momentWrong') : null;
  return (
    <Card className="flex flex-col gap-5">
      <h2 className="text-base font-semibold">{t('refusalTitle', { ref: appointment.ref })}</h2>
      {refuse.error && <Notice tone="bad">{refuse.error.message}</Notice>}
      <RadioGroup
        label={t('refusalWhich')}
        hint={appointment.articles.criteria ? t('article', { number: appointment.articles.criteria }) : undefined}
        value={criterionId}
        onChange={setCriterion}
        options={appointment.criteria.map(({ id, label, definition }) => ({ value: id, label, hint: definition }))}
      />
      <MomentChoice
        claim={claim}
        onChange={setClaim}
        player={player}
        hasSound={hasSound}
        where={t('refusalWhere')}
        moment={t('moment')}
        words={t('words')}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          variant="danger"
          onPress={() => refuse.mutate()}
          isPending={refuse.isPending}
          whyDisabled={decision === null ? t('chooseCriterion') : (momentWrong ?? whyNot(decision))}
        >
          {t('refuseNow')}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </Card>
  );
};
