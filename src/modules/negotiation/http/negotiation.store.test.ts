import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { addMinutes, instant } from '../../../shared/time.ts';

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let client: Visitor;
let quoteId: string;
let dossierId: string;
const path = (rest = '') => `/negotiations/quote/${quoteId}${rest}`;
const later = (minutes: number) => cadran.clock.set(addMinutes(cadran.clock.now(), minutes));
const signatory = 'anne@martin.example';

/** The client opens the newest personal link in its mailbox. */
const openLink = async () => {
  await cadran.worker.drainJobs({ tolerateFailures: true });
  const { mails } = (await owner.call('GET', '/mails')).json() as { mails: { mailId: string; to: { email: string } }[] };
  for (const { mailId, to } of mails) {
    if (to.email !== signatory) continue;
    const { text } = (await owner.call('GET', `/mails/${mailId}`)).json() as { text: string };
    const token = /\/lien\/([\w-]+)/.exec(text)?.[1];
    if (!token) continue;
    const visitor = cadran.visitor();
    const opened = await visitor.call('POST', `/links/${token}/session`, {});
    expect(opened.statusCode).toBe(200);
    return { visitor, requestId: (opened.json() as { subject: { id: string } }).subject.id };
  }
  throw new Error('no link');
};
const read = async (who: Visitor) => (await who.call('GET', path())).json();
const propose = async (who: Visitor, target: object, proposal: object | null, text = 'Parce que c’est notre usage.') =>
  who.call('POST', path('/items'), { target, proposal, text });
const answer = async (who: Visitor, itemId: string, verb: string, more: object = {}) => {
  const { version } = (await read(who)).items.find((item: { id: string }) => item.id === itemId);
  return who.call('POST', path(`/items/${itemId}/answers`), { verb, version, ...more });
};

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-02-02T09:00:00Z') });
  owner = await cadran.owner();
  const added = (await owner.call('POST', '/clients', aClient())).json() as { clientId: string; dossierId: string };
  dossierId = added.dossierId;
  const drafted = await owner.call('POST', '/quotes', {
    clientId: added.clientId,
    title: 'Prospection',
    draft: canonicalDraft,
    validUntil: '2026-02-27',
  });
  quoteId = (drafted.json() as { id: string }).id;
  const sent = await owner.call('POST', `/quotes/${quoteId}/sending`);
  expect([sent.statusCode, sent.body]).toEqual([200, sent.body]);
  client = (await openLink()).visitor;
}, 60_000);
afterAll(() => cadran.stop());

describe('a sent document is discussed where it stands', () => {
  let delay: string;
  let sentence: string;

  test('the client proposes 45 days on the condition, with its reason', async () => {
    const opened = await propose(client, { kind: 'term', path: 'payment.delay.days' }, { kind: 'term', value: 45 });
    expect(opened.statusCode).toBe(201);
    delay = (opened.json() as { id: string }).id;
    const { items, party } = await read(owner);
    expect(party).toBe('provider');
    expect(items).toMatchObject([
      { id: delay, label: 'Délai de règlement', status: 'open', change: { from: ['30\u00a0jours'], to: ['45\u00a0jours'] } },
    ]);
    expect(items[0].can.accept.allowed).toBe(true);
    expect((await read(client)).items[0].can.accept).toMatchObject({ allowed: false, code: 'your_own_proposal' });
  });

  test('and other words for a sentence of an article: the values in it stay the conditions’', async () => {
    const article = (await client.call('GET', path('/articles/rendez-vous'))).json();
    const passage = article.passages.find(({ id }: { id: string }) => id === 'contestation');
    const line = passage.lines.find(({ rewritable }: { rewritable: boolean }) => rewritable);
    const after = line.text.replace('Ce qui est contesté attend', 'Ce qui est contesté attend la décision');
    const edit = { passageId: 'contestation', before: line.text, after };
    expect(
      (
        await propose(
          client,
          { kind: 'clause', clauseId: 'rendez-vous' },
          { kind: 'clause', edits: [{ ...edit, after: 'Le client décide.' }] },
        )
      ).json(),
    ).toMatchObject({ code: 'value_lost' });
    const opened = await propose(client, { kind: 'clause', clauseId: 'rendez-vous' }, { kind: 'clause', edits: [edit] });
    expect(opened.statusCode).toBe(201);
    sentence = (opened.json() as { id: string }).id;
  });

  test('a stranger sees no document', async () => {
    const stranger = await cadran.owner({ email: 'autre@exemple.fr' });
    expect((await stranger.call('GET', path())).statusCode).toBe(404);
    expect((await cadran.visitor().call('GET', path())).statusCode).toBe(401);
  });

  test('the prestataire is told once, in one mail, and again only an hour later', async () => {
    await cadran.worker.runSweeps();
    await cadran.worker.drainJobs({ tolerateFailures: true });
    const about = async () =>
      ((await owner.call('GET', '/mails')).json() as { mails: { subject: string }[] }).mails.filter(({ subject }) =>
        /nouvelle/.test(subject),
      );
    expect(await about()).toMatchObject([{ subject: expect.stringContaining('2 nouvelles réponses') }]);
    await propose(client, { kind: 'document' }, null, 'Pouvez-vous commencer une semaine plus tard ?');
    later(30);
    await cadran.worker.runSweeps();
    expect(await about()).toHaveLength(1);
    later(31);
    await cadran.worker.runSweeps();
    expect(await about()).toHaveLength(2);
  });

  test('a yes crosses no other answer: the second is told', async () => {
    const { version } = (await read(owner)).items.find((item: { id: string }) => item.id === delay);
    expect((await answer(client, delay, 'comment', { text: 'C’est important pour nous.' })).statusCode).toBe(200);
    const crossed = await owner.call('POST', path(`/items/${delay}/answers`), { verb: 'accept', version, text: '' });
    expect(crossed.json()).toMatchObject({ code: 'changed_meanwhile' });
  });

  test('the prestataire accepts one and declines the other, with a reason', async () => {
    expect((await answer(owner, delay, 'accept')).json()).toEqual({ status: 'accepted' });
    expect((await answer(owner, sentence, 'decline')).json()).toMatchObject({ code: 'reason_required' });
    expect((await answer(owner, sentence, 'decline', { text: 'L’arbitre tranche déjà.' })).json()).toEqual({
      status: 'declined',
    });
    expect((await read(owner)).awaiting).toEqual([delay]);
  });

  test('before it leaves, the revision shows exactly what it would change', async () => {
    const { comparison, after } = (await owner.call('GET', path('/comparison?from=1&to=next'))).json();
    expect(after.revision).toBe(2);
    expect(comparison.terms).toMatchObject([{ path: 'payment.delay', added: ['à 45 jours fin de mois'] }]);
  });
});

describe('what was accepted leaves as the next revision', () => {
  test('even after a first signature, which is voided openly', async () => {
    const { visitor, requestId } = await openLink();
    const signing = (verb: string, body?: object) => visitor.call('POST', `/signing/${requestId}/${verb}`, body);
    const seen = async () => (await visitor.call('GET', `/signing/${requestId}`)).json();
    for (const screen of ['summary', 'document'])
      await signing('views', { screen, seconds: 30, scrolledPercent: 100, pagesSeen: 3 });
    for (const clause of (await seen()).initials?.clauses ?? (await seen()).initials ?? [])
      await signing('initials', { clauseId: clause.id ?? clause.clauseId, initials: 'HM' });
    const consent = await signing('consent', { text: (await seen()).consentText });
    expect(consent.body).toContain('consented');
    await signing('code');
    const { text } = await cadran.mailTo(owner, signatory);
    const { documentSha256 } = await seen();
    const signed = await signing('signature', { code: /^\d{6}$/m.exec(text)![0], documentSha256 });
    expect(signed.json()).toMatchObject({ state: 'client_signed' });

    const revised = await owner.call('POST', path('/revisions'), {});
    expect(revised.json()).toMatchObject({ revision: 2 });
    const { revisions, revision } = await read(owner);
    expect(revision).toBe(2);
    expect(revisions).toMatchObject([
      { revision: 1, voids: [{ party: 'client' }], documentId: expect.any(String) },
      { revision: 2, replacedAt: null },
    ]);
    expect((await visitor.call('GET', path())).statusCode).toBe(404);
  });

  test('the client receives a new link, under the same number, and the earlier revision stays readable', async () => {
    const { visitor, requestId } = await openLink();
    const view = (await visitor.call('GET', `/signing/${requestId}`)).json();
    expect([view.number, view.title, view.state]).toEqual([
      'DEV-2026-0001',
      'Devis n°\u00a0DEV-2026-0001, révision\u00a02',
      'sent',
    ]);
    const { comparison } = (await visitor.call('GET', path('/comparison?from=1&to=2'))).json();
    expect(comparison.terms.map((term: { path: string }) => term.path)).toEqual(['payment.delay']);
    expect(comparison.clauses.filter(({ status }: { status: string }) => status !== 'unchanged')).toMatchObject([
      { id: 'paiement', status: 'modified' },
    ]);
    for (const revision of [1, 2]) {
      const sent = await visitor.call('GET', path(`/revisions/${revision}/document`));
      expect(sent.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const pdf = await visitor.call('GET', path('/comparison.pdf?from=1&to=2'));
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('the dossier keeps both documents, what compares them, and who proposed what', async () => {
    const { documents } = (await owner.call('GET', `/dossiers/${dossierId}/documents`)).json();
    expect(documents.map(({ title }: { title: string }) => title)).toEqual([
      'Devis et contrat DEV-2026-0001',
      'Devis et contrat DEV-2026-0001, révision\u00a02',
      'DEV-2026-0001\u00a0: ce qui change de la révision 1 à la révision 2',
    ]);
    const { entries } = (await owner.call('GET', `/dossiers/${dossierId}/timeline?kind=agreement`)).json();
    expect(entries.find(({ type }: { type: string }) => type === 'QuoteRevised').body).toMatchObject({
      revision: 2,
      voids: [{ party: 'client' }],
    });
    expect(entries.find(({ type }: { type: string }) => type === 'ChangeProposed').body).toMatchObject({
      by: 'client',
      negotiable: true,
    });
  });

  test('who had signed is told by mail that the signature is void, and why', async () => {
    const { mails } = (await owner.call('GET', '/mails')).json() as {
      mails: { mailId: string; subject: string; to: { email: string } }[];
    };
    const told = mails.find(({ subject, to }) => to.email === signatory && /remplace/.test(subject))!;
    const { text } = (await owner.call('GET', `/mails/${told.mailId}`)).json() as { text: string };
    expect(text).toContain('Signatures annulées par la révision 2');
    expect(text).toContain('Anne Martin');
  });

  test('nothing more accepted: no empty revision', async () => {
    expect((await owner.call('POST', path('/revisions'), {})).json()).toMatchObject({ code: 'nothing_to_revise' });
  });
});
