import type { Tx } from '../../../platform/db/index.ts';
import { type Accepted, type Refused, record, refuse } from '../../../shared/decision.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { TermsVersion } from '../../contracts/index.ts';
import type { Mission } from '../../missions/index.ts';
import { issuedInvoices } from '../db/invoices.store.ts';
import { deriveInvoice } from '../domain/derive-invoice.ts';
import type { DeriveRefusal } from '../domain/invoice-basis.ts';
import type { DerivableKind, DerivedInvoice, IssuedInvoice } from '../domain/invoice.ts';
import { collectEvidence } from './collect-evidence.ts';
import type { BillingSources } from './sources.ts';

export type InvoiceCommand = { missionId: MissionId; kind: DerivableKind; milestoneId?: string | undefined };
export type MissionInvoice = { derived: DerivedInvoice; mission: Mission; terms: TermsVersion; earlier: IssuedInvoice[] };

/** Reads the terms in force, the evidence and what was invoiced, and derives the invoice: the preview and the issue share it. */
export const deriveMissionInvoice = async (
  tx: Tx,
  sources: BillingSources,
  { missionId, kind, milestoneId }: InvoiceCommand,
): Promise<Accepted<MissionInvoice> | Refused<DeriveRefusal | 'unknown_mission' | 'no_terms_in_force'>> => {
  const mission = await sources.mission(tx, missionId);
  if (!mission) return refuse('unknown_mission');
  const terms = await sources.termsInForce(tx, missionId);
  if (!terms) return refuse('no_terms_in_force');
  const evidence = await collectEvidence(tx, sources.evidence, { mission, terms, kind });
  const earlier = await issuedInvoices(tx, missionId);
  const { isDemo } = terms.content;
  const decision = deriveInvoice(terms.content.terms, evidence, earlier, {
    kind,
    milestoneId,
    isDemo,
    issuedOn: civilDateOf(tx.now),
  });
  return decision.ok ? record({ derived: decision.facts[0]!, mission, terms, earlier }) : decision;
};
