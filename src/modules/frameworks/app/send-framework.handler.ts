import type { Database, Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { allocateNumber } from '../../../platform/numbering/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import type { FrameworkId } from '../../../shared/ids.ts';
import { civilDateOf, yearOf } from '../../../shared/time.ts';
import { chooseClauses } from '../../clauses/index.ts';
import { catalogOf } from '../../clauses/queries.ts';
import { agreementForms, departures } from '../../contracts/index.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import { currentGeneralTerms, fileEdition } from '../../general-terms/queries.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { openSignatureRequest, signatoriesToAsk } from '../../signing/queries.ts';
import { lockFramework, updateFramework } from '../db/frameworks.store.ts';
import { derogationsOf, generalLayer } from '../documents/derogation-words.ts';
import { checkFramework, termsOf } from '../domain/check-framework.ts';
import { type Framework, type FrameworkSent, may } from '../domain/framework.ts';
import { freezeFramework, frameworkVariables, selectionFor } from './freeze-framework.ts';
import { renderFramework } from './render-framework.job.ts';
import { signatureAsked } from './signature-asked.ts';

type Member = Extract<Actor, { kind: 'member' }>;

/** Sends a complete framework: numbered, frozen under a hash, rendered by the worker, asked to be signed by both. */
export const sendFrameworkHandler =
  ({ db }: { db: Database }) =>
  (actor: Member, { frameworkId }: { frameworkId: FrameworkId }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const framework = await lockFramework(tx, frameworkId);
      if (!framework) return refuse('unknown_framework');
      if (!may('send', framework.status)) return refuse('already_sent', { number: framework.frozen?.number });
      const findings = await findingsOf(tx, framework);
      if (findings.length > 0) return refuse('framework_incomplete', { findings });
      const { identity: provider, isDemo } = await organisation(tx);
      const { identity: client } = (await clientById(tx, framework.clientId))!;
      const others = await signatoriesToAsk(tx, { type: 'framework', id: frameworkId }, [client.signatory, provider]);
      if (!others.ok) return others;
      const today = civilDateOf(tx.now);
      const catalog = await catalogOf(tx, { clientId: framework.clientId });
      const edition = await currentGeneralTerms(tx);

      const { number } = await allocateNumber(tx, { series: agreementForms['contrat-cadre'].series, year: yearOf(today) });
      const own = { kind: 'framework', label: number, terms: framework.draft.shared } as const;
      const content = freezeFramework(
        framework,
        { number, issuedOn: today, validUntil: framework.validUntil! },
        { provider, client, isDemo },
        catalog,
        {
          ...(edition && {
            generalTerms: { edition: edition.edition, publishedOn: edition.publishedOn, sha256: edition.file.sha256 },
            generalArticles: edition.content.articles,
            derogations: derogationsOf(departures(own, [generalLayer(edition)])),
          }),
          signatories: others.people,
        },
      );
      const { json, sha256 } = canonicalContent(content);
      const fact: FrameworkSent = {
        type: 'FrameworkSent',
        frameworkId,
        number,
        contentSha256: sha256,
        validUntil: content.validUntil,
      };
      await recordFacts(tx, { dossierId: framework.dossierId, stream: { type: 'framework', id: frameworkId }, facts: [fact] });
      if (edition) await fileEdition(tx, framework.dossierId, edition);
      const signature_request_id = await openSignatureRequest(tx, signatureAsked(framework, content, sha256, catalog));
      await updateFramework(tx, frameworkId, {
        status: 'sent',
        number,
        content: json,
        content_sha256: sha256,
        sent_at: tx.now,
        signature_request_id,
      });
      await enqueue(tx, renderFramework, { frameworkId }, { singletonKey: `render:${frameworkId}` });
      return { ...record(fact), number, signatureRequestId: signature_request_id };
    });

/** What keeps a framework from being sent: its conditions, then clauses that cannot stand together. */
export const findingsOf = async (tx: Tx, framework: Framework) => {
  const findings = checkFramework(framework.draft, { today: civilDateOf(tx.now), validUntil: framework.validUntil });
  const parsed = termsOf(framework.draft);
  if (!parsed.success) return findings;
  const catalog = await catalogOf(tx, { clientId: framework.clientId });
  const { identity: provider } = await organisation(tx);
  const { identity: client } = (await clientById(tx, framework.clientId))!;
  const said = { title: framework.title, number: '', issuedOn: null, validUntil: null, provider, client, ...parsed.data };
  const { problems } = chooseClauses(catalog, selectionFor(framework, catalog), frameworkVariables(said));
  return [...findings, ...problems.map(({ rule, fr, en }) => ({ rule: `clause_${rule}`, path: 'selection', fr, en }))];
};
