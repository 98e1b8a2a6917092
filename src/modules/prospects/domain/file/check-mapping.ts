import { refuse } from '../../../../shared/decision.ts';
import type { ColumnMapping } from './fields.ts';

/** A mapping serves only if a number to dial comes out of it, and no field comes from two columns. */
export const checkMapping = (mapping: ColumnMapping, columns: number) => {
  if (mapping.length !== columns) return refuse('mapping_wrong_width', { columns, given: mapping.length });
  const used = mapping.filter((field) => field !== null);
  const twice = used.find((field, index) => used.indexOf(field) !== index);
  if (twice) return refuse('mapping_field_twice', { field: twice });
  if (!used.includes('phone') && !used.includes('mobile')) return refuse('mapping_without_phone');
  return { ok: true as const };
};
