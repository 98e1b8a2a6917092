import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { request, useCommand, useLive, useRead } from '../../../web/api/client.ts';
import { Loaded, Notice, notify, ThreePane, useHotkey, usePhone } from '../../../web/design/index.ts';
import { CallHistory } from './call-history.tsx';
import { CallPane } from './call-pane.tsx';
import { DayStrip } from './day-strip.tsx';
import { type OutcomeBody, OutcomePanel } from './outcome-panel.tsx';
import { ProspectPane } from './prospect-pane.tsx';
import { ScriptPane } from './script-pane.tsx';
import type { Desk, Served } from './shapes.ts';
import { useCall } from './use-call.ts';
import { useWords } from './use-words.ts';

/** The call desk: one mission, one prospect at a time. */
export default function DeskPage() {
  const { missionId } = useParams() as { missionId: string };
  const read = useRead<Desk>(`/missions/${missionId}/desk`);
  useLive(`/missions/${missionId}/calls/live`, ['missions', missionId, 'desk']);
  return <Loaded read={read}>{(desk) => <DeskOf key={missionId} desk={desk} missionId={missionId} />}</Loaded>;
}

const DeskOf = ({ desk, missionId }: { desk: Desk; missionId: string }) => {
  const { t } = useWords();
  // On a phone the call comes before the script: the thumb needs its buttons.
  const phone = usePhone();
  const audio = useRef<HTMLAudioElement>(null);
  const [served, setServed] = useState<Served | null>(null);
  const [recordingRefused, setRecordingRefused] = useState(false);
  const control = useCall(missionId, audio);
  const { call } = control;
  const deskKey = ['missions', missionId];

  const start = useCommand(() => request('POST', `/missions/${missionId}/production-sessions`, {}), { invalidate: [deskKey] });
  const stop = useCommand(() => request('PATCH', `/production-sessions/${desk.session!.id}`, {}), { invalidate: [deskKey] });
  const next = useCommand(() => request<Served>('POST', `/missions/${missionId}/next-prospect`, {}), {
    onDone: (answer) => {
      control.clear();
      setRecordingRefused(false);
      setServed(answer);
      if (answer.found && answer.unfinishedCallId) void control.resume(answer.unfinishedCallId);
    },
  });
  const pass = useCommand((prospectId: string) => request('DELETE', `/prospects/${prospectId}/lease`), {
    onDone: () => setServed(null),
  });
  const mark = useCommand((body: object) => request('POST', `/attempts/${call!.id}/marks`, body), {
    onDone: () => void control.refresh(),
  });
  const object = useCommand(() => request('POST', `/attempts/${call!.id}/opposition`, {}), {
    done: t('objected'),
    onDone: () => void control.refresh(),
  });
  const refuseRecording = useCommand(() => request('POST', `/attempts/${call!.id}/recording`, { action: 'objected' }), {
    onDone: () => setRecordingRefused(true),
  });
  const startRecording = useCommand(() => request('POST', `/attempts/${call!.id}/recording`, { action: 'start' }), {
    onDone: () => void control.refresh(),
  });
  const qualify = useCommand((body: OutcomeBody) => request('POST', `/attempts/${call!.id}/outcome`, body), {
    quiet: true,
    invalidate: [deskKey],
    onDone: (_, { code }) => {
      notify(code === 'RDV' ? t('booked') : t('saved'));
      next.mutate();
    },
  });

  const isBusy = call !== null && call.phase !== 'qualified';
  const whyNotNext = isBusy ? t('passWhy') : null;
  const askNext = () => {
    if (!desk.session) start.mutate();
    next.mutate();
  };
  useHotkey('n', askNext, !isBusy && !next.isPending);
  useHotkey('p', () => served?.found && pass.mutate(served.prospect.id), served?.found === true && !isBusy);
  useKeepLease(served?.found ? served.prospect.id : null);

  const mayMark = call !== null && call.phase !== 'qualified' && (call.answeredAt !== null || call.evidence === 'declared');
  const onMark = (criterionId: string, state: 'met' | 'unknown') =>
    mark.mutate({ criterionId, state, momentSeconds: call?.evidence === 'declared' ? null : control.talkSeconds });

  const scriptPane = <ScriptPane desk={desk} served={served} marks={call?.marks ?? []} mayMark={mayMark} onMark={onMark} />;
  const callPane = (
    <div className="flex flex-col gap-6">
      <CallPane
        desk={desk}
        served={served}
        control={control}
        onObject={() => object.mutate()}
        isObjecting={object.isPending}
        onRefuseRecording={() => refuseRecording.mutate()}
        onStartRecording={() => startRecording.mutate()}
        recordingRefused={recordingRefused}
      />
      {call?.phase === 'ended' && served?.found && (
        <OutcomePanel
          key={call.id}
          call={call}
          desk={desk}
          prospect={served.prospect}
          error={qualify.error}
          isPending={qualify.isPending}
          onSave={(body) => qualify.mutate(body)}
        />
      )}
      {served?.found && <CallHistory calls={served.history} />}
    </div>
  );

  return (
    <div className="flex min-h-0 flex-col lg:h-dvh">
      <title>{`${t('deskTitle')} · ${desk.mission.name} · Cadran`}</title>
      <DayStrip
        desk={desk}
        onStart={() => start.mutate()}
        onStop={() => stop.mutate()}
        isPending={start.isPending || stop.isPending}
      />
      {desk.mission.status !== 'open' && (
        <div className="px-5 pt-4">
          <Notice tone="caution">{`${t(desk.mission.status === 'paused' ? 'missionPaused' : 'missionClosed')} ${desk.mission.statusReason ?? ''}`}</Notice>
        </div>
      )}
      <ThreePane
        labels={phone ? [t('prospectPane'), t('callPane'), t('scriptPane')] : [t('prospectPane'), t('scriptPane'), t('callPane')]}
        left={
          <ProspectPane
            served={served}
            now={desk.now}
            onNext={askNext}
            onPass={() => served?.found && pass.mutate(served.prospect.id)}
            whyNotNext={whyNotNext}
            whyNotPass={whyNotNext}
          />
        }
        middle={phone ? callPane : scriptPane}
        right={phone ? scriptPane : callPane}
      />
      <audio ref={audio} autoPlay className="hidden" />
    </div>
  );
};

/** Says every five minutes that somebody is still at the desk. */
const useKeepLease = (prospectId: string | null): void => {
  useEffect(() => {
    if (!prospectId) return;
    const timer = setInterval(() => void request('POST', `/prospects/${prospectId}/lease`).catch(() => undefined), 5 * 60_000);
    return () => clearInterval(timer);
  }, [prospectId]);
};
