import type { CivilDate } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { type MergeConflict, mergeDrafts } from '../domain/merge-drafts.ts';
import { withValue } from './draft-path.ts';

/** What the person edits, as one value. */
export type Content = { title: string; validUntil: CivilDate | null; draft: DraftTerms };

/** What the server kept, and how the rest stands towards it. */
export type Saving =
  | { kind: 'saved' }
  | { kind: 'sending'; content: Content }
  /** Someone else saved other values in the same places: nothing more is sent until the person says which ones stay. */
  | { kind: 'conflict'; message: string; conflicts?: readonly MergeConflict[] }
  | { kind: 'failed'; message: string };

export type EditorState = {
  content: Content;
  /** The last content that the server confirmed, with its revision and when. */
  kept: Content;
  revision: number;
  keptAt: number | null;
  saving: Saving;
  /** Earlier contents, newest last. Typing in one field in one go is one change. */
  past: readonly Content[];
  lastEdit: { path: string; at: number } | null;
  /** What someone else saved has just been brought in here. */
  broughtIn?: boolean;
};

export type Edit =
  | { type: 'set'; path: string; value: unknown; at: number }
  | { type: 'change'; path: string; change: (content: Content) => Content; at: number }
  | { type: 'undo' }
  | { type: 'sent' }
  | { type: 'kept'; revision: number; at: number }
  | { type: 'conflict'; message: string }
  | { type: 'saved_elsewhere'; theirs: Content; revision: number; message: string }
  | { type: 'settle'; path: string; take: 'mine' | 'theirs' }
  | { type: 'failed'; message: string }
  | { type: 'keep_mine'; revision: number }
  | { type: 'take'; content: Content; revision: number };

const undoDepth = 100;
const oneGo = 2_000;

export const opened = (content: Content, revision: number): EditorState => ({
  content,
  kept: content,
  revision,
  keptAt: null,
  saving: { kind: 'saved' },
  past: [],
  lastEdit: null,
});

export const isDirty = ({ content, kept }: EditorState): boolean => content !== kept;

/** True when the server should be told: something changed, nothing is on its way, and no other version waits for an answer. */
export const shouldSave = (state: EditorState): boolean =>
  isDirty(state) && (state.saving.kind === 'saved' || state.saving.kind === 'failed');

/** Paths are those of the conditions, beside 'title' and 'validUntil' of the quote itself. */
const edited = (content: Content, path: string, value: unknown): Content =>
  path === 'title' || path === 'validUntil'
    ? { ...content, [path]: value }
    : { ...content, draft: withValue(content.draft, path, value) };

const pushed = (state: EditorState, content: Content, path: string, at: number): EditorState => {
  if (content === state.content) return state;
  const goesOn = state.lastEdit?.path === path && at - state.lastEdit.at < oneGo && state.past.length > 0;
  return {
    ...state,
    content,
    past: goesOn ? state.past : [...state.past, state.content].slice(-undoDepth),
    lastEdit: { path, at },
    broughtIn: false,
  };
};

/** Every change of the editor, its saving and its undoing. Pure: the hook only runs the requests it asks for. */
export const editorAfter = (state: EditorState, edit: Edit): EditorState => {
  switch (edit.type) {
    case 'set':
      return pushed(state, edited(state.content, edit.path, edit.value), edit.path, edit.at);
    case 'change':
      return pushed(state, edit.change(state.content), edit.path, edit.at);
    case 'undo': {
      const before = state.past.at(-1);
      return before ? { ...state, content: before, past: state.past.slice(0, -1), lastEdit: null } : state;
    }
    case 'sent':
      return { ...state, saving: { kind: 'sending', content: state.content } };
    case 'kept':
      return state.saving.kind === 'sending'
        ? { ...state, kept: state.saving.content, revision: edit.revision, keptAt: edit.at, saving: { kind: 'saved' } }
        : state;
    case 'conflict':
      return { ...state, saving: { kind: 'conflict', message: edit.message } };
    case 'saved_elsewhere': {
      // What only one of the two changed is brought together at once; the rest is asked, place by place.
      const { merged, conflicts } = mergeDrafts(state.kept, state.content, edit.theirs);
      return {
        ...state,
        content: merged,
        kept: edit.theirs,
        revision: edit.revision,
        past: [...state.past, state.content].slice(-undoDepth),
        lastEdit: null,
        broughtIn: true,
        saving: conflicts.length > 0 ? { kind: 'conflict', message: edit.message, conflicts } : { kind: 'saved' },
      };
    }
    case 'settle': {
      if (state.saving.kind !== 'conflict') return state;
      const all = state.saving.conflicts ?? [];
      const chosen = all.find(({ path }) => path === edit.path);
      const left = all.filter(({ path }) => path !== edit.path);
      const content = chosen && edit.take === 'theirs' ? withValue(state.content, edit.path, chosen.theirs) : state.content;
      return { ...state, content, saving: left.length > 0 ? { ...state.saving, conflicts: left } : { kind: 'saved' } };
    }
    case 'failed':
      return { ...state, saving: { kind: 'failed', message: edit.message } };
    case 'keep_mine':
      return { ...state, revision: edit.revision, saving: { kind: 'saved' } };
    case 'take':
      return { ...opened(edit.content, edit.revision), past: [...state.past, state.content].slice(-undoDepth) };
  }
};
