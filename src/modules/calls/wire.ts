import type { Wired } from '../../platform/http/types.ts';
import type { Platform } from '../../platform/platform.ts';
import { addIceHandler, controlRecordingHandler, hangUpHandler, offerCallHandler } from './app/connect-call.handler.ts';
import { declareCallHandler } from './app/declare-call.handler.ts';
import type { Deps } from './app/deps.ts';
import { followLines } from './app/follow-line.ts';
import { listenHandler, peaksHandler } from './app/listen.ts';
import { markCriterionHandler } from './app/mark-criterion.handler.ts';
import { keepProspectHandler, nextProspectHandler, passProspectHandler } from './app/next-prospect.handler.ts';
import { opposeHandler } from './app/oppose.handler.ts';
import {
  closeForgottenSessions,
  declareSessionHandler,
  startSessionHandler,
  stopSessionHandler,
} from './app/production-sessions.handler.ts';
import { callDetail, deskState, missionCalls, missionGateLog, missionScripts } from './app/read-calls.ts';
import { purgeDueRecordings, reconcileCalls } from './app/reconcile.ts';
import { recordOutcomeHandler } from './app/record-outcome.handler.ts';
import { approveScriptHandler, writeScriptHandler } from './app/scripts.handler.ts';
import { recordingJobs } from './app/seal-recording.ts';
import { startCallHandler } from './app/start-call.handler.ts';
import { deskRoutes } from './http/desk.routes.ts';
import { evidenceRoutes } from './http/evidence.routes.ts';

export const wireCalls = ({
  db,
  telephony,
  recordings,
  log,
  live,
  config,
}: Pick<Platform, 'db' | 'telephony' | 'recordings' | 'log' | 'live' | 'config'>): Wired => {
  const deps: Deps = { db, telephony, vault: recordings, log };
  followLines(deps);
  return {
    routes: [
      deskRoutes({
        deskState: deskState(deps),
        nextProspect: nextProspectHandler(deps),
        keepProspect: keepProspectHandler(deps),
        passProspect: passProspectHandler(deps),
        startCall: startCallHandler(deps),
        offerCall: offerCallHandler(deps),
        addIce: addIceHandler(deps),
        hangUp: hangUpHandler(deps),
        controlRecording: controlRecordingHandler(deps),
        markCriterion: markCriterionHandler(deps),
        recordOutcome: recordOutcomeHandler(deps),
        oppose: opposeHandler(deps),
        declareCall: declareCallHandler(deps),
        startSession: startSessionHandler(deps),
        stopSession: stopSessionHandler(deps),
        declareSession: declareSessionHandler(deps),
      }),
      evidenceRoutes({
        callDetail: callDetail(deps),
        missionCalls: missionCalls(deps),
        missionGateLog: missionGateLog(deps),
        missionScripts: missionScripts(deps),
        writeScript: writeScriptHandler(deps),
        approveScript: approveScriptHandler(deps),
        listen: listenHandler(deps),
        peaks: peaksHandler(deps),
        live,
      }),
    ],
    jobs: recordingJobs(deps),
    sweeps: [reconcileCalls(deps, { alone: config.role === 'all' }), purgeDueRecordings, closeForgottenSessions],
  };
};
