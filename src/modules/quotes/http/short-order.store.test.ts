import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import { signAs } from '../../../../test/support/signing-by-api.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { ClientId, MissionId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { addProspects, type TypedProspect } from '../../prospects/queries.ts';

type Json = Record<string, any>;
const email = 'anne@martin.example';
let cadran: RunningTest;
let owner: Visitor & { tenantId: string };
let clientId: string;
let frameworkId: string;
let article: string;

const ok = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Json> => {
  const response = await owner.call(method, path, body);
  expect(response.statusCode, response.body).toBeLessThan(300);
  return response.json();
};
/** The text of a filed document and its number of pages; set LOOK to a folder to keep it for the eye. */
const printed = async (name: string, documentId: string) => {
  const { rawPayload } = await owner.call('GET', `/documents/${documentId}/file`);
  if (process.env['LOOK']) writeFileSync(`${process.env['LOOK']}/${name}.pdf`, rawPayload);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: rawPayload, encoding: 'utf8' });
  return { text: text.replace(/\s+/g, ' '), pages: text.split('\f').length - 1 };
};
const slots = canonicalDraft.calling!.slots;
const lines = canonicalDraft.price!.lines as { kind: string }[];
const { definition, review, contest, noShow } = canonicalDraft.appointments!;

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  owner = (await cadran.owner()) as typeof owner;
  ({ clientId } = (await owner.call('POST', '/clients', aClient())).json());
  ({ id: frameworkId } = await ok('POST', '/frameworks', { clientId }));
  const { draft, revision, title, validUntil } = await ok('GET', `/frameworks/${frameworkId}`);
  const priceGrid = canonicalDraft.price!.lines!.map(({ quantity: _quantity, ...line }: Json) => line);
  await ok('PUT', `/frameworks/${frameworkId}/draft`, {
    revision,
    title,
    validUntil,
    draft: {
      frame: { ...draft.frame, startsOn: '2026-03-02', endsOn: '2027-03-01', priceGrid },
      shared: {
        ...draft.shared,
        calling: { ...draft.shared.calling, slots, attemptsPerProspect: 4 },
        appointments: { ...draft.shared.appointments, definition, review, contest, noShow },
      },
    },
  });
  const sent = await ok('POST', `/frameworks/${frameworkId}/sending`);
  await signAs(cadran, owner, { signatureRequestId: sent['signatureRequestId'], email });
  const framework = await ok('GET', `/frameworks/${frameworkId}`);
  article = framework['articles']['calling'];
  await printed('contrat-cadre', framework['documentId']);
}, 120_000);
afterAll(() => cadran?.stop());

/** An order as a person completes it: this mission's own terms, and what the framework already settled. */
const order = async (change: (draft: Json) => Json = (draft) => draft): Promise<Json> => {
  const { id } = await ok('POST', '/quotes', { clientId, form: 'bon-de-commande', frameworkId });
  const { draft, revision, title, validUntil } = await ok('GET', `/quotes/${id}`);
  const whole = {
    ...canonicalDraft,
    ...draft,
    scope: canonicalDraft.scope,
    appointments: { ...canonicalDraft.appointments, ...draft.appointments },
    calling: { ...canonicalDraft.calling, ...draft.calling, script: { required: false, approvedByClient: false } },
    // Two orders stay under the 5 000 € from which vigilance documents are due.
    price: { ...draft.price, lines: lines.map((line) => (line.kind === 'appointment' ? { ...line, quantity: 8 } : line)) },
  };
  await ok('PUT', `/quotes/${id}/draft`, { revision, title, validUntil, draft: change(whole) });
  const { findings, derogations } = await ok('GET', `/quotes/${id}`);
  expect(findings).toEqual([]);
  await ok('POST', `/quotes/${id}/sending`, { acknowledged: derogations.map(({ path }: Json) => path) });
  const { signatureRequestId } = await ok('GET', `/quotes/${id}`);
  await cadran.worker.drainJobs();
  await signAs(cadran, owner, { signatureRequestId, email });
  const { missions } = await ok('GET', '/missions');
  return { ...(await ok('GET', `/quotes/${id}`)), missionId: missions.find(({ quoteId }: Json) => quoteId === id).id };
};
const declareAt19 = async (missionId: string, phone: string, language = 'fr') => {
  const actor = { kind: 'system', name: 'test', tenantId: owner.tenantId } as Actor;
  const typed = { phone, company: 'Société SARL', lastName: 'Martin', postalCode: '75011' } as TypedProspect;
  const about = { missionId: missionId as MissionId, clientId: clientId as ClientId };
  const { added } = await cadran.db.withTenant(owner.tenantId as never, actor, (tx) => addProspects(tx, about, [typed]));
  const body = {
    prospectId: added[0],
    at: '2026-03-13T18:30:00.000Z',
    talkSeconds: 60,
    outcome: { code: 'CA-', reason: 'Équipé', callbackAt: null, appointment: null },
  };
  return owner.call('POST', `/missions/${missionId}/declared-calls`, body, { 'accept-language': language });
};

test('an order that says the same as its framework is short, cites it, and a call outside its slots is refused by its article', async () => {
  const quote = await order();
  const { text, pages } = await printed('bon-de-commande', quote['documentId']);
  expect(pages).toBeLessThanOrEqual(5);
  expect(text).toContain('CC-2026-0001');
  expect(text).not.toContain('appels sont passés uniquement');
  expect(quote['articles']['calling.slots']).toBe(`${article} (CC-2026-0001)`);

  cadran.clock.set(instant('2026-03-13T19:00:00Z'));
  const refused = await declareAt19(quote['missionId'], '0199000011');
  expect([refused.statusCode, refused.json().message]).toEqual([
    423,
    expect.stringContaining(`contrat-cadre CC-2026-0001, article ${article}, créneaux d’appel`),
  ]);
  const english = await declareAt19(quote['missionId'], '0199000012', 'en');
  expect(english.json().message).toContain(`framework agreement CC-2026-0001, article ${article}, calling slots`);
});

test('an order that departs from its framework says so in its own words, and its own article refuses', async () => {
  cadran.clock.set(instant('2026-03-02T10:00:00Z'));
  const quote = await order((draft) => ({
    ...draft,
    calling: { ...draft['calling'], slots: [{ days: [1, 5], from: '10:00', to: '16:00' }] },
  }));
  const { text, pages } = await printed('bon-de-commande-derogation', quote['documentId']);
  expect(pages).toBeLessThanOrEqual(5);
  expect(text).toContain('Les appels sont passés uniquement');
  const own = quote['articles']['calling.slots'];
  expect(text).toContain(
    `Article ${own}, créneaux d’appel : le lundi et le vendredi de 10 h 00 à 16 h 00, au lieu de`
      .replace(' :', '\u00a0:')
      .replace(/\s/g, ' '),
  );
  cadran.clock.set(instant('2026-03-13T19:00:00Z'));
  const refused = await declareAt19(quote['missionId'], '0199000013');
  expect(refused.json().message).toContain(`: article ${own}, créneaux d’appel`);
});
