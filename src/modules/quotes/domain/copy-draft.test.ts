import { expect, it } from 'vitest';
import type { CivilDate } from '../../../shared/time.ts';
import { copiedDraft } from './copy-draft.ts';

const now = { today: '2026-06-01' as CivilDate, vatRegime: 'real' as const };

it('a mission already begun moves ahead and keeps its length', () => {
  expect(copiedDraft({ period: { startsOn: '2026-03-09', endsOn: '2026-04-03' } }, now).period).toEqual({
    startsOn: '2026-06-15',
    endsOn: '2026-07-10',
  });
});
it('a mission to come keeps its dates', () => {
  const period = { startsOn: '2026-07-01', endsOn: '2026-07-31' };
  expect(copiedDraft({ period }, now).period).toEqual(period);
});
it('the copy follows the VAT regime of today', () => {
  const price = { vat: { regime: 'franchise' as const, rateBp: 0 } };
  expect(copiedDraft({ price }, now).price?.vat).toEqual({ regime: 'real', rateBp: 2000 });
  expect(copiedDraft({ price: { vat: { regime: 'real' as const, rateBp: 1000 } } }, now).price?.vat).toEqual({
    regime: 'real',
    rateBp: 1000,
  });
});
