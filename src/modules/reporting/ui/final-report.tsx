import { useState } from 'react';
import { request, useCommand } from '../../../web/api/client.ts';
import { Button, Dialog, Form, TextField } from '../../../web/design/index.ts';
import { useWhyNot } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import { mayFreezeFinalReport } from '../domain/final-report.ts';
import { refusals } from '../refusals.ts';
import type { Reports } from './shapes.ts';
import { useWords } from './use-words.ts';

type Props = { mission: Reports['mission']; hasFinalReport: boolean; now: string };

/** Makes the final report, or says why not yet, by the server's own rule. */
export const FinalReportAction = ({ mission, hasFinalReport, now }: Props) => {
  const { t } = useWords();
  const whyNot = useWhyNot(refusals);
  const actor = useMe().data?.actor;
  const [isAsked, ask] = useState(false);
  if (actor?.kind !== 'member' || actor.role === 'caller' || hasFinalReport) return null;
  const period = { startsOn: mission.startsOn as CivilDate, endsOn: mission.endsOn as CivilDate };
  const refused = whyNot(
    mayFreezeFinalReport({ status: mission.status, hasFinalReport }, { terms: { period }, now: now as Instant }),
  );
  return (
    <>
      <Button variant="primary" onPress={() => ask(true)} whyDisabled={actor.role === 'owner' ? refused : t('whyReader')}>
        {t('makeFinal')}
      </Button>
      {isAsked && <Ask mission={mission} onClose={() => ask(false)} />}
    </>
  );
};

const Ask = ({ mission, onClose }: { mission: Reports['mission']; onClose: () => void }) => {
  const { t, format } = useWords();
  const [text, write] = useState('');
  const notes = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const freeze = useCommand(() => request('POST', `/missions/${mission.id}/final-report`, { notes }), {
    invalidate: [['missions', mission.id], ['boards']],
    done: t('finalDone'),
    onDone: onClose,
    quiet: true,
  });
  return (
    <Dialog isOpen title={t('makeFinal')} onClose={onClose}>
      <p className="text-ink-soft">
        {t('makeFinalWhat', { from: format.day(mission.startsOn), to: format.day(mission.endsOn) })}
      </p>
      <Form error={freeze.error} onSubmit={() => freeze.mutate()}>
        <TextField
          label={t('finalNotes')}
          name="notes"
          optional
          value={text}
          onChange={write}
          lines={4}
          hint={t('finalNotesHint')}
        />
        <Button type="submit" variant="primary" isPending={freeze.isPending}>
          {t('makeFinal')}
        </Button>
      </Form>
    </Dialog>
  );
};
