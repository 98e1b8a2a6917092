import type { Tx } from '../../../platform/db/index.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { TermsVersion } from '../../contracts/index.ts';
import type { Mission } from '../../missions/index.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { DerivableKind } from '../domain/invoice.ts';
import type { EvidenceSource } from './sources.ts';

/** What the mission can prove now. A deposit rests on the signature alone, so nothing else is read for it. */
export const collectEvidence = async (
  tx: Tx,
  source: EvidenceSource,
  { mission, terms, kind }: { mission: Mission; terms: TermsVersion; kind: DerivableKind },
): Promise<Evidence> => {
  const signature: Evidence = {
    agreement: { quoteId: mission.quoteId, number: terms.content.number, signedOn: civilDateOf(mission.openedAt) },
    callsReached: 0,
    finalReport: null,
    hours: [],
    days: [],
    appointments: [],
    expenses: [],
  };
  if (kind === 'deposit') return signature;
  const { id } = mission;
  return {
    ...signature,
    callsReached: await source.callsReached(tx, id),
    finalReport: await source.finalReport(tx, id),
    hours: await source.hours(tx, id),
    days: await source.days(tx, id),
    appointments: await source.appointments(tx, id),
    expenses: await source.expenses(tx, id),
    earlyEnd: (await source.earlyEnd?.(tx, id)) ?? null,
  };
};
