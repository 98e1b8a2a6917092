import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import { signAs } from '../../../../test/support/signing-by-api.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { instant } from '../../../shared/time.ts';

let cadran: RunningTest;
let owner: Visitor;
let clientId: string;
let dossierId: string;
const email = 'anne@martin.example';

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  owner = await cadran.owner();
  ({ clientId, dossierId } = (await owner.call('POST', '/clients', aClient())).json());
});
afterAll(() => cadran.stop());

const get = async (path: string) => (await owner.call('GET', path)).json();
const look = process.env['LOOK'];
/** The PDF of a document, as text on request: set LOOK to a folder to keep the pages for the eye. */
const keep = async (name: string, documentId: string) => {
  const file = await owner.call('GET', `/documents/${documentId}/file`);
  expect(file.statusCode).toBe(200);
  if (look) writeFileSync(`${look}/${name}.pdf`, file.rawPayload);
};
const frame = async (id: string, more: object = {}) => {
  const { draft, revision, title, validUntil } = await get(`/frameworks/${id}`);
  const priceGrid = [
    { id: 'forfait', kind: 'forfait', label: 'Forfait de 40 heures d’appels', unitPriceCents: 180_000 },
    { id: 'rendez-vous', kind: 'appointment', label: 'Rendez-vous qualifié et accepté', unitPriceCents: 9_000 },
  ];
  const saved = await owner.call('PUT', `/frameworks/${id}/draft`, {
    revision,
    title,
    validUntil,
    draft: { ...draft, frame: { ...draft.frame, startsOn: '2026-03-02', endsOn: '2027-03-01', priceGrid, ...more } },
  });
  expect(saved.statusCode, saved.body).toBe(200);
};
const signedFramework = async (more: object = {}) => {
  const { id } = (await owner.call('POST', '/frameworks', { clientId })).json();
  await frame(id, more);
  const sent = await owner.call('POST', `/frameworks/${id}/sending`);
  expect(sent.statusCode, sent.body).toBe(200);
  const { number, signatureRequestId } = sent.json();
  await signAs(cadran, owner, { signatureRequestId, email });
  return { id, number };
};
/** An order as a person completes it: the mission's own terms, and what the framework already settled. */
const order = async (body: object, change: (draft: Record<string, any>) => Record<string, any> = (draft) => draft) => {
  const opened = await owner.call('POST', '/quotes', { clientId, ...body });
  expect(opened.statusCode, opened.body).toBe(201);
  const { id } = opened.json();
  const { draft, revision, title, validUntil } = await get(`/quotes/${id}`);
  const whole = {
    ...canonicalDraft,
    ...draft,
    scope: canonicalDraft.scope,
    appointments: { ...canonicalDraft.appointments, ...draft.appointments },
    calling: { ...canonicalDraft.calling, ...draft.calling },
    price: {
      ...draft.price,
      lines: draft.price.lines.map((line: object) => ({ unitPriceCents: 9_000, quantity: 20, ...line })),
    },
  };
  const saved = await owner.call('PUT', `/quotes/${id}/draft`, { revision, title, validUntil, draft: change(whole) });
  expect(saved.statusCode, saved.body).toBe(200);
  return id as string;
};

test('an edition of the general terms is published once, superseded, and stays readable', async () => {
  const { next } = await get('/general-terms');
  expect((await owner.call('POST', '/general-terms', { draft: next, note: ' ', after: 0 })).json()).toMatchObject({
    code: 'note_required',
  });
  const first = await owner.call('POST', '/general-terms', { draft: next, note: 'Première édition', after: 0 });
  expect(first.statusCode, first.body).toBe(201);
  const stale = await owner.call('POST', '/general-terms', { draft: next, note: 'En double', after: 0 });
  expect(stale.json()).toMatchObject({ code: 'published_meanwhile' });
  const changed = { ...next, confidentiality: { years: 5 } };
  expect(
    (await owner.call('POST', '/general-terms', { draft: changed, note: 'Confidentialité portée à cinq ans', after: 1 }))
      .statusCode,
  ).toBe(201);
  const { editions } = await get('/general-terms');
  expect(editions.map(({ edition, note }: { edition: number; note: string }) => [edition, note])).toEqual([
    [2, 'Confidentialité portée à cinq ans'],
    [1, 'Première édition'],
  ]);
  for (const edition of [1, 2]) {
    const file = await owner.call('GET', `/general-terms/${edition}/document`);
    expect(file.headers['content-type']).toContain('application/pdf');
    if (look) writeFileSync(`${look}/cgv-${edition}.pdf`, file.rawPayload);
  }
});

test('anybody may read the edition in force without an account, and nothing of an organisation that published none', async () => {
  const { tenantId } = owner as Visitor & { tenantId: string };
  const stranger = cadran.visitor();
  expect((await stranger.call('GET', `/public/general-terms/${tenantId}`)).json()).toMatchObject({
    edition: 2,
    publisher: expect.stringContaining('Camille Durand'),
  });
  expect((await stranger.call('GET', `/public/general-terms/${tenantId}/document`)).statusCode).toBe(200);
  const other = await cadran.owner();
  expect((await stranger.call('GET', `/public/general-terms/${other.tenantId}`)).json()).toMatchObject({ code: 'no_edition' });
});

test('a framework says what it lacks, then is numbered, signed by both and filed', async () => {
  const { id } = (await owner.call('POST', '/frameworks', { clientId })).json();
  expect((await owner.call('POST', `/frameworks/${id}/sending`)).json()).toMatchObject({ code: 'framework_incomplete' });
  const framework = await signedFramework();
  expect(framework.number).toBe('CC-2026-0001');
  const detail = await get(`/frameworks/${framework.id}`);
  expect(detail).toMatchObject({ status: 'signed', endsOn: '2027-03-01', noticeBy: '2026-12-31' });
  await keep('contrat-cadre', detail.documentId);
  const { documents } = await get(`/dossiers/${dossierId}/documents`);
  expect(documents.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['framework', 'general_terms']));
});

test('an order starts from its framework, departs from it only knowingly, and prints what it departs from', async () => {
  const { frameworks } = await get('/frameworks');
  const framework = frameworks.find(({ status }: { status: string }) => status === 'signed');
  const same = await order({ form: 'bon-de-commande', frameworkId: framework.id });
  const { derogations: none, findings } = await get(`/quotes/${same}`);
  expect([findings, none]).toEqual([[], []]);

  const other = await order({ form: 'bon-de-commande', frameworkId: framework.id }, (draft) => ({
    ...draft,
    payment: { ...draft['payment'], delay: { days: 45, method: 'end_of_month_A' } },
    price: {
      ...draft['price'],
      lines: draft['price'].lines.map((line: { id: string }) =>
        line.id === 'rendez-vous' ? { ...line, unitPriceCents: 8_000 } : line,
      ),
    },
  }));
  const { derogations } = await get(`/quotes/${other}`);
  expect(
    derogations.map(({ path, generalWords, agreedWords }: Record<string, string>) => [path, generalWords, agreedWords]),
  ).toEqual([
    ['payment.delay', '30\u00a0jours fin de mois', '45\u00a0jours fin de mois'].map((words) => words.replace('\u00a0', ' ')),
    ['price.lines.rendez-vous', expect.stringContaining('90,00'), expect.stringContaining('80,00')],
  ]);
  const blind = await owner.call('POST', `/quotes/${other}/sending`);
  expect(blind.json()).toMatchObject({ code: 'derogations_to_acknowledge' });
  const sent = await owner.call('POST', `/quotes/${other}/sending`, {
    acknowledged: ['payment.delay', 'price.lines.rendez-vous'],
  });
  expect(sent.json()).toMatchObject({ number: 'BC-2026-0001' });
  await cadran.worker.drainJobs();
  await keep('bon-de-commande', (await get(`/quotes/${other}`)).documentId);
});

test('a purchase order without a signed framework is not opened', async () => {
  expect((await owner.call('POST', '/quotes', { clientId, form: 'bon-de-commande' })).json()).toMatchObject({
    code: 'framework_required',
  });
  const { id } = (await owner.call('POST', '/frameworks', { clientId })).json();
  expect((await owner.call('POST', '/quotes', { clientId, form: 'bon-de-commande', frameworkId: id })).json()).toMatchObject({
    code: 'framework_not_signed',
  });
});

test.each([
  ['devis', 'DEV-2026-0001'],
  ['contrat', 'CT-2026-0001'],
  ['lettre-de-mission', 'LM-2026-0001'],
])('a %s has its own series of numbers and its own pages', async (form, number) => {
  const id = await order({ form }, (draft) => ({ ...draft, price: canonicalDraft.price }));
  const { findings, derogations } = await get(`/quotes/${id}`);
  expect(findings).toEqual([]);
  const acknowledged = derogations.map(({ path }: { path: string }) => path);
  const sent = await owner.call('POST', `/quotes/${id}/sending`, { acknowledged });
  expect(sent.json()).toMatchObject({ number });
  await cadran.worker.drainJobs();
  await keep(form, (await get(`/quotes/${id}`)).documentId);
});

test('a framework renewed tacitly goes on; refused in time, it ends, and no order falls under it any more', async () => {
  const kept = await signedFramework();
  const refused = await signedFramework();
  cadran.clock.set(instant('2026-12-31T09:00:00Z'));
  const stop = await owner.call('POST', `/frameworks/${refused.id}/renewal-refusal`, { reason: 'Nous changeons de méthode.' });
  expect(stop.statusCode, stop.body).toBe(200);
  cadran.clock.set(instant('2027-01-01T09:00:00Z'));
  expect((await owner.call('POST', `/frameworks/${kept.id}/renewal-refusal`, { reason: 'Trop tard.' })).json()).toMatchObject({
    code: 'notice_too_late',
  });
  cadran.clock.set(instant('2027-03-02T09:00:00Z'));
  await cadran.worker.runSweeps();
  expect(await get(`/frameworks/${kept.id}`)).toMatchObject({ status: 'signed', endsOn: '2028-03-01', renewals: 1 });
  expect(await get(`/frameworks/${refused.id}`)).toMatchObject({ status: 'ended' });
  expect(
    (await owner.call('POST', '/quotes', { clientId, form: 'bon-de-commande', frameworkId: refused.id })).json(),
  ).toMatchObject({ code: 'framework_not_signed' });
});
