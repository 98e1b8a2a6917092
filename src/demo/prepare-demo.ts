import { setTimeout as pause } from 'node:timers/promises';
import { type DemoClock, demoClock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { JobWorker } from '../platform/jobs/index.ts';
import type { TenantId } from '../shared/ids.ts';
import { addDays, type CivilDate, type Instant } from '../shared/time.ts';
import { ApiClient } from './api-client.ts';
import { livingCallsOf, type LivingMission, livingMission, livingRows, livingTerms, milestoneCalls } from './living-mission.ts';
import { caller, client as clientIdentity, secondClient } from './people.ts';
import { importProspects } from './scenes/import-prospects.ts';
import { declareCall } from './scenes/place-calls.ts';
import { clientBrowser } from './scenes/review-appointments.ts';
import { signBoth } from './scenes/sign-contract.ts';
import { writeScript } from './scenes/write-script.ts';
import type { Scene } from './stage.ts';
import { paris } from './story.ts';

export type PrepareDemo = {
  baseUrl: string;
  db: Database;
  worker: JobWorker;
  /** The demonstration organisation, just made, and its owner signed in: nobody else's time is touched. */
  organisation: { owner: ApiClient; tenantId: TenantId };
  signal?: AbortSignal;
  onProgress?: (sentence: string) => void;
  /** Left to the visitor between two calls. */
  breathMs?: number;
};

/**
 * Fills the demonstration organisation of a first start with a mission under way, by the same requests as anyone's, on its
 * own clock and always before the present. Stopped half-way, it leaves what was played so far: true, only shorter.
 */
export const prepareDemo = async ({
  baseUrl,
  db,
  worker,
  organisation,
  signal,
  onProgress = () => {},
  breathMs = 20,
}: PrepareDemo): Promise<void> => {
  const { owner, tenantId } = organisation;
  const mission = livingMission(db.clock.now());
  const clock = demoClock(paris(`${mission.quotedOn}T09:30`));
  const settle = async () => {
    signal?.throwIfAborted();
    await worker.drainJobs({ tolerateFailures: true });
  };
  const scene: Scene = {
    settle,
    goTo: async (at) => {
      signal?.throwIfAborted();
      clock.set(at);
      await worker.runSweeps();
    },
    browser: () => new ApiClient(baseUrl),
  };
  db.tellTime(tenantId, clock);
  try {
    onProgress('devis et signatures');
    const missionId = await signContract(scene, owner, mission);
    onProgress('fichier et appels');
    await playDays({
      scene,
      clock,
      owner,
      mission,
      missionId,
      breathe: () => pause(breathMs, undefined, signal ? { signal } : {}),
    });
    onProgress('devis d’un second client');
    await drawUpQuotes(scene, owner, mission);
  } finally {
    db.tellTime(tenantId, null);
  }
  await worker.runSweeps();
};

const signContract = async (
  scene: Scene,
  owner: ApiClient,
  { quotedOn, signedOn, days, endsOn }: LivingMission,
): Promise<string> => {
  const { clientId } = await owner.post<{ clientId: string }>('/clients', clientIdentity);
  const quoteId = await sendQuote(owner, clientId, {
    title: 'Prospection téléphonique auprès des PME',
    quotedOn,
    startsOn: days[0]!,
    endsOn,
  });
  await scene.settle();
  const { missionId } = await signBoth(scene, owner, quoteId, {
    clientAt: paris(`${signedOn}T10:00`),
    providerAt: paris(`${signedOn}T11:00`),
  });
  return missionId;
};

type Offer = { title: string; context?: string; quotedOn: CivilDate; startsOn: CivilDate; endsOn: CivilDate };

const sendQuote = async (
  owner: ApiClient,
  clientId: string,
  { title, context, quotedOn, startsOn, endsOn }: Offer,
): Promise<string> => {
  const draft = livingTerms({ startsOn, endsOn }, context);
  const { id } = await owner.post<{ id: string }>('/quotes', { clientId, title, validUntil: addDays(quotedOn, 30), draft });
  await owner.post(`/quotes/${id}/sending`);
  return id;
};

type Play = {
  scene: Scene;
  clock: DemoClock;
  owner: ApiClient;
  mission: LivingMission;
  missionId: string;
  breathe: () => Promise<unknown>;
};
type Event = { at: Instant; run: () => Promise<unknown> };

const playDays = async ({ scene, clock, owner, mission, missionId, breathe }: Play): Promise<void> => {
  await scene.goTo(paris(`${mission.readyOn}T10:00`));
  const nadia = scene.browser();
  const { userId } = await nadia.post<{ userId: string }>('/sign-in', { email: caller.email, password: caller.password });
  await owner.post(`/missions/${missionId}/callers`, { userId });
  await writeScript(owner, missionId);
  const prospects = await importProspects(scene, owner, missionId, livingRows);

  const appointments = new Map<string, string>();
  let opened: ApiClient | undefined;
  const client = async () => (opened ??= await clientBrowser(scene, owner));
  const moved = (hour: string, run: () => Promise<unknown>): Event => ({
    at: paris(hour),
    run: async () => {
      await scene.goTo(paris(hour));
      await run();
    },
  });
  const events = mission.days.flatMap((day): Event[] => [
    moved(`${day}T08:35`, scene.settle),
    ...livingCallsOf(mission, day).map((call): Event => ({
      at: call.at,
      run: async () => {
        clock.set(call.at);
        const id = await declareCall(nadia, missionId, prospects.shift()!, call);
        if (call.appointment && id) appointments.set(call.appointment.ref, id);
        await breathe();
      },
    })),
    moved(`${day}T18:05`, () =>
      nadia.post(`/missions/${missionId}/production-sessions`, {
        startedAt: paris(`${day}T10:00`),
        stoppedAt: paris(`${day}T10:40`),
      }),
    ),
  ]);
  for (const { ref, fate } of mission.bookings) {
    const path = () => `/appointments/${appointments.get(ref)}`;
    if (fate.acceptedAt) events.push(moved(fate.acceptedAt, async () => (await client()).post(`${path()}/acceptance`)));
    if (fate.refusedAt)
      events.push(
        moved(fate.refusedAt, async () =>
          (await client()).post(`${path()}/refusal`, {
            criterionId: 'besoin',
            momentSeconds: null,
            text: 'Aucun besoin n’a été exprimé pendant l’appel.',
          }),
        ),
      );
    if (fate.contestedAt)
      events.push(
        moved(fate.contestedAt, () =>
          owner.post(`${path()}/contest`, {
            momentSeconds: null,
            text: 'Le besoin de remplacer l’outil actuel a été dit deux fois.',
          }),
        ),
      );
  }
  const billedOn = milestoneDay(mission);
  if (billedOn)
    events.push(moved(`${billedOn}T18:15`, () => owner.post(`/missions/${missionId}/invoices`, { kind: 'intermediate' })));
  for (const { run } of events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) await run();
  await scene.settle();
};

/** The evening when the calls of the intermediate invoice are made. */
const milestoneDay = (mission: LivingMission): CivilDate | undefined => {
  let placed = 0;
  return mission.days.find((day) => (placed += livingCallsOf(mission, day).length) >= milestoneCalls);
};

const secondContext =
  'Le client répare et entretient des vélos de location, et confie au prestataire la prise de rendez-vous auprès des loueurs de sa région.';

/** A quote that waits for its signature, and one that cannot leave yet: the editor says what it lacks. */
const drawUpQuotes = async (scene: Scene, owner: ApiClient, { days, endsOn }: LivingMission): Promise<void> => {
  const quotedOn = days.at(-1)!;
  await scene.goTo(paris(`${quotedOn}T18:20`));
  const { clientId } = await owner.post<{ clientId: string }>('/clients', secondClient);
  await sendQuote(owner, clientId, {
    title: 'Rendez-vous auprès des loueurs de vélos',
    context: secondContext,
    quotedOn,
    startsOn: addDays(endsOn, 3),
    endsOn: addDays(endsOn, 31),
  });
  const {
    appointments: _notYet,
    reporting: _either,
    ...draft
  } = livingTerms({ startsOn: addDays(endsOn, 35), endsOn: addDays(endsOn, 63) }, secondContext);
  await owner.post('/quotes', {
    clientId,
    title: 'Relance des clients dormants',
    validUntil: addDays(quotedOn, 60),
    draft: { ...draft, payment: { ...draft.payment, penalty: null } },
  });
  await scene.settle();
};
