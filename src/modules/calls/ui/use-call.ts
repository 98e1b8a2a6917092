import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { apiAddress, ApiError, request } from '../../../web/api/client.ts';
import { type BrowserCall, connectBrowser } from './browser-call.ts';
import type { CallDetail, Check, Words } from './shapes.ts';
import type { LineId } from '../domain/line.ts';

export type Refusal = { sentence: Words; checks: Check[] };
export type CallControl = {
  call: CallDetail | null;
  refusal: Refusal | null;
  problem: string | null;
  isStarting: boolean;
  /** The server stopped answering while this call was followed. */
  isLost: boolean;
  hasMicrophone: boolean;
  /** Seconds of conversation on this screen's own clock, for the display and the marks. */
  talkSeconds: number;
  dial: (prospectId: string, line: LineId, scenario: string | undefined) => Promise<void>;
  /** Goes on following a call begun before this page was opened. */
  resume: (attemptId: string) => Promise<void>;
  hangUp: () => Promise<void>;
  refresh: () => Promise<void>;
  clear: () => void;
};

/** One call at a time: dials, follows it live, closes the sound when it ends. */
export const useCall = (missionId: string, audio: React.RefObject<HTMLAudioElement | null>): CallControl => {
  const client = useQueryClient();
  const [call, setCall] = useState<CallDetail | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const [attemptId, setAttemptId] = useState<string | null>(null);
  const [isLost, setLost] = useState(false);
  const browser = useRef<BrowserCall | null>(null);
  const [talkSeconds, isTalking] = useTalkTimer(call);

  useEffect(() => {
    if (!attemptId) return;
    const source = new EventSource(apiAddress(`/attempts/${attemptId}/events`));
    source.onmessage = ({ data }) => {
      setLost(false);
      setCall(JSON.parse(data as string) as CallDetail);
    };
    // The browser tries again by itself; until then the screen must not pretend to know.
    source.onerror = () => setLost(true);
    return () => {
      source.close();
      setLost(false);
    };
  }, [attemptId]);

  const isOver = call !== null && (call.phase === 'ended' || call.phase === 'qualified');
  useEffect(() => {
    if (!isOver) return;
    browser.current?.close();
    browser.current = null;
    void client.invalidateQueries({ queryKey: ['missions', missionId] });
  }, [isOver, call?.phase, client, missionId]);
  useEffect(() => () => browser.current?.close(), []);

  const dial = useCallback(
    async (prospectId: string, line: LineId, scenario: string | undefined) => {
      setStarting(true);
      setRefusal(null);
      setProblem(null);
      try {
        const started = await request<{ id: string; tel: string | null }>('POST', '/attempts', { missionId, prospectId, line });
        setCall(await request<CallDetail>('GET', `/attempts/${started.id}`));
        setAttemptId(started.id);
        if (started.tel) window.location.href = started.tel;
        else browser.current = await connectBrowser(started.id, audio.current!, scenario);
      } catch (error) {
        if (error instanceof ApiError && error.code === 'dial_refused')
          setRefusal({
            sentence: { fr: String(error.details['sentenceFr']), en: String(error.details['sentenceEn']) },
            checks: error.details['checks'] as Check[],
          });
        else setProblem(error instanceof Error ? error.message : String(error));
      } finally {
        setStarting(false);
      }
    },
    [missionId, audio],
  );

  const resume = useCallback(async (unfinishedId: string) => {
    setCall(await request<CallDetail>('GET', `/attempts/${unfinishedId}`));
    setAttemptId(unfinishedId);
  }, []);

  const refresh = useCallback(async () => {
    if (attemptId) setCall(await request<CallDetail>('GET', `/attempts/${attemptId}`));
  }, [attemptId]);

  return {
    call,
    refusal,
    problem,
    isStarting,
    isLost,
    hasMicrophone: browser.current?.hasMicrophone ?? true,
    talkSeconds: isTalking ? talkSeconds : (call?.talkSeconds ?? 0),
    dial,
    resume,
    hangUp: async () => {
      if (!attemptId) return;
      await request('POST', `/attempts/${attemptId}/hangup`).catch((error: unknown) =>
        setProblem(error instanceof Error ? error.message : String(error)),
      );
      await refresh();
    },
    refresh,
    clear: () => {
      browser.current?.close();
      browser.current = null;
      setAttemptId(null);
      setCall(null);
      setRefusal(null);
      setProblem(null);
    },
  };
};

/** Ticks while somebody talks. The server's clock may be another day's in a demonstration: the screen counts by itself. */
const useTalkTimer = (call: CallDetail | null): [number, boolean] => {
  const [seconds, setSeconds] = useState(0);
  const isTalking = call?.phase === 'answered';
  useEffect(() => {
    if (!isTalking) return;
    const heardMs = Math.max(0, ...(call?.events ?? []).map(({ mediaMs }) => mediaMs ?? 0));
    const startedAt = performance.now() - heardMs;
    const tick = () => setSeconds(Math.floor((performance.now() - startedAt) / 1000));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
    // Events that arrive during the talk must not restart the count.
  }, [isTalking, call?.id]);
  return [seconds, isTalking];
};
