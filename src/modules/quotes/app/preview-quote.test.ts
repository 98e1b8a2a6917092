import { describe, expect, it } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { selectionOf } from '../../clauses/index.ts';
import { builtInCatalog, composeDocument, previewDocument } from '../../clauses/queries.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { defaultDraft } from '../domain/default-draft.ts';
import { legibleDraft } from '../domain/legible-draft.ts';

const catalog = builtInCatalog();
const model = selectionOf('devis-prospection', builtInCatalog().model('devis-prospection')!.version);
const parties = { provider: { name: 'Fil & Voix' }, client: { name: 'Œuvre & Fils' }, number: 'en cours' };
const preview = (draft: DraftTerms) => previewDocument(catalog, model, { ...parties, terms: legibleDraft(draft) });

describe('the preview of a draft', () => {
  it('reads word for word like the contract once the draft is complete', () => {
    const { parts, articles } = preview(canonicalDraft);
    const contract = composeDocument(catalog, model, { ...parties, terms: canonicalDraft });
    expect(articles).toEqual(contract.articles);
    expect(parts.map((part) => part.articles)).toEqual(contract.parts.map((part) => part.articles));
  });

  it('of a new quote words every article, with « à renseigner » where a term is missing', () => {
    const { parts } = preview(defaultDraft({ today: '2026-03-02' as CivilDate, vatRegime: 'real' }));
    const text = JSON.stringify(parts);
    expect(text).not.toContain('une condition manque encore');
    expect(text).not.toMatch(/NaN|undefined|null €/);
    expect(text).toContain('à renseigner');
  });

  it('of an empty draft still shows where each article will stand', () => {
    expect(preview({}).parts.flatMap((part) => part.articles).length).toBeGreaterThan(10);
    expect(preview({}).articles['payment.delay']).toBeDefined();
  });
});
