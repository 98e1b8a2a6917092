import { type DraftTerms, type FrameworkContent, resolveTerms, type TermsLayer } from '../../contracts/index.ts';
import { frenchDate } from '../../../shared/french.ts';

/** A signed framework as one of the documents that speak about an order. */
export const frameworkLayer = (content: FrameworkContent): TermsLayer => ({
  kind: 'framework',
  label: `contrat-cadre n°\u00a0${content.number}`,
  terms: content.shared as DraftTerms,
  articles: content.articles,
  priceGrid: content.frame.priceGrid,
});

/** What an order starts from: the framework's conditions wherever it speaks, the usual ones elsewhere, and its price grid. */
export const orderStart = (usual: DraftTerms, content: FrameworkContent): DraftTerms => {
  const { terms } = resolveTerms([frameworkLayer(content), { kind: 'order', label: 'usual', terms: usual }]);
  return {
    ...terms,
    scope: {
      ...terms.scope,
      context:
        terms.scope?.context ??
        `Commande passée au titre du contrat-cadre n° ${content.number} du ${frenchDate(content.issuedOn)}.`,
    },
    price: {
      ...terms.price,
      lines: content.frame.priceGrid.map((line) => ({ ...line, ...(line.kind === 'forfait' ? { quantity: 1 } : {}) })),
      model:
        new Set(content.frame.priceGrid.map(({ kind }) => kind)).size > 1
          ? 'mixed'
          : (content.frame.priceGrid[0]!.kind as 'forfait'),
    },
  };
};
