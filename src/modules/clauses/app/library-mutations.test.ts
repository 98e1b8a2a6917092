import { expect, test } from 'vitest';
import type { Clause } from '../domain/clause.ts';
import { readClauses } from './built-in-catalog.ts';
import { playExample } from './golden-examples.ts';
import { sampleVariables } from './sample-variables.ts';

type Edit = { what: string; body: string };

const replaced = (body: string, found: RegExpExecArray, by: string): Edit => ({
  what: found[0],
  body: body.slice(0, found.index) + by + body.slice(found.index + found[0].length),
});

/** The wrong edits that are easiest to make: a value typed by hand in the place of a term, a condition turned round. */
const wrongEdits = ({ body }: Clause): Edit[] => [
  ...[...body.matchAll(/\{% (?!if|else|\/|xref|definition|#)([^%]*\$[^%]*?) ?\/?%\}/g)].map((found) =>
    replaced(body, found, found[1]!.includes('values=') ? '\n\nTrois.\n\n' : 'trois'),
  ),
  ...[...body.matchAll(/\{% if ([^%]*?) %\}/g)].map((found) => replaced(body, found, `{% if non(${found[1]!}) %}`)),
];

const isCaught = (clause: Clause, { body }: Edit): boolean =>
  clause.examples.some((example) => {
    try {
      const { missing, unwanted } = playExample({ ...clause, body }, example, sampleVariables);
      return missing.length + unwanted.length > 0;
    } catch {
      return true;
    }
  });

const { current } = readClauses();

test.each(current.filter((clause) => wrongEdits(clause).length > 0))(
  'the examples of $id catch a value typed by hand and a condition turned round',
  (clause) => {
    expect(
      wrongEdits(clause)
        .filter((edit) => !isCaught(clause, edit))
        .map(({ what }) => what),
    ).toEqual([]);
  },
);
