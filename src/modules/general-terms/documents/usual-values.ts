import type { Article, DocumentPart } from '../../clauses/index.ts';
import { type DraftTerms, labelOf, type SharedTerms, type TermPath, termUnits, unitOf } from '../../contracts/index.ts';
import { unitWords } from './unit-words.ts';

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The values of an edition, as its last article: what the clauses call « à défaut » is written there, condition by condition. */
export const withUsualValues = (
  parts: readonly DocumentPart[],
  articles: Readonly<Record<TermPath, string>>,
  defaults: DraftTerms | SharedTerms,
): { parts: readonly DocumentPart[]; articles: Record<TermPath, string> } => {
  const said = termUnits.flatMap((path) => {
    const value = unitOf(defaults as DraftTerms, path);
    return value === undefined ? [] : [{ path, words: unitWords(path, value) }];
  });
  const last = parts.at(-1);
  if (!last || said.length === 0) return { parts, articles: { ...articles } };
  const number = `CG${last.articles.length + 1}`;
  const article: Article = {
    id: 'cgv-valeurs',
    number,
    title: 'Valeurs de cette édition',
    blocks: [
      {
        kind: 'paragraph',
        prose: [
          {
            kind: 'text',
            text: 'À défaut d’une autre valeur dans le document signé, les suivantes s’appliquent. Elles l’emportent sur celles que les articles précédents énoncent à défaut.',
          },
        ],
      },
      ...said.map(({ path, words }): Article['blocks'][number] => ({
        kind: 'definition',
        term: labelWords(path),
        prose: [{ kind: 'text', text: `${words}.` }],
      })),
    ],
  };
  return {
    parts: [...parts.slice(0, -1), { ...last, articles: [...last.articles, article] }],
    articles: { ...articles, ...Object.fromEntries(said.map(({ path }) => [path, number])) },
  };
};

const own: Readonly<Record<TermPath, string>> = {
  'termination.providerNoticeDays': 'Préavis du Prestataire',
  'termination.clientNoticeDays': 'Préavis du Client',
  'termination.consequence': 'Conséquences de la fin anticipée',
  'data.enrichedFileOwner': 'Fichier enrichi',
  'data.scriptsOwner': 'Scripts',
  'data.recordingsOwner': 'Enregistrements',
  'liability.capCents': 'Plafond de responsabilité',
  'liability.insurance': 'Assurance',
  'payment.receivableCapCents': 'Plafond de créances',
  'payment.depositDue': 'Acompte',
  'payment.earlyPaymentDiscount': 'Escompte',
};

/** A condition named apart from its neighbours: « Préavis du Client », where a document only says « la résiliation ». */
export const labelWords = (path: TermPath): string =>
  own[path] ?? capitalized(labelOf(path).fr.replace(/^(les |le |la |l’)/u, ''));
