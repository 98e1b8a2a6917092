import { record, refuse } from '../../../shared/decision.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import type { TermsOperation, TermsVersion } from '../../contracts/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import { quoteTotals } from '../../quotes/index.ts';
import { AmendmentContent } from '../domain/amendment-content.ts';
import type { Amendment } from '../domain/amendment.ts';
import { mayBeSent } from '../domain/check-draft.ts';
import { referencesOf } from '../domain/consolidate.ts';
import type { ContractLife } from './contract-life.ts';
import { proposalOf } from './proposal.ts';

type Parties = {
  provider: ProviderIdentity;
  client: ClientIdentity;
  isDemo: boolean;
  signatories: NonNullable<AmendmentContent['signatories']>;
};
type Named = { number: string; rank: number; issuedOn: CivilDate };

/** What both will sign, as one value; or everything that keeps the draft from leaving. */
export const freezeAmendment = (
  life: ContractLife,
  draft: Amendment,
  { provider, client, isDemo, signatories }: Parties,
  { rank, issuedOn, now, signedOn }: Omit<Named, 'number'> & { now: Instant; signedOn: CivilDate },
) => {
  const { checked, before, amended } = proposalOf(life, draft, now, rank);
  const verdict = mayBeSent(checked);
  if (!verdict.ok || !amended) return refuse('amendment_incomplete', { findings: checked.findings });
  const base = life.versions.findLast(({ effectiveAt }) => effectiveAt <= (draft.effectiveAt ?? now)) ?? life.versions[0]!;
  return record((number: string) =>
    AmendmentContent.parse({
      schema: 'cadran-amendment/1',
      number,
      rank,
      amends: amendsOf(life, base, signedOn),
      subject: draft.subject.trim(),
      reason: draft.reason.trim(),
      issuedOn,
      validUntil: draft.validUntil,
      effectiveAt: draft.effectiveAt,
      isDemo,
      provider,
      client,
      patch: {
        effectiveAt: draft.effectiveAt,
        operations: checked.operations satisfies TermsOperation[],
        clauses: draft.clauses,
      },
      articles: amended.changes,
      references: { ...referencesOf(before.parts), ...referencesOf(amended.state.parts) },
      wordedAt: { ...before.articles, ...amended.state.articles },
      price: { before: quoteTotals(before.terms.price), after: quoteTotals(amended.state.terms.price) },
      termsBefore: before.terms,
      terms: amended.state.terms,
      ...(signatories.length ? { signatories } : {}),
    }),
  );
};

const amendsOf = ({ base, signed }: ContractLife, { version, sha256 }: TermsVersion, signedOn: CivilDate) => ({
  number: base.number,
  title: base.title,
  signedOn,
  version,
  termsSha256: sha256,
  amendedBy: signed.map(({ amendment }) => ({ number: amendment.frozen!.number, rank: amendment.frozen!.rank })),
});

export const signedOn = (openedAt: Instant): CivilDate => civilDateOf(openedAt);
