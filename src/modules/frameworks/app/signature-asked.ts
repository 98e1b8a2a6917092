import { clockTime, momentOf } from '../../../shared/time.ts';
import type { ClauseCatalog } from '../../clauses/index.ts';
import { composeFrozen } from '../../clauses/queries.ts';
import { type FrameworkContent, printedNumber } from '../../contracts/index.ts';
import type { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';
import { clausesToInitial, peopleAsked } from '../../signing/index.ts';
import type { NewSignatureRequest } from '../../signing/queries.ts';
import { frameworkSummary } from '../documents/framework-summary.ts';
import type { Framework } from '../domain/framework.ts';
import { frozenFrameworkVariables } from './freeze-framework.ts';

/** Who is asked to sign a framework, until its last day, the last minute in Paris. */
export const signatureAsked = (
  framework: Pick<Framework, 'id' | 'dossierId'>,
  content: FrameworkContent,
  contentSha256: string,
  catalog: ClauseCatalog,
): NewSignatureRequest => {
  const provider = content.provider as ProviderIdentity;
  const client = content.client as ClientIdentity;
  return {
    dossierId: framework.dossierId,
    subject: { type: 'framework', id: framework.id },
    number: content.number,
    title: `Contrat-cadre n°\u00a0${printedNumber(content)}`,
    demo: content.isDemo,
    contentSha256,
    document: null,
    cgvVersion: content.generalTerms ? String(content.generalTerms.edition) : null,
    summary: frameworkSummary(content).map(({ label, prose }) => ({
      label,
      value: prose.map((inline) => ('text' in inline ? inline.text : '')).join(''),
    })),
    initials: clausesToInitial(composeFrozen(catalog, content, frozenFrameworkVariables(content)).parts),
    expiresAt: momentOf(content.validUntil, clockTime('23:59')),
    ...peopleAsked({ provider, client, signatories: content.signatories }),
  };
};
