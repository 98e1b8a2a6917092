import { describe, expect, test } from 'vitest';
import { civilDate, clockTime, momentOf } from '../../../shared/time.ts';
import { type MissionToMove, nextStep } from './next-step.ts';

const at = (day: string, time = '10:00') => momentOf(civilDate(day), clockTime(time));
const mission: MissionToMove = {
  status: 'open',
  startsOn: civilDate('2026-03-09'),
  endsOn: civilDate('2026-04-03'),
  hasFinalReport: false,
  volumes: [],
  appointments: [],
};

describe('what happens next on a mission', () => {
  test('the first review deadline comes before everything: silence would decide it', () => {
    const appointments = [
      { state: 'to_review' as const, reviewBy: at('2026-03-18', '18:00') },
      { state: 'to_review' as const, reviewBy: at('2026-03-17', '18:00') },
      { state: 'contested' as const, reviewBy: at('2026-03-12', '18:00') },
    ];
    expect(nextStep({ ...mission, status: 'paused', appointments }, at('2026-03-16'))).toEqual({
      kind: 'review',
      count: 2,
      by: at('2026-03-17', '18:00'),
    });
    expect(nextStep({ ...mission, appointments: appointments.slice(2) }, at('2026-03-16'))).toMatchObject({
      kind: 'ruling',
      count: 1,
    });
  });

  test('before its first day a mission starts on that day; a paused one waits to be resumed', () => {
    expect(nextStep(mission, at('2026-03-06'))).toEqual({ kind: 'start', by: at('2026-03-09', '00:00') });
    expect(nextStep({ ...mission, status: 'paused' }, at('2026-03-16'))).toMatchObject({ kind: 'resume' });
  });

  test('a used-up volume asks for an amendment before the calendar is looked at', () => {
    const volumes = [{ id: 'calls' as const, consumed: 1500, signed: 1500, elapsedShare: 0.5, state: 'used_up' as const }];
    expect(nextStep({ ...mission, volumes }, at('2026-03-20'))).toMatchObject({ kind: 'used_up', volume: 'calls' });
  });

  test('otherwise the next weekly report is made on Monday at eight', () => {
    expect(nextStep(mission, at('2026-03-20'))).toEqual({ kind: 'weekly_report', by: at('2026-03-23', '08:00') });
  });

  test('after the last day, or once closed, the final report is to be made, then the mission is closed', () => {
    expect(nextStep(mission, at('2026-04-04'))).toMatchObject({ kind: 'final_report' });
    expect(nextStep({ ...mission, status: 'closed' }, at('2026-03-20'))).toMatchObject({ kind: 'final_report' });
    expect(nextStep({ ...mission, hasFinalReport: true }, at('2026-04-04'))).toMatchObject({ kind: 'close' });
    expect(nextStep({ ...mission, status: 'closed', hasFinalReport: true }, at('2026-04-04'))).toMatchObject({ kind: 'nothing' });
  });
});
