import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Card, Dialog, Form, Notice, RadioGroup, Section, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import type { Instant } from '../../../shared/time.ts';
import { resumeExecution, suspendExecution, type Suspension } from '../domain/suspension.ts';
import { refusals } from '../refusals.ts';
import { messages } from './messages.ts';
import { refreshed, type Life } from './shapes.ts';

/** Performance withheld and taken up again, with the figures of the day. */
export const SuspensionPanel = ({ life }: { life: Life }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const whyNot = useWhyNot(refusals);
  const [asking, ask] = useState(false);
  const current = life.suspensions.find(({ endedAt }) => endedAt === null);
  const resume = useCommand(() => request('POST', `/missions/${life.mission.id}/suspension/end`), {
    invalidate: refreshed(life.mission.id),
    done: t('resumed'),
  });
  const { overdueCents, capCents } = life.receivables;
  return (
    <Section title={t('suspendTitle')}>
      {current ? (
        <Notice
          tone="caution"
          action={
            <Button
              onPress={() => resume.mutate()}
              isPending={resume.isPending}
              whyDisabled={whyNot(resumeExecution(current as unknown as Suspension, { by: life.me, now: life.now as Instant }))}
            >
              {t('resume')}
            </Button>
          }
        >
          <p className="font-medium">
            {current.beganAt > life.now ? t('suspensionComing', { moment: format.moment(current.beganAt) }) : t('suspended')}
          </p>
          <p>
            {t('suspendedSince', { moment: format.moment(current.beganAt), by: t(`by_${current.by}`), reason: current.reason })}
          </p>
        </Notice>
      ) : (
        <Card className="flex flex-col items-start gap-3">
          <p className="text-sm text-ink-soft">{t('suspendWhy')}</p>
          <p className="text-sm">
            {t('overdueFigure', {
              amount: format.money(overdueCents),
              cap: capCents === null ? t('capNone') : t('capSigned', { amount: format.money(capCents) }),
            })}
          </p>
          <Button onPress={() => ask(true)}>{t('suspend')}</Button>
        </Card>
      )}
      {asking && <Suspend life={life} onClose={() => ask(false)} />}
    </Section>
  );
};

const Suspend = ({ life, onClose }: { life: Life; onClose: () => void }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(refusals);
  const grounds = ['receivable_cap', 'non_performance'] as const;
  const [ground, setGround] = useState<(typeof grounds)[number]>('non_performance');
  const [reason, setReason] = useState('');
  const command = useCommand(() => request('POST', `/missions/${life.mission.id}/suspension`, { ground, reason }), {
    invalidate: refreshed(life.mission.id),
    done: t('done'),
    onDone: onClose,
    quiet: true,
  });
  const missing = whyNot(
    suspendExecution(
      { suspensionId: '', missionId: life.mission.id as never, by: life.me, ground, reason },
      { missionStatus: life.mission.status, current: undefined },
      life.receivables as never,
    ),
  );
  return (
    <Dialog isOpen title={t('suspendTitle')} onClose={onClose}>
      <p className="text-sm text-ink-soft">{t('suspendWhy')}</p>
      <p className="text-sm text-ink-soft">{t('suspendWhen', { count: life.suspensionNoticeDays })}</p>
      <Form error={command.error} onSubmit={() => !missing && command.mutate()}>
        <RadioGroup
          label={t('ground')}
          value={ground}
          onChange={setGround}
          options={grounds.map((value) => ({ value, label: t(`ground_${value}`) }))}
        />
        <TextField label={t('suspendReason')} name="reason" value={reason} onChange={setReason} lines={4} />
        <Button type="submit" variant="danger" whyDisabled={missing} isPending={command.isPending}>
          {t('suspend')}
        </Button>
      </Form>
    </Dialog>
  );
};
