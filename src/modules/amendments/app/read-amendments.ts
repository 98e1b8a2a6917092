import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { versionInForce } from '../../contracts/index.ts';
import { termsVersions } from '../../contracts/queries.ts';
import { findDocument } from '../../dossier/queries.ts';
import type { Mission } from '../../missions/index.ts';
import { missionById } from '../../missions/queries.ts';
import { quoteTotals } from '../../quotes/index.ts';
import { signatureOf } from '../../signing/queries.ts';
import { amendmentById, amendmentsOfMission, lastRank } from '../db/amendments.store.ts';
import { requestsOfMission } from '../db/change-requests.store.ts';
import type { Amendment, AmendmentId } from '../domain/amendment.ts';
import { referencesOf } from '../domain/consolidate.ts';
import { changesInWords } from '../documents/changes-in-words.ts';
import { contractClauses } from './contract-clauses.ts';
import { readContractLife } from './contract-life.ts';
import { proposalOf } from './proposal.ts';

type Reader = Extract<Actor, { kind: 'member' | 'client' }>;
type Deps = { db: Database; files: Files };

const missionSeenBy = async (tx: Tx, actor: Reader, id: MissionId): Promise<Mission | null> => {
  const mission = await missionById(tx, id);
  return mission && (actor.kind === 'member' || mission.clientId === actor.clientId) ? mission : null;
};
/** A draft is its author's: the client learns of an amendment when it is sent. */
const shownTo = (actor: Reader, { status }: Amendment) => actor.kind === 'member' || status !== 'draft';

/** The life of a mission's contract: its versions in time, its amendments, and what was asked beyond it. */
export const contractLifeOf =
  ({ db }: Deps) =>
  (actor: Reader, missionId: MissionId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionSeenBy(tx, actor, missionId);
      if (!mission) return null;
      const versions = await termsVersions(tx, missionId);
      const current = versionInForce(versions, tx.now) ?? versions[0]!;
      const amendments = (await amendmentsOfMission(tx, missionId)).filter((one) => shownTo(actor, one));
      return {
        now: tx.now,
        mission: { id: mission.id, name: mission.name, status: mission.status },
        contractNumber: current.content.number,
        changesArticle: current.content.articles['changes'] ?? null,
        replyWorkingDays: current.content.terms.changes.replyWorkingDays,
        versions: versions.map(({ version, effectiveAt, sha256, content }) => ({
          version,
          effectiveAt,
          sha256,
          inForce: version === current.version,
          amendmentId: content.amendments?.at(-1)?.id ?? null,
          rank: content.amendments?.at(-1)?.rank ?? null,
        })),
        amendments: amendments.map(lineOf),
        requests: await requestsOfMission(tx, missionId),
      };
    });

const lineOf = (amendment: Amendment) => ({
  id: amendment.id,
  status: amendment.status,
  subject: amendment.subject,
  number: amendment.frozen?.number ?? null,
  rank: amendment.frozen?.rank ?? null,
  origin: amendment.origin.kind,
  createdAt: amendment.createdAt,
  sentAt: amendment.frozen?.sentAt ?? null,
  validUntil: amendment.frozen?.content.validUntil ?? amendment.validUntil,
  effectiveAt: amendment.frozen?.content.effectiveAt ?? amendment.effectiveAt,
  rulesFrom: amendment.frozen?.rulesFrom ?? null,
  closedReason: amendment.frozen?.closedReason ?? null,
  differenceCents: amendment.frozen
    ? amendment.frozen.content.price.after.netCents - amendment.frozen.content.price.before.netCents
    : null,
  changes: amendment.frozen ? changesInWords(amendment.frozen.content) : [],
  documentReady: Boolean(amendment.frozen?.documentId),
  consolidatedReady: Boolean(amendment.frozen?.consolidatedId),
  signatureRequestId: amendment.frozen?.signatureRequestId ?? null,
});

/** One amendment: while a draft, what would change if it were sent now and all that keeps it; once sent, what was frozen. */
export const amendmentDetail =
  ({ db }: Deps) =>
  (actor: Reader, id: AmendmentId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const amendment = await amendmentById(tx, id);
      const mission = amendment && (await missionSeenBy(tx, actor, amendment.missionId));
      if (!amendment || !mission || !shownTo(actor, amendment)) return null;
      const signature = amendment.frozen ? await signatureOf(tx, { type: 'amendment', id }) : null;
      const about = {
        ...lineOf(amendment),
        now: tx.now,
        mission: { id: mission.id, name: mission.name, status: mission.status },
        reason: amendment.reason,
        revision: amendment.revision,
        computation: [...amendment.origin.computation],
        signatureState: signature?.state ?? null,
        vatRegime: 'real' as 'real' | 'franchise',
      };
      if (amendment.frozen) {
        const { content, contentSha256 } = amendment.frozen;
        return {
          ...about,
          vatRegime: content.terms.price.vat.regime,
          contractNumber: content.amends.number,
          draft: null,
          asked: [],
          clauses: null,
          findings: [],
          articles: content.articles,
          references: content.references,
          price: content.price,
          contentSha256,
        };
      }
      const life = await readContractLife(tx, amendment);
      const proposal = proposalOf(life, amendment, tx.now, (await lastRank(tx, mission.id)) + 1);
      const { checked, before, amended } = proposal;
      const price = { before: quoteTotals(before.terms.price), after: quoteTotals((amended?.state.terms ?? before.terms).price) };
      return {
        ...about,
        vatRegime: before.terms.price.vat.regime,
        contractNumber: life.base.number,
        draft: amendment.draft as Record<string, unknown>,
        asked: [...proposal.asked],
        clauses: contractClauses(life, proposal, amendment.clauses),
        findings: checked.findings,
        changes: amended
          ? changesInWords({
              termsBefore: before.terms,
              terms: amended.state.terms,
              wordedAt: { ...before.articles, ...amended.state.articles },
            })
          : [],
        articles: amended?.changes ?? [],
        references: referencesOf(amended?.state.parts ?? before.parts),
        price,
        differenceCents: price.after.netCents - price.before.netCents,
        contentSha256: null,
      };
    });

/** The amendment, signed once it is, or the consolidated version. */
export const amendmentFile =
  ({ db, files }: Deps) =>
  (actor: Reader, id: AmendmentId, which: 'amendment' | 'consolidated') =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const amendment = await amendmentById(tx, id);
      if (!amendment || !(await missionSeenBy(tx, actor, amendment.missionId)) || !shownTo(actor, amendment))
        return refuse('unknown_amendment');
      const { frozen } = amendment;
      const signed = frozen && which === 'amendment' ? (await signatureOf(tx, { type: 'amendment', id }))?.finalDocumentId : null;
      const documentId = which === 'consolidated' ? frozen?.consolidatedId : (signed ?? frozen?.documentId);
      const document = documentId ? await findDocument(tx, documentId) : null;
      return document ? { ok: true as const, ...(await files.read(tx, document.fileId)) } : refuse('document_not_ready');
    });
