import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../shared/time.ts';
import { editorAfter, type Edit, isDirty, opened, shouldSave } from './draft-state.ts';

const start = opened({ title: 'Prospection', validUntil: '2026-03-31' as CivilDate, draft: { scope: { context: 'a' } } }, 3);
const after = (...edits: Edit[]) => edits.reduce(editorAfter, start);
const type = (value: string, at: number, path = 'scope.context'): Edit => ({ type: 'set', path, value, at });

describe('undo', () => {
  it('takes back a whole word typed in one go, not one letter', () => {
    const state = after(type('ab', 0), type('abc', 500), type('abcd', 900), { type: 'undo' });
    expect(state.content.draft.scope?.context).toBe('a');
    expect(state.past).toHaveLength(0);
  });
  it('takes back field after field', () => {
    const state = after(type('ab', 0), type('Titre', 100, 'title'), { type: 'undo' });
    expect(state.content).toMatchObject({ title: 'Prospection', draft: { scope: { context: 'ab' } } });
  });
  it('does nothing when nothing was changed', () => expect(after({ type: 'undo' })).toEqual(start));
  it('a pause begins a new change', () => {
    expect(after(type('ab', 0), type('abc', 5_000), { type: 'undo' }).content.draft.scope?.context).toBe('ab');
  });
});

describe('saving by itself', () => {
  it('asks to save once something changed, and not while a save is on its way', () => {
    expect(shouldSave(start)).toBe(false);
    expect(shouldSave(after(type('ab', 0)))).toBe(true);
    expect(shouldSave(after(type('ab', 0), { type: 'sent' }))).toBe(false);
  });
  it('what is typed while a save is on its way is saved next, with the new revision', () => {
    const state = after(type('ab', 0), { type: 'sent' }, type('abc', 100), { type: 'kept', revision: 4, at: 9 });
    expect(state).toMatchObject({ revision: 4, keptAt: 9 });
    expect(isDirty(state)).toBe(true);
    expect(shouldSave(state)).toBe(true);
  });
  it('a version saved elsewhere stops saving and loses nothing that was typed', () => {
    const state = after(type('ab', 0), { type: 'sent' }, { type: 'conflict', message: 'ailleurs' }, type('abc', 9_000));
    expect(shouldSave(state)).toBe(false);
    expect(state.content.draft.scope?.context).toBe('abc');
    const mine = editorAfter(state, { type: 'keep_mine', revision: 7 });
    expect(shouldSave(mine)).toBe(true);
    expect(mine.revision).toBe(7);
  });
  it('taking the other version can be undone', () => {
    const other = { ...start.content, title: 'Autre' };
    const state = after(type('ab', 0), { type: 'take', content: other, revision: 8 });
    expect(state.content.title).toBe('Autre');
    expect(isDirty(state)).toBe(false);
    expect(editorAfter(state, { type: 'undo' }).content.draft.scope?.context).toBe('ab');
  });
  it('a cut line is tried again', () =>
    expect(shouldSave(after(type('ab', 0), { type: 'sent' }, { type: 'failed', message: 'x' }))).toBe(true));
});

describe('two people on one draft', () => {
  const theirs = { ...start.content, draft: { scope: { context: 'a', targets: 'PME' } } };
  const elsewhere = (content: typeof theirs): Edit => ({
    type: 'saved_elsewhere',
    theirs: content,
    revision: 5,
    message: 'ailleurs',
  });

  it('what each changed in its own place is brought together and saved next', () => {
    const state = after(type('Titre', 0, 'title'), { type: 'sent' }, elsewhere(theirs));
    expect(state.content).toMatchObject({ title: 'Titre', draft: { scope: { context: 'a', targets: 'PME' } } });
    expect(state).toMatchObject({ revision: 5, broughtIn: true });
    expect(shouldSave(state)).toBe(true);
  });
  it('the same place changed twice shows both values, and waits for the choice', () => {
    const state = after(type('Titre', 0, 'title'), { type: 'sent' }, elsewhere({ ...theirs, title: 'Autre' }));
    expect(state.saving).toMatchObject({ kind: 'conflict', conflicts: [{ path: 'title', mine: 'Titre', theirs: 'Autre' }] });
    expect(shouldSave(state)).toBe(false);
    const taken = editorAfter(state, { type: 'settle', path: 'title', take: 'theirs' });
    expect(taken.content).toMatchObject({ title: 'Autre', draft: { scope: { targets: 'PME' } } });
    expect(taken.saving.kind).toBe('saved');
    expect(shouldSave(editorAfter(state, { type: 'settle', path: 'title', take: 'mine' }))).toBe(true);
  });
});
