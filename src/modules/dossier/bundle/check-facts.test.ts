import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkFacts } from './check-facts.ts';

const hashOf = (json: string) => createHash('sha256').update(json).digest('hex');
const [first, second] = ['{"version":1}', '{"version":2}'];
const entry = (type: string, body: object) => ({ type, body }) as never;
const journal = [
  entry('MissionOpened', { name: 'Prospection', termsSha256: hashOf(first) }),
  entry('AgreementSigned', { subject: { id: 'devis' }, contentSha256: hashOf(first) }),
  entry('TermsAmended', { number: 'AVT-2026-0001', version: 2, termsSha256: hashOf(second), amendmentId: 'avenant' }),
  entry('AgreementSigned', { subject: { id: 'avenant' }, contentSha256: 'f' }),
];
const bundleOf = (contents: readonly string[]) => {
  const files = new Map(contents.map((json, index) => [`conditions/v${index + 1}.json`, Buffer.from(json)]));
  const manifest = { files: [...files.keys()].map((path) => ({ path, kind: 'terms', sha256: '', byteLength: 0 })) };
  return { files, manifest };
};
const conditions = (facts: typeof journal, contents: readonly string[]) => {
  const { files, manifest } = bundleOf(contents);
  return checkFacts(facts, files as never, manifest as never).find(({ about }) => about === 'conditions')!;
};

describe('the terms of a bundle', () => {
  test('hold when every version, first or amended, is there and was signed', () => {
    expect(conditions(journal, [first, second])).toMatchObject({
      ok: true,
      sentence: expect.stringContaining('avenants signés'),
    });
  });
  test('amended terms that are not in the bundle are missed', () => {
    expect(conditions(journal, [first])).toMatchObject({ ok: false, sentence: expect.stringContaining('AVT-2026-0001') });
  });
  test('amended terms that nobody signed are told', () => {
    expect(conditions(journal.slice(0, 3), [first, second])).toMatchObject({
      ok: false,
      sentence: 'L’avenant AVT-2026-0001 s’applique sans avoir été signé.',
    });
  });
});
