import { describe, expect, it } from 'vitest';
import { articleFor, fieldFor, moved, nextKey, valueAt, withValue, without } from './draft-path.ts';

describe('what is typed in the form lands at its condition', () => {
  it('a value is set deep inside without touching what the form held before', () => {
    const before = { calling: { slots: [{ from: '09:00' }, { from: '14:00' }] } };
    const after = withValue(before, 'calling.slots.1.from', '15:00');
    expect(valueAt(after, 'calling.slots.1.from')).toBe('15:00');
    expect(valueAt(after, 'calling.slots.0.from')).toBe('09:00');
    expect(before.calling.slots[1]!.from).toBe('14:00');
    expect(after.calling.slots[0]).toBe(before.calling.slots[0]);
  });

  it('a condition that was never filled in gets its branches', () => {
    expect(withValue({}, 'appointments.arbiter.name', 'Anne')).toEqual({ appointments: { arbiter: { name: 'Anne' } } });
    expect(withValue({ scope: null }, 'scope.objectives.0', 'Vendre')).toEqual({ scope: { objectives: ['Vendre'] } });
    expect(valueAt({ scope: null }, 'scope.context')).toBeUndefined();
  });

  it('an item after the last one is added to the list', () => {
    expect(withValue({ list: ['a'] }, 'list.1', 'b')).toEqual({ list: ['a', 'b'] });
  });
});

describe('lines of a list', () => {
  it('move one step, and stop at the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
  it('are removed one at a time', () => expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']));
  it('get a name that no other has', () => {
    expect(nextKey('jalon', ['acompte', 'jalon-2'])).toBe('jalon-3');
    expect(nextKey('jalon', ['jalon-3', 'x'])).toBe('jalon-4');
  });
});

describe('from a missing condition to its field, from a field to its article', () => {
  const fields = ['period.startsOn', 'calling.slots', 'appointments.arbiter.name', 'volumes.calls'];
  it('a part of a list leads to the list', () => expect(fieldFor('calling.slots.0.from', fields)).toBe('calling.slots'));
  it('a whole condition leads to its first field', () =>
    expect(fieldFor('appointments.arbiter', fields)).toBe('appointments.arbiter.name'));
  it('nothing near leads nowhere', () => expect(fieldFor('liability.insurance', fields)).toBeUndefined());
  it('the nearest article is shown', () => {
    expect(articleFor('payment.delay.days', { payment: '8', 'payment.delay': '8.1' })).toBe('8.1');
    expect(articleFor('unknown', { payment: '8' })).toBeUndefined();
  });
});
