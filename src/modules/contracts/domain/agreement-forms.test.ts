import { expect, test } from 'vitest';
import { agreementForms, agreementName } from './agreement-forms.ts';

test.each([
  ['DEV-2026-0001', 'Devis DEV-2026-0001'],
  ['CT-2026-0001', 'Contrat de prestation CT-2026-0001'],
  ['LM-2026-0001', 'Lettre de mission LM-2026-0001'],
  ['BC-2026-0001', 'Bon de commande BC-2026-0001'],
  ['CC-2026-0001', 'Contrat-cadre CC-2026-0001'],
  ['AVT-2026-0001', 'Avenant AVT-2026-0001'],
])('%s is called by its form', (number, name) => expect(agreementName(number)).toBe(name));

test('no two forms share a series of numbers', () => {
  const series = Object.values(agreementForms).map((form) => form.series);
  expect(new Set(series).size).toBe(series.length);
});
