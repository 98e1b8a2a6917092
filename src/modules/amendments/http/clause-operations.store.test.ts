import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningTest, runningCadran } from '../../../../test/support/running-cadran.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { instant } from '../../../shared/time.ts';
import { type Json, ok, signBoth, signedMission } from '../testing/signed-mission.ts';

let cadran: RunningTest;
let stage: Awaited<ReturnType<typeof signedMission>>;
beforeAll(async () => {
  cadran = await runningCadran();
  stage = await signedMission(cadran);
}, 120_000);
afterAll(() => cadran?.stop());

const subject = 'Clauses revues';
const opened = async () => {
  const { id } = await ok(stage.owner.call('POST', `/missions/${stage.missionId}/amendments`, { subject }));
  return id as string;
};
const saved = async (id: string, clauses: readonly Json[], draft: object = canonicalDraft, effectiveAt: string | null = null) => {
  const { revision } = await ok(stage.owner.call('GET', `/amendments/${id}`));
  const body = { revision, subject, reason: '', effectiveAt, validUntil: '2026-03-25', draft, clauses };
  await ok(stage.owner.call('PUT', `/amendments/${id}/draft`, body));
  return ok(stage.owner.call('GET', `/amendments/${id}`));
};
const rulesOf = ({ findings }: Json) => findings.map(({ rule, path }: Json) => `${rule} ${path}`);
const add = (clauseId: string) => ({ op: 'add', clauseId, partId: 'contrat' });
const remove = (clauseId: string) => ({ op: 'remove', clauseId });
const textOf = async (id: string, which: string) => {
  const { rawPayload } = await stage.owner.call('GET', `/amendments/${id}/${which}`);
  if (process.env['KEEP_PDF'])
    (await import('node:fs')).writeFileSync(`${process.env['KEEP_PDF']}/clauses-${which}.pdf`, rawPayload);
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: rawPayload, encoding: 'utf8' }).replace(/\s+/g, ' ');
};

describe('the clauses of a draft', () => {
  test('those of choice are offered; what a clause asks is asked before sending, and its absence is said', async () => {
    const id = await opened();
    const first = await saved(id, []);
    const offered = first['clauses'].available.find((one: Json) => one.id === 'non-sollicitation');
    expect(offered).toMatchObject({ partId: 'contrat', summary: expect.stringContaining('embauche') });
    const joined = await saved(id, [add('non-sollicitation')]);
    expect(joined['asked']).toContain('nonSolicitation.months');
    expect(rulesOf(joined)).toEqual(['clause_without_term nonSolicitation.months']);
    const whole = await saved(id, [add('non-sollicitation')], { ...canonicalDraft, nonSolicitation: { months: 6 } });
    expect(whole['findings']).toEqual([]);
    expect(whole['articles']).toMatchObject([{ kind: 'added', id: 'non-sollicitation' }]);
    const back = await saved(id, [], { ...canonicalDraft, nonSolicitation: { months: 6 } });
    expect(back['asked']).not.toContain('nonSolicitation.months');
    expect(rulesOf(back)).toEqual(['nothing_changes subject']);
    await ok(stage.owner.call('POST', `/amendments/${id}/discard`));
  });

  test('a mandatory clause taken out, clauses that exclude each other and a text with a fault keep it from leaving', async () => {
    const id = await opened();
    expect(rulesOf(await saved(id, [remove('paiement')]))).toEqual([expect.stringMatching(/^mandatory_removed /)]);
    const both = [add('propriete-cession'), add('propriete-licence')];
    expect(rulesOf(await saved(id, both))).toContainEqual(expect.stringMatching(/^excluded_together /));
    const source = 'Le délai est de {% $terms.payment.delais %} jours.';
    const faulty = await saved(id, [{ op: 'replace', clauseId: 'confidentialite', title: 'Secret', source, was: null }]);
    expect(faulty['findings']).toMatchObject([{ rule: 'clause_not_well_formed', fr: expect.stringContaining('ligne') }]);
    expect((await stage.owner.call('POST', `/amendments/${id}/sending`)).statusCode).toBe(422);
    await ok(stage.owner.call('POST', `/amendments/${id}/discard`));
  });

  test('a sentence is reworded, and its values stay conditions', async () => {
    const id = await opened();
    await saved(id, []);
    const path = `/amendments/${id}/clauses/rendez-vous`;
    const { passages } = await ok(stage.owner.call('GET', path));
    const line = (passages as Json[]).flatMap((one) => one['lines'].map((two: Json) => ({ ...two, passageId: one['id'] })));
    const { passageId, text } = line.find((one) => one.rewritable && /jours? ouvrés/.test(one.text))!;
    const reworded = (after: string) =>
      stage.owner.call('POST', `${path}/wording`, { edits: [{ passageId, before: text, after }] });
    expect((await reworded('Le Client répond vite.')).json()).toMatchObject({ code: 'value_lost' });
    const { source } = await ok(reworded(`Chaque fois, ${text}`));
    expect(source).toContain('$terms.appointments');
    expect((await stage.owner.call('GET', `/amendments/${id}/clauses/nulle-part`)).statusCode).toBe(404);
    await ok(stage.owner.call('POST', `/amendments/${id}/discard`));
  });
});

test('a draft whose clause another amendment has brought in meanwhile is brought up to date, its own words kept', async () => {
  const id = await opened();
  const other = await opened();
  const source = 'Chacun cite l’autre avec son accord.';
  const replacement = { op: 'replace', clauseId: 'cession', title: 'Cession', source, was: 'D’autres mots.' };
  await saved(other, [add('cession')]);
  const { signatureRequestId } = await ok(stage.owner.call('POST', `/amendments/${other}/sending`));
  expect((await signBoth(cadran, stage.owner, signatureRequestId)).statusCode).toBe(200);
  expect(rulesOf(await saved(id, [add('cession'), replacement]))).toContain('clauses_changed_meanwhile clauses');
  await ok(stage.owner.call('POST', `/amendments/${id}/rebase`));
  const { clauses, findings } = await ok(stage.owner.call('GET', `/amendments/${id}`));
  expect([clauses.operations, findings]).toEqual([[{ ...replacement, was: null }], []]);
  await ok(stage.owner.call('POST', `/amendments/${id}/discard`));
}, 60_000);

describe('an amendment that adds, removes and rewords a clause', () => {
  let amendmentId: string;
  const withMonths = { ...canonicalDraft, nonSolicitation: { months: 6 } };
  const words = 'Les deux parties gardent le silence sur ce qu’elles apprennent l’une de l’autre.';

  test('first brings in the clause of choice that the next one takes out', async () => {
    const id = await opened();
    await saved(id, [add('reference')]);
    const { signatureRequestId } = await ok(stage.owner.call('POST', `/amendments/${id}/sending`));
    cadran.clock.set(instant('2026-03-10T09:00:00Z'));
    expect((await signBoth(cadran, stage.owner, signatureRequestId)).statusCode).toBe(200);
  }, 60_000);

  test('says each of the three, is signed, and rules from its instant and not before', async () => {
    amendmentId = await opened();
    await saved(amendmentId, []);
    const path = `/amendments/${amendmentId}/clauses/confidentialite`;
    const { passages } = await ok(stage.owner.call('GET', path));
    const [passage] = passages as Json[];
    const before = passage!['lines'].find((one: Json) => one.rewritable).text;
    const edits = [{ passageId: passage!['id'], before, after: `${words} ${before}` }];
    const replacement = await ok(stage.owner.call('POST', `${path}/wording`, { edits }));
    const operations = [add('non-sollicitation'), remove('reference'), { op: 'replace', ...replacement }];
    const draft = await saved(amendmentId, operations, withMonths, '2026-03-16T08:00:00.000Z');
    expect(draft['findings']).toEqual([]);
    expect(draft['articles'].map(({ kind, id }: Json) => [kind, id])).toEqual(
      expect.arrayContaining([
        ['added', 'non-sollicitation'],
        ['removed', 'reference'],
        ['replaced', 'secret'],
      ]),
    );
    const { signatureRequestId } = await ok(stage.owner.call('POST', `/amendments/${amendmentId}/sending`));
    cadran.clock.set(instant('2026-03-11T09:00:00Z'));
    expect((await signBoth(cadran, stage.owner, signatureRequestId)).statusCode).toBe(200);
    const early = await opened();
    const untilThen = await stage.owner.call('GET', `/amendments/${early}/clauses/confidentialite`);
    expect([untilThen.statusCode, untilThen.body.includes('gardent le silence')]).toEqual([200, false]);
    await ok(stage.owner.call('POST', `/amendments/${early}/discard`));
    const content = async () => (await ok(stage.owner.call('GET', `/missions/${stage.missionId}`)))['terms'].content;
    const ids = async () => (await content()).clauses.map(({ id }: Json) => id);
    expect(await ids()).toContain('reference');
    expect((await content()).terms.nonSolicitation).toBeUndefined();
    cadran.clock.set(instant('2026-03-16T08:00:00Z'));
    expect(await ids()).not.toContain('reference');
    expect(await ids()).toContain('non-sollicitation');
    expect((await content()).terms.nonSolicitation).toEqual({ months: 6 });
    expect((await content()).clauses.find(({ id }: Json) => id === 'confidentialite').source).toContain(words);
  }, 60_000);

  test('the amendment and the consolidated version print them, under numbers that stay', async () => {
    await cadran.worker.drainJobs();
    const amendment = await textOf(amendmentId, 'pdf');
    expect(amendment).toMatch(/Il est ajouté un article \d+ \(Non-sollicitation des équipes\)/);
    expect(amendment).toMatch(/L’article \d+ \(Référence commerciale\) est supprimé/);
    expect(amendment).toContain(words);
    const consolidated = await textOf(amendmentId, 'consolidated');
    expect(consolidated).toContain(words);
    expect(consolidated).toContain('6 mois après sa fin');
    expect(consolidated).toMatch(/Supprimé par l’avenant n° 3/);
  }, 60_000);

  test('what an amendment reworded is not read into the contract before it: its next one starts from the new words', async () => {
    const id = await opened();
    const { clauses } = await ok(stage.owner.call('GET', `/amendments/${id}`));
    expect(clauses.parts.flatMap((part: Json) => part['clauses'].map((one: Json) => one.id))).not.toContain('reference');
    const again = await saved(id, [remove('non-sollicitation')], withMonths);
    expect(again['findings']).toEqual([]);
    expect(again['articles']).toMatchObject([{ kind: 'removed', id: 'non-sollicitation' }]);
    expect(again['changes']).toMatchObject([
      { path: 'nonSolicitation.months', label: 'Durée de non-sollicitation', from: ['6\u00a0mois'] },
    ]);
    expect(again['changes'][0].english).toEqual({ label: 'Non-solicitation period', from: ['6 months'], to: [] });
  });
});
