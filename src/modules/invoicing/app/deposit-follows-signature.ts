import { onFact } from '../../../platform/journal/index.ts';
import type { MissionOpened } from '../../missions/index.ts';
import { refusals } from '../refusals.ts';
import { issueInvoice } from './issue-invoice.handler.ts';
import type { BillingSources } from './sources.ts';

/** No deposit was agreed, or it comes to nothing, or it cannot be an e-invoice yet: the signature stands all the same. */
const withoutDeposit = new Set([
  'no_such_milestone',
  'nothing_to_invoice',
  'already_invoiced',
  'client_without_siren',
  'vat_regime_changed',
]);

/** The event that opens the mission issues its deposit invoice, in the same transaction (CGI 289 I-1-c). */
export const depositFollowsSignature = (sources: BillingSources) => {
  const issue = issueInvoice(sources);
  return onFact<MissionOpened>('MissionOpened', async (tx, { missionId }) => {
    const decision = await issue(tx, { missionId, kind: 'deposit' });
    if (!decision.ok && !withoutDeposit.has(decision.code)) throw new Error(`no deposit invoice: ${refusals[decision.code].fr}`);
  });
};
