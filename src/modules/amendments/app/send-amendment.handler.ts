import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Database } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { allocateNumber } from '../../../platform/numbering/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import { civilDateOf, yearOf } from '../../../shared/time.ts';
import { agreementForms } from '../../contracts/index.ts';
import { missionById } from '../../missions/queries.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { openSignatureRequest, signatoriesToAsk } from '../../signing/queries.ts';
import { lastRank, lockAmendment, lockTermsOf, updateAmendment } from '../db/amendments.store.ts';
import type { AmendmentContent } from '../domain/amendment-content.ts';
import { type AmendmentId, type AmendmentSent, may } from '../domain/amendment.ts';
import { readContractLife } from './contract-life.ts';
import { freezeAmendment, signedOn } from './freeze-amendment.ts';
import { renderAmendment } from './jobs.ts';
import { signatureAsked } from './signature-asked.ts';

type Member = Extract<Actor, { kind: 'member' }>;

/** The text that is hashed, attached to the PDF and signed: canonical JSON, RFC 8785. */
export const canonicalAmendment = (content: AmendmentContent): { json: string; sha256: string } => {
  const json = canonicalize(content)!;
  return { json, sha256: createHash('sha256').update(json).digest('hex') };
};

/** Sends a complete draft: it takes its number and its rank, its content is frozen under a hash, and both are asked to sign. */
export const sendAmendmentHandler =
  ({ db }: { db: Database }) =>
  (actor: Member, { amendmentId }: { amendmentId: AmendmentId }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const amendment = await lockAmendment(tx, amendmentId);
      if (!amendment) return refuse('unknown_amendment');
      if (!may('send', amendment.status)) return refuse('amendment_sent_already', { number: amendment.frozen?.number });
      const { missionId } = amendment;
      const mission = (await missionById(tx, missionId))!;
      if (mission.status === 'closed') return refuse('mission_closed');
      await lockTermsOf(tx, missionId);
      const { identity: provider, isDemo } = await organisation(tx);
      const { identity: client } = (await clientById(tx, amendment.clientId))!;
      const others = await signatoriesToAsk(tx, { type: 'amendment', id: amendmentId }, [client.signatory, provider]);
      if (!others.ok) return others;
      const rank = (await lastRank(tx, missionId)) + 1;
      const issuedOn = civilDateOf(tx.now);
      const frozen = freezeAmendment(
        await readContractLife(tx, amendment),
        amendment,
        { provider, client, isDemo, signatories: others.people },
        { rank, issuedOn, now: tx.now, signedOn: signedOn(mission.openedAt) },
      );
      if (!frozen.ok) return frozen;

      const { number } = await allocateNumber(tx, { series: agreementForms.avenant.series, year: yearOf(issuedOn) });
      const content = frozen.facts[0]!(number);
      const { json, sha256 } = canonicalAmendment(content);
      const fact: AmendmentSent = {
        type: 'AmendmentSent',
        amendmentId,
        missionId,
        number,
        rank,
        contentSha256: sha256,
        effectiveAt: content.effectiveAt,
        validUntil: content.validUntil,
        differenceCents: content.price.after.netCents - content.price.before.netCents,
      };
      await recordFacts(tx, { dossierId: amendment.dossierId, stream: { type: 'amendment', id: amendmentId }, facts: [fact] });
      const signatureRequestId = await openSignatureRequest(tx, signatureAsked(amendment, content, sha256));
      await updateAmendment(tx, amendmentId, {
        status: 'sent',
        number,
        rank,
        content: json,
        content_sha256: sha256,
        sent_at: tx.now,
        signature_request_id: signatureRequestId,
      });
      await enqueue(tx, renderAmendment, { amendmentId }, { singletonKey: `render:${amendmentId}` });
      return { ...record(fact), number, signatureRequestId };
    });
