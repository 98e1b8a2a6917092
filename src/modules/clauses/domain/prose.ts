/**
 * Clause text once its variables are resolved: what the composer produces, and all that the page, the preview and the
 * PDF read. Nothing here is markup: a name such as « *SARL* » is printed as it is written.
 */
export type Inline =
  | { kind: 'text'; text: string; bold?: boolean; italic?: boolean }
  /** A value taken from the terms. It reads as text; `termPath` tells which term the reader is looking at. */
  | { kind: 'value'; text: string; termPath: string }
  /** « article 4.2 », written by the renderer from the clause id, so a reference is never typed by hand. */
  | { kind: 'xref'; to: string }
  | { kind: 'break' };

export type Prose = readonly Inline[];

export type TableColumn = {
  label: string;
  align?: 'left' | 'right' | 'center';
  /** Share of the width; equal when absent. */ width?: number;
};

export type Block =
  | { kind: 'paragraph'; prose: Prose }
  /** Each item holds blocks, so a list can nest; a simple item is one paragraph. */
  | { kind: 'list'; ordered?: boolean; items: readonly (readonly Block[])[] }
  | {
      kind: 'table';
      columns: readonly TableColumn[];
      rows: readonly (readonly Prose[])[];
      /** The last row is a total. */ totalRow?: boolean;
    }
  | { kind: 'definition'; term: string; prose: Prose }
  /** A remark that binds nobody: the text of a law, an example. */
  | { kind: 'note'; prose: Prose };

/** A numbered article. `id` is the clause id that `xref` names; `number` ('4', '4.2') is given by the composer. */
export type Article = {
  id: string;
  number: string;
  /** A sub-article may have none: its number then hangs beside its first paragraph. */
  title: string | null;
  blocks: readonly Block[];
  articles?: readonly Article[];
};

/** One part of the signed document: the body, an annex, the general terms. Its articles are numbered on their own ('A1.2', 'CGV 3'). */
export type DocumentPart = {
  id: string;
  kind: 'body' | 'annex' | 'cgv';
  title: string;
  /** « version 3 du 1er mars 2026 », printed under the title; null for the body. */
  versionLine: string | null;
  articles: readonly Article[];
};
