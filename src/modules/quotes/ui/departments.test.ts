import { expect, it } from 'vitest';
import { departmentsIn } from './departments.ts';

it('départements are read as people write them, Corsica and overseas included', () => {
  expect(departmentsIn('75, 2a;1 974')).toEqual({ known: ['75', '2A', '01', '974'], unknown: [] });
});
it('what is no département is given back to be corrected', () => {
  expect(departmentsIn('20 96 Paris')).toEqual({ known: [], unknown: ['20', '96', 'PARIS'] });
});
