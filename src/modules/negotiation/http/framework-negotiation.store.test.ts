import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import { clientSigns, signAs } from '../../../../test/support/signing-by-api.ts';
import { instant } from '../../../shared/time.ts';

let cadran: RunningTest;
let owner: Visitor;
let client: Visitor;
let id: string;
let dossierId: string;
let firstRequest: string;
const email = 'anne@martin.example';
const path = (rest = '') => `/negotiations/framework/${id}${rest}`;
const get = async (who: Visitor, address: string) => (await who.call('GET', address)).json();
const read = (who: Visitor) => get(who, path());
const drain = () => cadran.worker.drainJobs({ tolerateFailures: true });

/** The client proposes a value on a condition of the framework, with its reason. */
const propose = async (term: string, value: unknown) => {
  const target = { kind: 'term', path: term };
  const opened = await client.call('POST', path('/items'), { target, proposal: { kind: 'term', value }, text: 'Notre usage.' });
  expect(opened.statusCode, opened.body).toBe(201);
  return (opened.json() as { id: string }).id;
};
const accept = async (itemId: string) => {
  const { version } = (await read(owner)).items.find((item: { id: string }) => item.id === itemId);
  const answered = await owner.call('POST', path(`/items/${itemId}/answers`), { verb: 'accept', version });
  expect(answered.json()).toEqual({ status: 'accepted' });
};

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  owner = await cadran.owner();
  const added = (await owner.call('POST', '/clients', aClient())).json() as { clientId: string; dossierId: string };
  dossierId = added.dossierId;
  // An edition of the general terms is annexed: what departs from it is written, before and after the negotiation.
  const { next } = await get(owner, '/general-terms');
  await owner.call('POST', '/general-terms', { draft: next, note: 'Première édition', after: 0 });
  ({ id } = (await owner.call('POST', '/frameworks', { clientId: added.clientId })).json() as { id: string });
  const { draft, revision, title, validUntil } = await get(owner, `/frameworks/${id}`);
  const priceGrid = [{ id: 'rendez-vous', kind: 'appointment', label: 'Rendez-vous qualifié', unitPriceCents: 9_000 }];
  const frame = { ...draft.frame, startsOn: '2026-03-02', endsOn: '2027-03-01', priceGrid };
  await owner.call('PUT', `/frameworks/${id}/draft`, { revision, title, validUntil, draft: { ...draft, frame } });
  const sent = await owner.call('POST', `/frameworks/${id}/sending`);
  expect(sent.statusCode, sent.body).toBe(200);
  firstRequest = (sent.json() as { signatureRequestId: string }).signatureRequestId;
  await drain();
  ({ signer: client } = await clientSigns(cadran, owner, { signatureRequestId: firstRequest, email }));
}, 90_000);
afterAll(() => cadran.stop());

test('the client discusses the frame and the shared conditions of a sent framework, even after its own signature', async () => {
  const { isOpen, terms, party, title } = await read(client);
  expect([isOpen, party, title]).toEqual([true, 'client', 'Contrat-cadre n°\u00a0CC-2026-0001']);
  const paths = terms.map((term: { path: string }) => term.path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'framework.renewal.noticeDays',
      'framework.priceGrid.rendez-vous.unitPriceCents',
      'payment.delay.days',
    ]),
  );
  // What each order settles is not the framework's to discuss.
  expect(paths).not.toContain('period.startsOn');
  const notice = terms.find((term: { path: string }) => term.path === 'framework.renewal.noticeDays');
  expect(notice).toMatchObject({ article: expect.any(String), words: ['60\u00a0jours'] });
  expect((await get(client, '/negotiations/framework/00000000-0000-4000-8000-000000000000')).code).toBe('unknown_negotiation');
});

test('a value that a framework cannot hold is refused where it is proposed', async () => {
  const impossible = await client.call('POST', path('/items'), {
    target: { kind: 'term', path: 'framework.renewal.months' },
    proposal: { kind: 'term', value: 0 },
    text: 'Sans durée.',
  });
  expect(impossible.json()).toMatchObject({ code: 'value_not_possible' });
});

test('what was accepted leaves as revision 2: same number, the first signature voided by name', async () => {
  await accept(await propose('framework.renewal.noticeDays', 30));
  await accept(await propose('framework.priceGrid.rendez-vous.unitPriceCents', 8_500));
  await accept(await propose('payment.delay.days', 45));
  const article = await get(client, path('/articles/cadre-objet'));
  const line = article.passages
    .flatMap(({ id: passageId, lines }: { id: string; lines: { text: string; rewritable: boolean }[] }) =>
      lines.map((one) => ({ passageId, ...one })),
    )
    .find(({ rewritable }: { rewritable: boolean }) => rewritable);
  const edit = { passageId: line.passageId, before: line.text, after: `${line.text} Les parties s’en parlent chaque trimestre.` };
  const opened = await client.call('POST', path('/items'), {
    target: { kind: 'clause', clauseId: 'cadre-objet' },
    proposal: { kind: 'clause', edits: [edit] },
    text: 'Pour faire le point.',
  });
  expect(opened.statusCode, opened.body).toBe(201);
  await accept((opened.json() as { id: string }).id);

  const before = await get(owner, path('/comparison?from=1&to=next'));
  expect(before.findings).toEqual([]);
  const revised = await owner.call('POST', path('/revisions'), {});
  expect(revised.json(), revised.body).toMatchObject({ revision: 2 });
  expect(await read(owner)).toMatchObject({
    revision: 2,
    title: 'Contrat-cadre n°\u00a0CC-2026-0001, révision\u00a02',
    revisions: [
      { revision: 1, voids: [{ party: 'client', name: 'Anne Martin' }], documentId: expect.any(String) },
      { revision: 2, replacedAt: null, voids: [] },
    ],
  });
  // The link to sign the first revision died with it.
  expect((await client.call('GET', path())).statusCode).toBe(404);
  const { state } = await get(owner, `/signature-requests/${firstRequest}`);
  expect(state).toBe('withdrawn');
});

test('the two revisions stay readable and are compared: conditions, clauses, words, and nothing else', async () => {
  await drain();
  const { comparison } = await get(owner, path('/comparison?from=1&to=2'));
  expect(comparison.terms.map((term: { path: string; added: string[] }) => [term.path, term.added[0]])).toEqual([
    ['payment.delay', expect.stringContaining('45')],
    ['framework.renewal', expect.stringContaining('30')],
    ['framework.priceGrid', expect.stringContaining('85,00')],
  ]);
  const changed = comparison.clauses.filter(({ status }: { status: string }) => status !== 'unchanged');
  expect(changed.map((clause: { id: string }) => clause.id)).toEqual(
    expect.arrayContaining(['cadre-objet', 'cadre-prix', 'cadre-duree']),
  );
  expect(changed.every(({ status }: { status: string }) => status === 'modified')).toBe(true);
  for (const revision of [1, 2]) {
    const sent = await owner.call('GET', path(`/revisions/${revision}/document`));
    expect(sent.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    if (process.env['LOOK']) writeFileSync(`${process.env['LOOK']}/cadre-${revision}.pdf`, sent.rawPayload);
  }
  const { documents } = await get(owner, `/dossiers/${dossierId}/documents`);
  const titles = documents.map(({ title }: { title: string }) => title);
  expect(titles).toEqual(
    expect.arrayContaining([
      'Contrat-cadre CC-2026-0001',
      'Contrat-cadre CC-2026-0001, révision\u00a02',
      'CC-2026-0001\u00a0: ce qui change de la révision 1 à la révision 2',
    ]),
  );
  const { entries } = await get(owner, `/dossiers/${dossierId}/timeline?kind=agreement`);
  expect(entries.find(({ type }: { type: string }) => type === 'FrameworkRevised').body).toMatchObject({
    revision: 2,
    voids: [{ party: 'client' }],
  });
});

test('what now departs from the general terms is written in the revision', async () => {
  const { rawPayload } = await owner.call('GET', path('/revisions/2/document'));
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: rawPayload, encoding: 'utf8' });
  expect(text.replace(/[\s\u00a0\u202f]+/g, ' ')).toContain(
    '45 jours fin de mois, au lieu de 30 jours fin de mois (conditions générales, édition 1',
  );
});

test('both sign the revision, and the framework in force is the one that they agreed', async () => {
  const { signatureRequestId } = await get(owner, `/frameworks/${id}`);
  await signAs(cadran, owner, { signatureRequestId, email });
  const framework = await get(owner, `/frameworks/${id}`);
  expect(framework).toMatchObject({ status: 'signed', number: 'CC-2026-0001', noticeBy: '2027-01-30' });
  expect(framework.draft.frame.priceGrid[0].unitPriceCents).toBe(8_500);
  expect((await owner.call('POST', path('/revisions'), {})).json()).toMatchObject({ code: 'already_answered' });
  expect((await read(owner)).isOpen).toBe(false);
});
