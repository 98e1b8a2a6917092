import type { Instant } from '../shared/time.ts';
import type { ApiClient } from './api-client.ts';
import { importProspects } from './scenes/import-prospects.ts';
import { declareCall, ringCall } from './scenes/place-calls.ts';
import { clientBrowser, decisionsOf } from './scenes/review-appointments.ts';
import { sendQuote, signBoth } from './scenes/sign-contract.ts';
import { writeScript } from './scenes/write-script.ts';
import type { Stage } from './stage.ts';
import { type CanonicalAppointment, callsOfDay, mission, paris, ringing } from './story.ts';

export type PlayOptions = {
  vatRegime: 'real' | 'franchise';
  /** How many calls really ring; the others are declared. */
  simulatedSpeed: number;
  ring: boolean;
  /** The last day to play, for a demonstration left mid-way; the whole mission when absent. */
  until?: string;
  onProgress: (done: number, total: number, sentence: string) => void;
};

export type Played = {
  owner: ApiClient;
  dossierId: string;
  quoteId: string;
  missionId: string;
  clientId: string;
  signatureRequestId: string;
  missing: string[];
  appointmentIds: Map<string, string>;
};

type Event = { at: Instant; run: () => Promise<unknown> };

/** Plays the canonical mission through the public API, call by call, each at its own hour. */
export const playMission = async (stage: Stage, options: PlayOptions): Promise<Played> => {
  const { onProgress } = options;
  onProgress(0, 1, 'Devis, contrat et signatures');
  const { browser: owner, clientId, dossierId, quoteId, missing } = await sendQuote(stage, options);
  const signed = await signBoth(stage, owner, quoteId, {
    clientAt: paris(mission.terms.signedAt.client),
    providerAt: paris(mission.terms.signedAt.provider),
  });
  const { missionId, signatureRequestId } = signed;

  onProgress(0, 1, 'Script validé et fichier importé');
  await stage.goTo(paris('2026-03-06T10:00'));
  await writeScript(owner, missionId);
  const prospects = await importProspects(stage, owner, missionId, 1500);

  const appointmentIds = new Map<string, string>();
  let client: ApiClient | undefined;
  const people = { owner, client: () => client! };
  const play: CallPlayer = { stage, owner, missionId, prospects, appointmentIds, options };
  const events = plannedEvents(
    stage,
    people,
    play,
    appointmentIds,
    async () => (client ??= await clientBrowser(stage, owner)),
  ).filter(({ at }) => !options.until || at <= paris(`${options.until}T23:59`));

  let done = 0;
  for (const { at, run } of events) {
    await run();
    done += 1;
    if (done % 25 === 0 || done === events.length) onProgress(done, events.length, at.slice(0, 10));
  }
  return { owner, dossierId, quoteId, missionId, clientId, signatureRequestId, missing, appointmentIds };
};

type CallPlayer = {
  stage: Stage;
  owner: ApiClient;
  missionId: string;
  prospects: string[];
  appointmentIds: Map<string, string>;
  options: PlayOptions;
};

const plannedEvents = (
  stage: Stage,
  people: { owner: ApiClient; client: () => ApiClient },
  play: CallPlayer,
  ids: Map<string, string>,
  openClient: () => Promise<unknown>,
): Event[] => {
  const { owner } = people;
  const { missionId } = play;
  const invoice = (kind: string) => async () => {
    await owner.post(`/missions/${missionId}/invoices`, { kind });
    await stage.settle();
  };
  const moved = (at: Instant, run: () => Promise<unknown>): Event => ({
    at,
    run: async () => {
      await stage.goTo(at);
      await run();
    },
  });
  const events: Event[] = [
    ...mission.days.flatMap((day) => [
      ...callsOfDay(day).map((call): Event => ({ at: call.at, run: () => placeCall(play, call) })),
      moved(paris(`${day.day}T18:05`), () =>
        owner.post(`/missions/${missionId}/production-sessions`, {
          startedAt: paris(`${day.day}T10:00`),
          stoppedAt: paris(`${day.day}T12:00`),
        }),
      ),
    ]),
    ...mission.appointments.flatMap((appointment: CanonicalAppointment) =>
      decisionsOf(appointment, stage, people).map(({ at, decide }) =>
        moved(paris(at), async () => {
          await openClient();
          await decide(ids);
        }),
      ),
    ),
    moved(paris(`${mission.events.midCampaignInvoiceOn}T18:30`), invoice('intermediate')),
    moved(paris(`${mission.events.finalReportOn}T09:00`), async () => {
      await owner.post(`/missions/${missionId}/final-report`, {
        notes: ['Le fichier fourni tient l’hypothèse signée : 6 % de faux numéros pour 15 % admis.'],
      });
      await stage.settle();
    }),
    moved(paris(`${mission.events.finalInvoiceOn}T10:00`), invoice('final')),
    moved(paris(`${mission.events.afterRulingInvoiceOn}T11:00`), invoice('complementary')),
  ];
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

const placeCall = async (
  { stage, owner, missionId, prospects, appointmentIds, options }: CallPlayer,
  call: ReturnType<typeof callsOfDay>[number],
) => {
  stage.clock.set(call.at);
  const ref = call.appointment?.ref;
  if (ref && options.ring && ringing.has(ref)) {
    const { prospectId, appointmentId } = await ringCall(stage, owner, missionId, call, options.simulatedSpeed);
    prospects.splice(prospects.indexOf(prospectId), 1);
    appointmentIds.set(ref, appointmentId);
    return;
  }
  const appointmentId = await declareCall(owner, missionId, prospects.shift()!, call);
  if (ref && appointmentId) appointmentIds.set(ref, appointmentId);
};
