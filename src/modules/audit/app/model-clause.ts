import type { Database } from '../../../platform/db/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { selectionOfForm } from '../../clauses/index.ts';
import { catalogOf, previewDocument } from '../../clauses/queries.ts';
import { sensibleTerms } from './sensible-terms.ts';
import { sectionsOfParts } from './prose-text.ts';
import type { Member } from './run-audit.ts';

/** A model clause in words that can be pasted in any contract: worded with the usual values, its articles numbered within itself. */
export const modelClause =
  ({ db }: { db: Database }) =>
  (actor: Member, clauseId: string) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const catalog = await catalogOf(tx);
      const clause = catalog.clause(clauseId);
      if (!clause) return refuse('unknown_subject');
      const today = civilDateOf(tx.now);
      const model = selectionOfForm(catalog, 'devis');
      const variables = {
        terms: sensibleTerms(today),
        number: '…',
        document: { form: 'devis', title: 'Mission', issuedOn: today, validUntil: today },
        provider: { name: 'le Prestataire' },
        client: { name: 'le Client' },
      };
      const partId = catalog.model(model.model.id, model.model.version)?.parts[0]?.id ?? 'contrat';
      const composed = previewDocument(catalog, model, variables);
      const within = composed.parts.flatMap((part) => part.articles).find((article) => article.id === clauseId);
      const article =
        within ??
        previewDocument(catalog, { ...model, added: [...model.added, { clauseId, partId }] }, variables)
          .parts.flatMap((part) => part.articles)
          .find((one) => one.id === clauseId);
      if (!article) return refuse('unknown_subject');
      const sections = sectionsOfParts([
        { id: 'clause', kind: 'body', title: clause.title, versionLine: null, articles: [article] },
      ]);
      const text = sections
        .flatMap(({ heading, paragraphs }) => [heading?.trim() ?? '', ...paragraphs.map((paragraph) => paragraph.text), ''])
        .join('\n')
        .trim();
      return {
        ok: true as const,
        id: clauseId,
        title: clause.title,
        summary: clause.summary,
        text,
        sources: [...clause.sources],
      };
    });
