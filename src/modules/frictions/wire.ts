import type { Wired } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/db/index.ts';
import { onFact } from '../../platform/journal/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AppointmentId, MissionId } from '../../shared/ids.ts';
import { appointmentById } from '../appointments/queries.ts';
import type { ClausePublished } from '../clauses/index.ts';
import { termsVersions } from '../contracts/queries.ts';
import { missionById } from '../missions/queries.ts';
import { quoteById } from '../quotes/queries.ts';
import type { QuoteFact } from '../quotes/index.ts';
import {
  keep,
  noteFrictionHandler,
  reopenHandler,
  setAsideHandler,
  wordFrictionHandler,
} from './app/answer-friction.handlers.ts';
import { meetFriction } from './app/meet-friction.ts';
import { readFriction, readFrictions } from './app/read-frictions.ts';
import { frictionsOfClause } from './db/frictions.store.ts';
import { settleFriction } from './domain/answer-friction.ts';
import { type AppointmentStory, noticeInAppointment, noticeInRefusedOffer, noticeInRequest } from './domain/notice-friction.ts';
import { frictionRoutes } from './http/routes.ts';

type AppointmentFact = { type: string; appointmentId: AppointmentId; ref: string; text: string; criterionId?: string | null };

/** The criterion as it was signed when the appointment was booked. */
const storyOf = async (
  tx: Tx,
  { appointmentId, ref, text, criterionId: named }: AppointmentFact,
  happened: AppointmentStory['happened'],
) => {
  const appointment = (await appointmentById(tx, appointmentId))!;
  const version = (await termsVersions(tx, appointment.missionId)).find((one) => one.version === appointment.termsVersion);
  // A refusal names its criterion itself: its row is written after it is told.
  const criterionId = named ?? appointment.refusal?.criterionId;
  const criterion = version?.content.terms.appointments.criteria.find(({ id }) => id === criterionId) ?? null;
  await meetFriction(tx, noticeInAppointment({ happened, criterion }), {
    words: text,
    ref,
    dossierId: appointment.dossierId,
    missionId: appointment.missionId,
    clientId: appointment.clientId,
  });
};

/** Disputes and refusals seed the log, in the transaction that told of them. */
const reactions = [
  onFact<AppointmentFact>('AppointmentRefused', (tx, fact) => storyOf(tx, fact, 'refused')),
  onFact<AppointmentFact>('AppointmentContested', (tx, fact) => storyOf(tx, fact, 'contested')),
  onFact<AppointmentFact>('AppointmentRuled', (tx, fact) => storyOf(tx, fact, 'ruled')),
  onFact<Extract<QuoteFact, { type: 'QuoteRefused' }>>('QuoteRefused', async (tx, { quoteId, number, reason }) => {
    const quote = await quoteById(tx, quoteId);
    const noticed = noticeInRefusedOffer(reason);
    if (!quote || !noticed) return;
    const { dossierId, clientId } = quote;
    await meetFriction(tx, noticed, { words: reason, ref: number, dossierId, missionId: null, clientId });
  }),
  onFact<{ type: 'ChangeRequested'; missionId: MissionId; kind: string; description: string }>(
    'ChangeRequested',
    async (tx, { missionId, kind, description }) => {
      const mission = (await missionById(tx, missionId))!;
      await meetFriction(tx, noticeInRequest(kind), {
        words: description,
        ref: null,
        dossierId: mission.dossierId,
        missionId,
        clientId: mission.clientId,
      });
    },
  ),
  onFact<ClausePublished>('ClausePublished', async (tx, { clauseId, version }) => {
    for (const friction of await frictionsOfClause(tx, clauseId))
      await keep(tx, friction.id, settleFriction(friction, { id: clauseId, version }), {
        state: 'settled',
        clause_version: version,
      });
  }),
];

export const wireFrictions = ({ db }: Pick<Platform, 'db'>): Wired => ({
  routes: [
    frictionRoutes({
      frictions: readFrictions({ db }),
      friction: readFriction({ db }),
      note: noteFrictionHandler({ db }),
      word: wordFrictionHandler({ db }),
      setAside: setAsideHandler({ db }),
      reopen: reopenHandler({ db }),
    }),
  ],
  reactions,
});
