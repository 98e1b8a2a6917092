import type { Tx } from '../../../platform/db/index.ts';
import type { FrameworkId } from '../../../shared/ids.ts';
import { civilDateOf, type CivilDate } from '../../../shared/time.ts';
import type { ClauseCatalog } from '../../clauses/index.ts';
import { catalogOf } from '../../clauses/queries.ts';
import {
  byPrecedence,
  type ContractContent,
  departures,
  type FrameworkContent,
  wordsOfFramework,
} from '../../contracts/index.ts';
import { type Framework, frameworkLayer } from '../../frameworks/index.ts';
import { derogationsOf, frameworkById, generalLayer } from '../../frameworks/queries.ts';
import type { GeneralTermsEdition } from '../../general-terms/index.ts';
import { currentGeneralTerms } from '../../general-terms/queries.ts';
import type { QuoteFinding } from '../domain/check-quote.ts';
import { orderFaults } from '../domain/order-faults.ts';
import { trialFaults } from '../domain/trial-draft.ts';
import type { Quote } from '../domain/quote.ts';

/** What stands beside an offer: the framework it falls under, the general terms it annexes, and where it departs from them. */
export type QuoteAround = {
  framework: Framework | null;
  edition: GeneralTermsEdition | null;
  derogations: NonNullable<ContractContent['derogations']>;
  findings: readonly QuoteFinding[];
  /** What the framework words for a purchase order, which then does not restate it; null for any other form. */
  said: Pick<NonNullable<ContractContent['framework']>, 'words' | 'holds' | 'generalTerms'> | null;
};

export const aroundQuote = async (
  tx: Tx,
  quote: Pick<Quote, 'clientId' | 'draft' | 'form' | 'frameworkId' | 'isTrial'>,
  /** The edition that a sent offer annexed; the current one for a draft. */
  annexed?: GeneralTermsEdition | null,
): Promise<QuoteAround> => {
  const framework = quote.frameworkId ? ((await frameworkById(tx, quote.frameworkId)) ?? null) : null;
  const edition = annexed === undefined ? await currentGeneralTerms(tx) : annexed;
  const signed = framework?.frozen?.content;
  const below = byPrecedence([...(signed ? [frameworkLayer(signed)] : []), ...(edition ? [generalLayer(edition)] : [])]);
  const found = departures({ kind: 'order', label: 'commande', terms: quote.draft }, below);
  return {
    framework,
    edition,
    derogations: derogationsOf(found),
    said: signed && quote.form === 'bon-de-commande' ? saidBy(signed, await catalogOf(tx, { clientId: quote.clientId })) : null,
    findings: [...orderFaults(quote, framework, found, { today: civilDateOf(tx.now) }), ...trialFaults(quote)],
  };
};

/** A clause negotiated for the framework may no longer print what the library's does: the order says it again. */
const saidBy = ({ shared, articles, clauses, generalTerms }: FrameworkContent, catalog: ClauseCatalog) => {
  const own = clauses.filter(({ source }) => source === undefined);
  const reads = own.flatMap(({ id, version }) => catalog.clause(id, version)?.reads ?? []);
  return {
    words: wordsOfFramework(shared, articles, reads),
    holds: own.map(({ id }) => id),
    ...(generalTerms ? { generalTerms: generalTerms.sha256 } : {}),
  };
};

type Cited = Pick<ContractContent, 'framework' | 'generalTerms' | 'derogations'> & {
  generalArticles?: GeneralTermsEdition['content']['articles'];
};

/** The same, as the sent document cites it. */
export const citedBy = ({ framework, edition, derogations, said }: QuoteAround): Cited => ({
  ...(framework?.frozen
    ? {
        framework: {
          frameworkId: framework.id as FrameworkId,
          number: framework.frozen.number,
          termsSha256: framework.frozen.contentSha256,
          prevails: framework.frozen.content.frame.prevails,
          ...(framework.frozen.signedAt ? { signedOn: civilDateOf(framework.frozen.signedAt) as CivilDate } : {}),
          ...(said ?? {}),
        },
      }
    : {}),
  ...(edition
    ? {
        generalTerms: { edition: edition.edition, publishedOn: edition.publishedOn, sha256: edition.file.sha256 },
        generalArticles: edition.content.articles,
      }
    : {}),
  ...(derogations.length ? { derogations } : {}),
});
