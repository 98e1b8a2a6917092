import { useState } from 'react';
import { Button, ConfirmDialog, Notice, Select, useHotkey } from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import type { LineId } from '../domain/line.ts';
import type { Desk, Served } from './shapes.ts';
import type { CallControl } from './use-call.ts';
import { useWords } from './use-words.ts';
import { VerdictNotice } from './verdict-notice.tsx';

const scenarios = [
  'interested',
  'declines',
  'opposes',
  'screened',
  'hangs_up',
  'voicemail',
  'no_answer',
  'busy',
  'invalid_number',
] as const;
type Props = {
  desk: Desk;
  served: Served | null;
  control: CallControl;
  onObject: () => void;
  isObjecting: boolean;
  onRefuseRecording: () => void;
  onStartRecording: () => void;
  recordingRefused: boolean;
};

/** The state of the call, large; what the gate says; and the few things to press while it lasts. */
export const CallPane = ({
  desk,
  served,
  control,
  onObject,
  isObjecting,
  onRefuseRecording,
  onStartRecording,
  recordingRefused,
}: Props) => {
  const { t, coded } = useWords();
  const [line, setLine] = useState<LineId>(desk.lines[0] ?? 'manual');
  const [scenario, setScenario] = useState('auto');
  const [isAsking, setAsking] = useState(false);
  const { call, refusal, problem, isStarting } = control;
  const phase = call?.phase ?? 'idle';
  const isLive = call !== null && phase !== 'ended' && phase !== 'qualified';
  const mayDial = served?.found === true && call === null && !isStarting;
  const dial = () =>
    served?.found &&
    void control.dial(served.prospect.id, line, line === 'simulated' && scenario !== 'auto' ? scenario : undefined);
  const isArmed = desk.recording.policy === 'on_demand' || desk.recording.policy === 'from_qualification';
  const isRecording = call?.events.some(({ type, details }) => type === 'recording' && details['state'] === 'started') ?? false;
  const onLine = isLive && call.line === 'simulated' && desk.recording.policy !== 'none' && !recordingRefused;
  const mayObject = call !== null && call.opposedAt === null && phase !== 'qualified';
  useHotkey('a', dial, mayDial);
  useHotkey('h', () => void control.hangUp(), isLive);
  useHotkey('o', () => setAsking(true), mayObject);
  useHotkey('e', onStartRecording, onLine && isArmed && !isRecording && phase === 'answered');
  const gate = refusal
    ? { allowed: false, sentence: refusal.sentence, checks: refusal.checks }
    : served?.found && !call
      ? { allowed: served.preview.allowed, sentence: served.preview.sentences, checks: served.preview.checks }
      : null;

  return (
    <div className="flex flex-col gap-4">
      <CallState control={control} phase={phase} />
      {gate && <VerdictNotice {...gate} />}
      {isLive && control.isLost && <Notice tone="bad">{t('serverLost')}</Notice>}
      {problem && <Notice tone="bad">{problem}</Notice>}
      {isLive && !control.hasMicrophone && call.line === 'simulated' && <Notice tone="caution">{t('noMicrophone')}</Notice>}
      {call?.opposedAt && <Notice tone="good">{isLive ? t('objectedDuring') : t('objected')}</Notice>}
      {!call && served?.found && (
        <div className="flex flex-col gap-3">
          <Button variant="primary" size="lg" wide hotkey="A" onPress={dial} isPending={isStarting}>
            {isStarting ? t('calling') : t('call')}
          </Button>
          {desk.lines.length > 1 && (
            <Select
              label={t('line')}
              options={desk.lines.map((value) => ({ value, label: t(value) }))}
              value={line}
              onChange={(value) => setLine((value ?? 'manual') as LineId)}
            />
          )}
          {line === 'simulated' && (
            <Select
              label={t('scenario')}
              options={[
                { value: 'auto', label: t('scenarioAuto') },
                ...scenarios.map((value) => ({ value, label: coded('s_', value) })),
              ]}
              value={scenario}
              onChange={(value) => setScenario(value ?? 'auto')}
            />
          )}
        </div>
      )}
      {isLive && (
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" size="lg" hotkey="H" onPress={() => void control.hangUp()}>
            {t('hangUp')}
          </Button>
          {onLine && isArmed && !isRecording && phase === 'answered' && (
            <Button variant="secondary" hotkey="E" onPress={onStartRecording}>
              {t('startRecording')}
            </Button>
          )}
          {onLine && (
            <Button variant="quiet" onPress={onRefuseRecording}>
              {t('refuseRecording')}
            </Button>
          )}
        </div>
      )}
      {isLive && recordingRefused && <Notice>{t('recordingRefused')}</Notice>}
      {onLine && (
        <p className="text-xs text-ink-soft">
          {!isArmed
            ? t('recordingOn', { policy: coded('policy_', desk.recording.policy) })
            : isRecording
              ? t('recordingStarted')
              : t('recordingArmed', { policy: desk.recording.policy })}
        </p>
      )}
      {mayObject && (
        <div>
          <Button variant="danger" hotkey="O" onPress={() => setAsking(true)}>
            {t('object')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        title={t('objectTitle')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action={t('objectConfirm')}
        danger
        isPending={isObjecting}
        onConfirm={() => {
          onObject();
          setAsking(false);
        }}
      >
        <p>{t('objectBody')}</p>
      </ConfirmDialog>
    </div>
  );
};

const CallState = ({ control, phase }: { control: CallControl; phase: string }) => {
  const { coded } = useWords();
  const format = useFormats();
  const colour = phase === 'answered' ? 'text-good' : phase === 'ringing' || phase === 'dialing' ? 'text-needle' : 'text-ink';
  return (
    <div role="status" aria-live="polite" className="flex items-baseline justify-between gap-4 border-b border-line pb-3">
      <p className={`text-xl font-semibold ${colour}`}>{coded('phase_', phase)}</p>
      {control.call && (
        <p className="text-xl font-semibold tabular-nums" aria-hidden={phase === 'answered'}>
          {format.duration(control.talkSeconds)}
        </p>
      )}
    </div>
  );
};
