import { articleOf, type ContractContent, type Departure, type DraftTerms, type TermsLayer } from '../../contracts/index.ts';
import { editionName, type GeneralTermsEdition } from '../../general-terms/index.ts';
import { labelWords, unitWords } from '../../general-terms/queries.ts';

const nbsp = '\u00a0';

/** The general terms in force as one of the documents that speak. */
export const generalLayer = (edition: GeneralTermsEdition): TermsLayer => ({
  kind: 'general_terms',
  label: editionName(edition),
  terms: edition.content.defaults as DraftTerms,
  articles: edition.content.articles,
});

type Derogation = NonNullable<ContractContent['derogations']>[number];

/** Each departure as it is frozen in the document: what holds, what it sets aside, and where that was said. */
export const derogationsOf = (found: readonly Departure[]): Derogation[] =>
  found.map(({ path, from, general, agreed }) => {
    const article = from.articles && articleOf(from.articles, path);
    return {
      path,
      from: article ? `${from.label}, article ${article}` : from.label,
      generalWords: general === undefined ? 'aucun prix à la grille' : unitWords(path, general),
      agreedWords: unitWords(path, agreed),
    };
  });

/** « Article 8.1, délai de règlement : 45 jours fin de mois au lieu de 30 jours fin de mois (contrat-cadre n° CC-2026-0001, article 6.1). » */
export const derogationSentence = (
  { path, from, generalWords, agreedWords }: Derogation,
  content: Pick<ContractContent, 'articles'> & { terms?: { price: { lines: readonly { id: string; label: string }[] } } },
): string => {
  const article = articleOf(content.articles, path);
  const line = content.terms?.price.lines.find(({ id }) => path === `price.lines.${id}`);
  const name = line ? `«${nbsp}${line.label}${nbsp}»` : labelWords(path);
  const where = article ? `Article ${article}, ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
  return `${where}${nbsp}: ${agreedWords}, au lieu de ${generalWords} (${from}).`;
};
