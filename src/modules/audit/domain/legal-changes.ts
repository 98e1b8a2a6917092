import type { CivilDate } from '../../../shared/time.ts';
import type { Words } from './finding.ts';

/**
 * Texts that moved, with the day they did: a contract that cites the old one, or was written before, is read again.
 * Dated configuration: a new line is a new day in the life of the law (docs/legal-sources.md).
 */
export type LegalChange = {
  since: CivilDate;
  /** How the old text is cited, folded (small letters, no accents). */
  cited: RegExp;
  /** Absent: citing it is enough. Present: only a document dated before `since` is concerned. */
  onlyBefore?: boolean;
  was: string;
  now: string;
  detail: Words;
};

const change = (since: string, cited: RegExp, was: string, now: string, onlyBefore = false): LegalChange => ({
  since: since as CivilDate,
  cited,
  was,
  now,
  ...(onlyBefore ? { onlyBefore } : {}),
  detail: {
    fr: `${was} : remplacé depuis le ${since.split('-').reverse().join('/')} par ${now}.`,
    en: `${was}: replaced since ${since} by ${now}.`,
  },
});

export const legalChanges: readonly LegalChange[] = [
  change('2016-10-01', /\b(article|art\.?) ?1134\b/, 'Code civil, art. 1134', 'les art. 1103, 1104 et 1193'),
  change('2016-10-01', /\b(article|art\.?) ?1147\b/, 'Code civil, art. 1147', 'l’art. 1231-1'),
  change('2016-10-01', /\b(article|art\.?) ?1152\b/, 'Code civil, art. 1152', 'l’art. 1231-5'),
  change('2016-10-01', /\b(article|art\.?) ?1184\b/, 'Code civil, art. 1184', 'les art. 1217 et 1224 à 1230'),
  change('2016-10-01', /\b(article|art\.?) ?1382\b/, 'Code civil, art. 1382', 'l’art. 1240'),
  change(
    '2018-05-25',
    /\b(95\/46|ns[ -]?48|ns[ -]?57|normes? simplifiees?|correspondant informatique et libertes)\b/,
    'Formalités d’avant le RGPD',
    'le règlement (UE) 2016/679',
  ),
  change('2019-04-26', /\bl\.? ?441-6\b/, 'Code de commerce, art. L441-6', 'l’art. L441-10'),
  change('2019-04-26', /\bl\.? ?442-6\b/, 'Code de commerce, art. L442-6', 'l’art. L442-1'),
  change(
    '2016-07-01',
    /\bl\.? ?121-(16|20|34)\b/,
    'Code de la consommation, art. L121-16 et suivants',
    'les art. L221-1 et L223-1',
  ),
  change(
    '2026-08-11',
    /\bbloctel\b/,
    'Bloctel (opposition au démarchage)',
    'le consentement préalable du consommateur, art. L223-1 du Code de la consommation',
  ),
  change(
    '2026-08-11',
    /\bl\.? ?223-1\b/,
    'Code de la consommation, art. L223-1, dans sa rédaction antérieure',
    'sa rédaction issue de la loi du 30 juin 2025 (consentement préalable)',
    true,
  ),
];
