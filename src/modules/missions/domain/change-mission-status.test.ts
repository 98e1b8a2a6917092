import { describe, expect, test } from 'vitest';
import { changeMissionStatus } from './change-mission-status.ts';
import { type Mission, type MissionStatus, type MissionVerb, missionTransitions } from './mission.ts';

const mission = (status: MissionStatus) => ({ id: 'm1', status }) as Mission;
const statuses: MissionStatus[] = ['open', 'paused', 'closed'];
const verbs = Object.keys(missionTransitions) as MissionVerb[];

describe('every state × verb × person', () => {
  for (const status of statuses)
    for (const verb of verbs)
      for (const by of ['owner', 'client'] as const) {
        const { from, by: allowed } = missionTransitions[verb];
        const holds = (from as readonly string[]).includes(status) && (allowed as readonly string[]).includes(by);
        test(`${by} ${verb}s a mission that is ${status}: ${holds ? 'yes' : 'no'}`, () => {
          expect(changeMissionStatus(mission(status), { verb, by, reason: 'fichier à corriger' }).ok).toBe(holds);
        });
      }
});

test('a client may pause a mission but never close it', () => {
  expect(changeMissionStatus(mission('open'), { verb: 'close', by: 'client', reason: 'fin' })).toEqual({
    ok: false,
    code: 'not_yours_to_change',
  });
});

test('a pause says why', () => {
  expect(changeMissionStatus(mission('open'), { verb: 'pause', by: 'owner', reason: '  ' })).toEqual({
    ok: false,
    code: 'reason_required',
  });
  expect(changeMissionStatus(mission('open'), { verb: 'pause', by: 'client', reason: 'Congés' })).toEqual({
    ok: true,
    facts: [{ type: 'MissionPaused', missionId: 'm1', reason: 'Congés' }],
  });
});
