import { record, refuse } from '../../../shared/decision.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { VoidedSignature } from '../../signing/index.ts';
import type { FrameworkFinding } from './check-framework.ts';
import { type Framework, type FrameworkRevised, may } from './framework.ts';

type Revision = {
  /** Hash of the new content. */
  contentSha256: string;
  /** What the negotiation agreed, by its own ids. */
  changes: readonly string[];
  validUntil: CivilDate;
  voids: readonly VoidedSignature[];
};

/**
 * The same framework, changed as agreed, under the same number. Until both have signed nobody is bound by all of it, so even a first
 * signature is voided, openly; once signed by both it takes an amendment.
 */
export const reviseFramework = (
  framework: Framework,
  { contentSha256, changes, validUntil, voids }: Revision,
  { findings }: { findings: readonly FrameworkFinding[] },
) => {
  if (!framework.frozen) return refuse('not_sent_yet');
  const { number, revision, contentSha256: replacesSha256, documentId } = framework.frozen;
  if (!may('revise', framework.status)) return refuse('already_answered', { number, status: framework.status });
  if (!documentId) return refuse('document_not_ready');
  if (changes.length === 0 || contentSha256 === replacesSha256) return refuse('nothing_to_revise');
  if (findings.length > 0) return refuse('revision_incomplete', { findings });
  return record<FrameworkRevised>({
    type: 'FrameworkRevised',
    frameworkId: framework.id,
    number,
    revision: revision + 1,
    contentSha256,
    replacesSha256,
    validUntil,
    changes,
    voids,
  });
};
