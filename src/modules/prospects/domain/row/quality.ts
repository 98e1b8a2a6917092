import { type BasisPoints, basisPoints } from '../../../../shared/money.ts';

/** What an import counted, row by row. `read` is always `accepted + rejected + duplicates + suppressed`. */
export type ImportCounts = {
  read: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  suppressed: number;
  /** Among the accepted: rows where something was put right, rows with a doubt. */
  corrected: number;
  warned: number;
  /** Among the accepted: how many of the six useful fields are filled, all rows together. */
  filledFields: number;
  withSiret: number;
  blank: number;
};

export const noRows: ImportCounts = {
  read: 0,
  accepted: 0,
  rejected: 0,
  duplicates: 0,
  suppressed: 0,
  corrected: 0,
  warned: 0,
  filledFields: 0,
  withSiret: 0,
  blank: 0,
};

/** What a caller needs to speak to the right person, each filled field counting for one. */
export const USEFUL_FIELDS = ['company', 'siret', 'lastName', 'jobTitle', 'postalCode', 'email'] as const;

export type QualityPart = {
  name: 'validity' | 'uniqueness' | 'completeness' | 'exactness';
  numerator: number;
  denominator: number;
  rate: BasisPoints | null;
  weight: number;
};
export type FileQuality = { score: number | null; parts: QualityPart[] };

/**
 * A file's score out of 100: callable rows (50), rows given once (20), useful fields filled (20), rows taken as they stood (10).
 * Each part shows its numerator and denominator; a part without a denominator is left out and the others keep their proportions.
 */
export const fileQualityOf = (counts: ImportCounts): FileQuality => {
  const usable = counts.read - counts.rejected;
  const parts: QualityPart[] = [
    part('validity', usable, counts.read, 50),
    part('uniqueness', usable - counts.duplicates, usable, 20),
    part('completeness', counts.filledFields, counts.accepted * USEFUL_FIELDS.length, 20),
    part('exactness', counts.accepted - counts.corrected, counts.accepted, 10),
  ];
  const known = parts.filter((p) => p.rate !== null);
  const weights = known.reduce((sum, p) => sum + p.weight, 0);
  const score = weights === 0 ? null : Math.round(known.reduce((sum, p) => sum + (p.rate! / 100) * p.weight, 0) / weights);
  return { score, parts };
};

const part = (name: QualityPart['name'], numerator: number, denominator: number, weight: number): QualityPart => ({
  name,
  numerator,
  denominator,
  rate: denominator === 0 ? null : basisPoints(Math.round((numerator * 10_000) / denominator)),
  weight,
});
