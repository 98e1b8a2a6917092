import type { Tx } from '../../../platform/db/index.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { type Cents, sumCents } from '../../../shared/money.ts';
import { type CivilDate, civilDateOf } from '../../../shared/time.ts';
import { appointmentList } from '../../appointments/queries.ts';
import { callVolumes } from '../../calls/queries.ts';
import { deriveInvoice, unreachedForfait } from '../../invoicing/index.ts';
import { collectEvidence, type EvidenceSource, invoicePage, issuedInvoices } from '../../invoicing/queries.ts';
import { type AwaitingAppointment, type Consequences, consequencesOf } from '../domain/consequences.ts';
import type { MissionInLife } from './asker.ts';

/** What an early end on a day would mean, from the very rule that will derive the last invoice. */
export const consequencesFor = async (
  tx: Tx,
  evidenceOf: EvidenceSource,
  { mission, terms }: MissionInLife,
  lastDay: CivilDate,
): Promise<Consequences> => {
  const today = civilDateOf(tx.now);
  const signed = terms.content.terms;
  const evidence = {
    ...(await collectEvidence(tx, evidenceOf, { mission, terms, kind: 'final' })),
    earlyEnd: { lastDay },
  };
  const earlier = await issuedInvoices(tx, mission.id);
  const request = { issuedOn: today, isDemo: terms.content.isDemo };
  // Once a final invoice is out, only what was decided since is left to bill.
  const derived = ['final', 'complementary'] as const;
  const decision = derived
    .map((kind) => deriveInvoice(signed, evidence, earlier, { ...request, kind }))
    .find((one) => one.ok || one.code !== 'final_already_issued');
  const volumes = await callVolumes(tx, mission.id);
  return consequencesOf(
    signed,
    {
      invoice: decision?.ok ? decision.facts[0]! : null,
      overdue: await overdueOfMission(tx, mission.id),
      unreachedCents: unreachedForfait(signed, evidence),
      awaiting: await awaitingOf(tx, mission.id),
      used: { calls: volumes.calls, minutes: volumes.hoursMinutes, appointments: volumes.appointments },
    },
    { today, lastDay },
  );
};

const awaitingOf = async (tx: Tx, missionId: MissionInLife['mission']['id']): Promise<AwaitingAppointment[]> =>
  (await appointmentList(tx, { missionId })).flatMap(awaiting);

const awaiting = ({
  ref,
  company,
  priceCents,
  reviewBy,
  state,
  contestBy,
}: Awaited<ReturnType<typeof appointmentList>>[number]): AwaitingAppointment[] =>
  state === 'to_review'
    ? [{ ref, company, priceCents, answerBy: reviewBy, state: 'pending' as const }]
    : state === 'contested'
      ? [{ ref, company, priceCents, answerBy: contestBy ?? reviewBy, state: 'disputed' as const }]
      : [];

const overdueOfMission = async (tx: Tx, missionId: MissionInLife['mission']['id']): Promise<Consequences['overdue']> =>
  overdueRows(await invoicePage(tx, { missionId, state: 'overdue', sort: 'dueOn', descending: false, limit: 100 }));

const overdueRows = ({ invoices }: Awaited<ReturnType<typeof invoicePage>>): Consequences['overdue'] =>
  invoices
    .filter(({ payableCents }) => payableCents > 0)
    .map(({ number, dueOn, payableCents }) => ({ number, dueOn: dueOn!, payableCents }));

/** What a client owes past its due dates. Payments are not recorded yet: what was paid elsewhere is for the owner to say. */
export const overdueOfClient = async (tx: Tx, clientId: ClientId): Promise<Cents> =>
  sumCents(
    overdueRows(await invoicePage(tx, { clientId, state: 'overdue', sort: 'dueOn', descending: false, limit: 200 })).map(
      ({ payableCents }) => payableCents,
    ),
  );
