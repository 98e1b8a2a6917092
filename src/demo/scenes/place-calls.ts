import { headlessCaller } from '../../platform/telephony/headless-caller.ts';
import type { ApiClient } from '../api-client.ts';
import type { Scene } from '../stage.ts';
import { paris, type PlannedCall } from '../story.ts';

const marksAt = [31, 58, 96];
const criteria = ['decideur', 'besoin', 'interet'].map((criterionId, index) => ({
  criterionId,
  state: 'met' as const,
  momentSeconds: marksAt[index]!,
}));

const outcomeOf = ({ code, appointment, callbackAt }: PlannedCall) => ({
  code,
  reason: code === 'HC' ? 'Moins de dix salariés' : code === 'CA-' ? 'Équipé récemment' : '',
  callbackAt: code === 'RAP' ? (callbackAt ?? paris('2026-04-03T17:50')) : null,
  appointment: appointment
    ? {
        meetingAt: paris(appointment.meetingAt),
        contactName: 'Décideur de l’entreprise',
        contactRole: 'Direction',
        format: 'video',
        place: 'Lien envoyé par le client',
        note: appointment.ref,
        criteria,
      }
    : null,
});

/** A call placed on the caller's own telephone and declared afterwards, judged by the gate at its hour. */
export const declareCall = async (
  caller: ApiClient,
  missionId: string,
  prospectId: string,
  call: PlannedCall,
): Promise<string | null> => {
  const body = { prospectId, at: call.at, talkSeconds: call.talkSeconds, outcome: outcomeOf(call) };
  return (await caller.post<{ appointmentId: string | null }>(`/missions/${missionId}/declared-calls`, body)).appointmentId;
};

type Attempt = { phase: string; talkSeconds: number };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A call that really rings on the simulated line: both legs are recorded on the server. Returns the prospect served and the appointment. */
export const ringCall = async (
  stage: Scene,
  caller: ApiClient,
  missionId: string,
  call: PlannedCall,
  speed: number,
): Promise<{ prospectId: string; appointmentId: string }> => {
  const served = await caller.post<{ prospect: { id: string } | null }>(`/missions/${missionId}/next-prospect`);
  const prospectId = served.prospect!.id;
  const { id } = await caller.post<{ id: string }>('/attempts', { missionId, prospectId, line: 'simulated' });
  const phone = await headlessCaller({ speed });
  const { sdp } = await caller.post<{ sdp: string }>(`/attempts/${id}/offer`, { sdp: phone.offer.sdp, scenario: 'interested' });
  await phone.accept({ type: 'answer', sdp });
  const wanted = 110;
  for (let waited = 0; ; waited += 200) {
    const attempt = await caller.get<Attempt>(`/attempts/${id}`);
    if (attempt.phase === 'ended' || (attempt.phase === 'answered' && waited * speed > wanted * 1000)) break;
    if (waited > 120_000) throw new Error(`The simulated call ${id} never got through (${attempt.phase})`);
    await pause(200);
  }
  await caller.post(`/attempts/${id}/hangup`).catch(() => undefined);
  await phone.leave();
  for (let waited = 0; (await caller.get<Attempt>(`/attempts/${id}`)).phase !== 'ended'; waited += 100) {
    if (waited > 20_000) throw new Error(`The simulated call ${id} did not end`);
    await pause(100);
  }
  const { appointmentId } = await caller.post<{ appointmentId: string }>(`/attempts/${id}/outcome`, outcomeOf(call));
  await stage.settle();
  return { prospectId, appointmentId };
};
