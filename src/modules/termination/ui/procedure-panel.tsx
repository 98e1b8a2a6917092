import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, Dialog, Form, Section, StateLabel, TextField, type Tone } from '../../../web/design/index.ts';
import { useFormats, useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import { moveResiliation } from '../domain/decide-resiliation.ts';
import type { Resiliation } from '../domain/resiliation.ts';
import type { Instant } from '../../../shared/time.ts';
import { refusals } from '../refusals.ts';
import { AccountTable } from './account.tsx';
import { messages } from './messages.ts';
import { refreshed, type Life, type Procedure } from './shapes.ts';

const tones: Record<Procedure['state'], Tone> = {
  demanded: 'caution',
  cure_running: 'caution',
  uncured: 'bad',
  cured: 'good',
  notified: 'bad',
  notice_running: 'bad',
  effective: 'neutral',
  withdrawn: 'neutral',
};
const steps = {
  cure: { verb: 'cure', from: ['demanded', 'cure_running', 'uncured'] },
  failure: { verb: 'declare_uncured', from: ['cure_running'] },
  notification: { verb: 'notify', from: ['uncured'] },
  withdrawal: { verb: 'withdraw', from: ['demanded', 'cure_running', 'uncured', 'notified'] },
} as const;
type Step = keyof typeof steps;

const dayBefore = (at: string) => new Date(Date.parse(at) - 1).toISOString();

/** One procedure: where it stands, until when, and the steps that this side may take, with the server’s own reasons. */
export const ProcedurePanel = ({ procedure, life, mayAct }: { procedure: Procedure; life: Life; mayAct: boolean }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const whyNot = useWhyNot(refusals);
  const [asked, ask] = useState<Step | null>(null);
  const isMine = procedure.by === life.me;
  const { state, breach, cureUntil, effectiveAt } = procedure;
  const until =
    state === 'cure_running' && cureUntil
      ? t('until', { day: format.dayOf(dayBefore(cureUntil)) })
      : state === 'notice_running' && effectiveAt
        ? t('until', { day: format.dayOf(dayBefore(effectiveAt)) })
        : state === 'effective' && effectiveAt
          ? t('sinceInstant', { moment: format.moment(effectiveAt) })
          : null;
  const why = (step: Step) =>
    whyNot(
      moveResiliation(
        procedure as unknown as Resiliation,
        { verb: steps[step].verb, by: isMine ? 'author' : 'other', reason: '-' },
        { now: life.now as Instant },
      ),
    );
  const shown = (Object.keys(steps) as Step[]).filter((step) => (steps[step].from as readonly string[]).includes(state));
  return (
    <Section title={t('stateTitle')}>
      <Card className="flex flex-col gap-4">
        <p className="text-base">
          <StateLabel tone={tones[state]}>{t(`state_${state}`)}</StateLabel>
          {until && <span> {until}</span>}
          <span className="text-sm text-ink-soft"> · {t(`by_${procedure.by}`)}</span>
        </p>
        {breach && (
          <div className="text-sm">
            <p className="font-medium">{t('breachOf', { article: breach.article, title: breach.title })}</p>
            <p className="max-w-reading whitespace-pre-line text-ink-soft">{breach.words}</p>
          </div>
        )}
        {isMine && mayAct && shown.length > 0 && (
          <div className="flex flex-wrap items-start gap-3">
            {shown.map((step) => (
              <Button
                key={step}
                variant={step === 'notification' ? 'danger' : step === 'withdrawal' ? 'quiet' : 'secondary'}
                onPress={() => ask(step)}
                whyDisabled={why(step)}
              >
                {t(step)}
              </Button>
            ))}
          </div>
        )}
        {state === 'uncured' && isMine && <AccountTable account={life.ifEndedNow} />}
        {procedure.consequences && <AccountTable account={procedure.consequences} isFixed />}
      </Card>
      {asked && <Ask step={asked} procedure={procedure} life={life} onClose={() => ask(null)} />}
    </Section>
  );
};

const Ask = ({ step, procedure, life, onClose }: { step: Step; procedure: Procedure; life: Life; onClose: () => void }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(refusals);
  const [reason, setReason] = useState('');
  const command = useCommand(() => request('POST', `/resiliations/${procedure.id}/${step}`, { reason: reason.trim() }), {
    invalidate: refreshed(life.mission.id),
    done: t(step === 'notification' ? 'done' : 'recorded'),
    onDone: onClose,
    quiet: true,
  });
  const missing = whyNot(
    moveResiliation(
      procedure as unknown as Resiliation,
      { verb: steps[step].verb, by: 'author', reason },
      { now: life.now as Instant },
    ),
  );
  return (
    <Dialog isOpen title={t(`${step}Title`)} onClose={onClose} wide={step === 'notification'}>
      <p className="text-sm text-ink-soft">{t(`${step}What`)}</p>
      {step === 'notification' && <AccountTable account={life.ifEndedNow} />}
      <Form error={command.error} onSubmit={() => !missing && command.mutate()}>
        <TextField
          label={t(step === 'notification' ? 'reason_notification' : 'reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          lines={3}
        />
        <Button
          type="submit"
          variant={step === 'notification' ? 'danger' : 'primary'}
          whyDisabled={missing}
          isPending={command.isPending}
        >
          {t(step)}
        </Button>
      </Form>
    </Dialog>
  );
};
