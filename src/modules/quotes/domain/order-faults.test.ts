import { expect, test } from 'vitest';
import type { CivilDate } from '../../../shared/time.ts';
import type { Departure, DraftTerms } from '../../contracts/index.ts';
import type { Framework } from '../../frameworks/index.ts';
import { orderFaults } from './order-faults.ts';

const today = '2026-06-01' as CivilDate;
const framework = (prevails: 'order' | 'framework', more: object = {}): Framework =>
  ({
    status: 'signed',
    frozen: { endsOn: '2027-02-28', content: { frame: { startsOn: '2026-03-01', endsOn: '2027-02-28', prevails } } },
    ...more,
  }) as unknown as Framework;
const order = (startsOn = '2026-06-15') =>
  ({ form: 'bon-de-commande', frameworkId: 'f1', draft: { period: { startsOn } } as DraftTerms }) as never;
const departing: Departure = {
  path: 'payment.delay',
  from: { kind: 'framework', label: 'contrat-cadre', terms: {} },
  general: 30,
  agreed: 45,
};
const rules = (faults: readonly { rule: string }[]) => faults.map(({ rule }) => rule);

test('a quote outside any framework has nothing to answer for', () => {
  expect(orderFaults({ form: 'devis', frameworkId: null, draft: {} }, null, [], { today })).toEqual([]);
});

test('a purchase order needs its framework, signed and still running', () => {
  expect(rules(orderFaults(order(), null, [], { today }))).toEqual(['framework_missing']);
  expect(rules(orderFaults(order(), framework('order', { status: 'ended' }), [], { today }))).toEqual(['framework_not_in_force']);
  expect(rules(orderFaults(order('2027-03-01'), framework('order'), [], { today }))).toEqual(['outside_framework']);
  expect(rules(orderFaults(order(), framework('order'), [], { today: '2026-02-01' as CivilDate }))).toEqual([
    'outside_framework',
  ]);
  expect(orderFaults(order(), framework('order'), [], { today })).toEqual([]);
});

test('where the order prevails it may depart; where the framework does, it may not', () => {
  expect(orderFaults(order(), framework('order'), [departing], { today })).toEqual([]);
  expect(rules(orderFaults(order(), framework('framework'), [departing], { today }))).toEqual(['contradicts_framework']);
  const fromGeneral = { ...departing, from: { ...departing.from, kind: 'general_terms' } } as Departure;
  expect(orderFaults(order(), framework('framework'), [fromGeneral], { today })).toEqual([]);
});
