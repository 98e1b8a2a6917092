import canonicalize from 'canonicalize';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { inOrder, type PatchConflict, versionsToEnact } from '../../contracts/index.ts';
import type { ContractContent, Terms } from '../../contracts/index.ts';
import { enactTerms } from '../../contracts/queries.ts';
import { quoteTotals } from '../../quotes/index.ts';
import type { AgreementSigned } from '../../signing/index.ts';
import { withdrawSignature } from '../../signing/queries.ts';
import { amendmentsOfMission, lockAmendment, lockTermsOf, signedOf, updateAmendment } from '../db/amendments.store.ts';
import type { Amendment, AmendmentId, AmendmentSigned, TermsAmended } from '../domain/amendment.ts';
import { overtakeAmendment, signAmendment } from '../domain/answer-amendment.ts';
import { closeAmendment } from './answer-amendment.ts';
import { type ContractLife, type LivingPatch, readContractLife, type Stage, stagesOf } from './contract-life.ts';
import { renderConsolidated } from './jobs.ts';

/**
 * The last signature puts the amended terms in force, in the same transaction: their version, again those of amendments
 * already signed for later, and the end of every other proposal that no longer says what would happen.
 */
export const enactAmendment = async (tx: Tx, { subject, signedAt, acceptedOn, level }: AgreementSigned): Promise<void> => {
  const id = subject.id as AmendmentId;
  const { missionId } = (await lockAmendment(tx, id))!;
  await lockTermsOf(tx, missionId);
  const amendment = (await lockAmendment(tx, id))!;
  const decision = signAmendment(amendment, { signedAt, acceptedOn, level, now: tx.now });
  if (!decision.ok) throw new Error(`Amendment ${id} cannot take effect: ${decision.code}`);
  const [signed] = decision.facts as [AmendmentSigned];
  const order = (await signedOf(tx, missionId)).length + 1;
  await updateAmendment(tx, id, { signed_at: signedAt, sign_order: order, rules_from: signed.rulesFrom });
  await closeAmendment(tx, amendment, 'sign', decision);

  const life = await readContractLife(tx, amendment);
  const added = life.signed.find((patch) => patch.amendment.id === id)!;
  const enacted = versionsWith({ ...life, signed: life.signed.filter((patch) => patch !== added) }, added);
  if (!enacted.ok) throw new Error(`Amendment ${signed.number} does not apply to the terms in force: ${enacted.code}`);
  for (const { stage, content } of enacted.versions) await putInForce(tx, amendment, stage, content);
  await overtakeOthers(tx, await readContractLife(tx, amendment), signed);
  await enqueue(tx, renderConsolidated, { amendmentId: id }, { singletonKey: `consolidated:${id}` });
  announce(tx, { topic: `mission:${missionId}` });
  announce(tx, { topic: `client:${amendment.clientId}` });
};

const putInForce = async (tx: Tx, amendment: Amendment, { patch }: Stage, content: ContractContent) => {
  const { missionId, dossierId } = amendment;
  const { version, sha256 } = await enactTerms(tx, { missionId, dossierId, content, effectiveAt: patch.rulesFrom });
  const { number, rank } = patch.amendment.frozen!;
  const fact: TermsAmended = {
    type: 'TermsAmended',
    missionId,
    amendmentId: patch.amendment.id,
    number,
    rank,
    version,
    effectiveAt: patch.rulesFrom,
    termsSha256: sha256,
  };
  await recordFacts(tx, { dossierId, stream: { type: 'amendment', id: patch.amendment.id }, facts: [fact] });
};

/** The versions that one more signature puts in force, each with the whole content that the engines will read. */
export const versionsWith = (life: ContractLife, added: LivingPatch) => {
  const decision = versionsToEnact<LivingPatch>(life.base.terms, life.signed, added);
  if (!decision.ok) return decision;
  const all = inOrder([...life.signed, added]);
  let terms: Terms = life.base.terms;
  const patches = all.map((patch) => {
    terms = decision.facts.find((one) => one.patch === patch)?.terms ?? patch.amendment.frozen!.content.terms;
    return { ...patch, terms };
  });
  const { stages } = stagesOf(life, patches);
  const contents = stages.map((stage, index) => ({ stage, content: contentOf(life, stages.slice(0, index + 1)) }));
  return { ok: true as const, stages, versions: contents.slice(all.indexOf(added)) };
};

const contentOf = ({ base, selection }: ContractLife, stages: readonly Stage[]): ContractContent => {
  const { state } = stages.at(-1)!;
  return {
    ...base,
    terms: state.terms,
    clauses: state.clauses,
    articles: { ...state.articles },
    ...(base.selection || state.selection !== selection ? { selection: { ...state.selection } } : {}),
    amendments: stages.map(({ patch, changes }) => ({
      id: patch.amendment.id,
      number: patch.amendment.frozen!.number,
      rank: patch.amendment.frozen!.rank,
      rulesFrom: patch.rulesFrom,
      articles: changes.filter(({ kind }) => kind !== 'removed').map(({ number }) => number),
    })),
  };
};

/**
 * Two amendments on the same conditions: the first signed rules, the other loses. It is taken back from its signatories at once,
 * so that nobody can sign a text that no longer says what would happen.
 */
const overtakeOthers = async (tx: Tx, life: ContractLife, { missionId, amendmentId, number, rank }: AmendmentSigned) => {
  const waiting = (await amendmentsOfMission(tx, missionId)).filter(({ id, status }) => status === 'sent' && id !== amendmentId);
  for (const one of waiting) {
    const other = await lockAmendment(tx, one.id);
    const paths = other?.status === 'sent' ? whyItNoLongerHolds(life, other, tx.now) : null;
    if (!other || !paths) continue;
    const reason = `L’avenant n°\u00a0${rank} (${number}), signé d’abord, a changé les mêmes conditions.`;
    await withdrawSignature(tx, { type: 'amendment', id: other.id }, reason);
    await closeAmendment(tx, other, 'overtake', overtakeAmendment(other, { by: number, paths }), reason);
  }
};

/** The conditions or articles by which a sent amendment no longer says what signing it would do; null while it still does. */
const whyItNoLongerHolds = (life: ContractLife, amendment: Amendment, now: LivingPatch['rulesFrom']): string[] | null => {
  const { content } = amendment.frozen!;
  const added: LivingPatch = {
    amendment,
    operations: content.patch.operations,
    rulesFrom: content.effectiveAt !== null && content.effectiveAt > now ? content.effectiveAt : now,
    rank: life.signed.length + 1,
  };
  const enacted = versionsWith(life, added);
  if (!enacted.ok) return ((enacted.details?.['conflicts'] ?? []) as PatchConflict[]).map(({ path }) => path);
  const { stage } = enacted.versions[0]!;
  if (canonicalize(stage.changes) !== canonicalize(content.articles))
    return stage.changes.map(({ number }) => `article ${number}`);
  const before = enacted.stages[enacted.stages.indexOf(stage) - 1]?.state.terms ?? life.base.terms;
  const difference = quoteTotals(stage.state.terms.price).netCents - quoteTotals(before.price).netCents;
  return difference === content.price.after.netCents - content.price.before.netCents ? null : ['price'];
};
