import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import type { ClientId, DossierId, MissionId } from '../../../shared/ids.ts';
import { civilDate, instant } from '../../../shared/time.ts';
import { attestHandover, deliverItem, destroyItem, type Handover, openHandover, orderDestruction } from './handover.ts';

const missionId = 'm' as MissionId;
const now = instant('2026-03-24T08:40:00Z');

const aHandover = (): Handover => ({
  missionId,
  dossierId: 'd' as DossierId,
  clientId: 'c' as ClientId,
  endedOn: civilDate('2026-03-24'),
  dueOn: civilDate('2026-04-23'),
  openedAt: now,
  attestedAt: null,
  documentId: null,
  items: openHandover({ missionId, endedOn: civilDate('2026-03-24') }, { terms: canonicalTerms }).items.map((item) => ({
    ...item,
    deliveredAt: null,
    deliveredBy: null,
    sha256: null,
    destructionOrderedAt: null,
    destructionOrderedBy: null,
    destroyedAt: null,
    destroyedBy: null,
    method: null,
  })),
});
const changed = (handover: Handover, item: string, change: Partial<Handover['items'][number]>): Handover => ({
  ...handover,
  items: handover.items.map((one) => (one.item === item ? { ...one, ...change } : one)),
});

describe('the hand-over', () => {
  test('follows the signed owners and the signed delay; without recordings there are none to hand over', () => {
    const { fact, items } = openHandover({ missionId, endedOn: civilDate('2026-03-24') }, { terms: canonicalTerms });
    expect(fact.dueOn).toBe('2026-04-23');
    expect(items.find(({ item }) => item === 'scripts')!.owner).toBe('provider');
    expect(items.find(({ item }) => item === 'enriched_file')!.owner).toBe('client');
    const recording = { ...canonicalTerms.calling.recording, policy: 'none' as const };
    const terms = { ...canonicalTerms, calling: { ...canonicalTerms.calling, recording } };
    expect(openHandover({ missionId, endedOn: civilDate('2026-03-24') }, { terms }).items.map(({ item }) => item)).not.toContain(
      'recordings',
    );
  });

  test('nothing is destroyed without the word of the one it belongs to', () => {
    const destroy = { by: 'Camille', method: 'Clés détruites' };
    expect(destroyItem(aHandover(), 'recordings', destroy)).toMatchObject({ code: 'destruction_not_ordered' });
    expect(orderDestruction(aHandover(), 'recordings', { by: 'Camille', party: 'provider' })).toMatchObject({
      code: 'handover_not_yours',
    });
    expect(orderDestruction(aHandover(), 'suppression_list', { by: 'Claire', party: 'client' })).toMatchObject({
      code: 'handover_kept_by_law',
    });
    expect(orderDestruction(aHandover(), 'recordings', { by: 'Claire', party: 'client' }).ok).toBe(true);
    const ordered = changed(aHandover(), 'recordings', { destructionOrderedAt: now, destructionOrderedBy: 'Claire' });
    expect(orderDestruction(ordered, 'recordings', { by: 'Claire', party: 'client' })).toMatchObject({
      code: 'destruction_already_ordered',
    });
    expect(destroyItem(ordered, 'recordings', { ...destroy, method: ' ' })).toMatchObject({
      code: 'destruction_method_required',
    });
    expect(destroyItem(ordered, 'recordings', destroy).ok).toBe(true);
  });

  test('what is destroyed is not handed over, and a finished hand-over does not move', () => {
    const destroyed = changed(aHandover(), 'recordings', { destructionOrderedAt: now, destroyedAt: now });
    expect(deliverItem(destroyed, 'recordings', { by: 'x', sha256: null })).toMatchObject({ code: 'handover_item_destroyed' });
    expect(deliverItem({ ...aHandover(), attestedAt: now }, 'scripts', { by: 'x', sha256: null })).toMatchObject({
      code: 'handover_attested',
    });
    const attested = { ...aHandover(), attestedAt: now };
    expect(orderDestruction(attested, 'recordings', { by: 'Claire', party: 'client' })).toEqual({
      ok: false,
      code: 'handover_attested',
    });
    expect(attestHandover(attested)).toEqual({ ok: false, code: 'handover_attested' });
  });

  test('what is not on the list is neither handed over nor destroyed', () => {
    const handover = { ...aHandover(), items: [] };
    const unknown = { ok: false, code: 'unknown_handover_item' };
    expect(deliverItem(handover, 'recordings', { by: 'Camille', sha256: null })).toEqual(unknown);
    expect(orderDestruction(handover, 'recordings', { by: 'Claire', party: 'client' })).toEqual(unknown);
    expect(destroyItem(handover, 'recordings', { by: 'Camille', method: 'Clés détruites' })).toEqual(unknown);
  });

  test('nothing is destroyed twice', () => {
    const destroyed = changed(aHandover(), 'recordings', { destructionOrderedAt: now, destroyedAt: now });
    expect(destroyItem(destroyed, 'recordings', { by: 'Camille', method: 'Clés détruites' })).toEqual({
      ok: false,
      code: 'handover_item_destroyed',
    });
  });

  test('an order to destroy holds the certificate until it is carried out, even when a copy was handed over', () => {
    let handover = aHandover();
    for (const { item } of handover.items) handover = changed(handover, item, { deliveredAt: now });
    const ordered = changed(handover, 'recordings', { destructionOrderedAt: now, destructionOrderedBy: 'Claire' });
    expect(attestHandover(ordered)).toMatchObject({
      code: 'handover_unfinished',
      details: { left: ['enregistrements d’appels'] },
    });
    expect(attestHandover(changed(ordered, 'recordings', { destroyedAt: now })).ok).toBe(true);
  });

  test('the certificate waits for every item; what the provider owns without personal data may stay with it', () => {
    let handover = aHandover();
    const refusal = attestHandover(handover);
    expect(refusal).toMatchObject({ code: 'handover_unfinished' });
    expect(JSON.stringify(refusal)).not.toContain('scripts');
    for (const { item } of handover.items) if (item !== 'scripts') handover = changed(handover, item, { deliveredAt: now });
    expect(attestHandover(handover)).toMatchObject({ ok: true, facts: [{ items: 6 }] });
  });
});
