import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, ConfirmDialog, Dialog, Form, TextField } from '../../../web/design/index.ts';
import { useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { changeMissionStatus } from '../domain/change-mission-status.ts';
import type { Mission, MissionVerb } from '../domain/mission.ts';
import { refusals } from '../refusals.ts';
import { messages } from './messages.ts';

type Acted = { id: string; status: Mission['status'] };
const paths = { pause: 'pause', resume: 'resumption', close: 'closure' } as const;
const done = { pause: 'donePause', resume: 'doneResume', close: 'doneClose' } as const;

/** Pause, resume, close: what the mission's state and this person's place allow, by the server's own rule. */
export const MissionActions = ({ mission }: { mission: Acted }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(refusals);
  const actor = useMe().data?.actor;
  const [asked, ask] = useState<MissionVerb | null>(null);
  if (actor?.kind !== 'client' && !(actor?.kind === 'member' && actor.role === 'owner')) return null;
  if (mission.status === 'closed') return null;
  const by = actor.kind === 'client' ? 'client' : 'owner';
  const why = (verb: MissionVerb) => whyNot(changeMissionStatus(mission as Mission, { verb, by, reason: '-' }));
  const hold = mission.status === 'paused' ? 'resume' : 'pause';
  return (
    <div role="group" aria-label={t('actions')} className="flex flex-wrap items-start gap-3">
      <Button onPress={() => ask(hold)} whyDisabled={why(hold)}>
        {t(hold)}
      </Button>
      {by === 'owner' && (
        <Button onPress={() => ask('close')} whyDisabled={why('close')}>
          {t('close')}
        </Button>
      )}
      {asked && <Ask key={asked} mission={mission} verb={asked} onClose={() => ask(null)} />}
    </div>
  );
};

const Ask = ({ mission, verb, onClose }: { mission: Acted; verb: MissionVerb; onClose: () => void }) => {
  const t = useMessages(messages);
  const whyNot = useWhyNot(refusals);
  const [reason, setReason] = useState('');
  const command = useCommand(() => request('POST', `/missions/${mission.id}/${paths[verb]}`, { reason: reason.trim() }), {
    invalidate: [['missions', mission.id], ['missions'], ['boards']],
    done: t(done[verb]),
    onDone: onClose,
    quiet: verb !== 'resume',
  });
  if (verb === 'resume')
    return (
      <ConfirmDialog
        isOpen
        title={t('resumeTitle')}
        action={t('resume')}
        onClose={onClose}
        onConfirm={() => command.mutate()}
        isPending={command.isPending}
      >
        {t('resumeWhat')}
      </ConfirmDialog>
    );
  // The rule is asked with the reason as it is typed: the button says what is missing.
  const missing = whyNot(changeMissionStatus(mission as Mission, { verb, by: 'owner', reason }));
  return (
    <Dialog isOpen title={t(`${verb}Title`)} onClose={onClose}>
      <p className="text-ink-soft">{t(`${verb}What`)}</p>
      <Form error={command.error} onSubmit={() => !missing && command.mutate()}>
        <TextField
          label={t('reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          lines={3}
          hint={`${t('reasonHint')} ${t('reasonExample')}`}
        />
        <Button
          type="submit"
          variant={verb === 'close' ? 'danger' : 'primary'}
          whyDisabled={missing}
          isPending={command.isPending}
        >
          {t(verb)}
        </Button>
      </Form>
    </Dialog>
  );
};
