import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkPdfA } from '../../../platform/pdf/index.ts';
import { verifySignatures } from '../../../platform/signature/index.ts';
import { addMinutes, instant } from '../../../shared/time.ts';
import type { SignatureRequestId } from '../index.ts';
import { withdrawSignature } from '../queries.ts';
import { type SigningServer, startSigning } from '../../../../test/support/signing-server.ts';

const run = promisify(execFile);
const helene = 'helene@marchand-mesure.fr';
const bruno = 'bruno@marchand-mesure.fr';
const compta = 'compta@marchand-mesure.fr';
const camille = 'camille@roux-prospection.fr';
let server: SigningServer;
beforeAll(async () => {
  server = await startSigning();
});
afterAll(() => server.stop());
beforeEach(() => later(15));

const later = (minutes: number) => server.clock.set(addMinutes(server.clock.now(), minutes));
const codeIn = (text: string) => /^\d{6}$/m.exec(text)![0];
const tokenIn = (text: string) => /\/lien\/([\w-]+)/.exec(text)![1]!;
const linksTo = async (email: string) => (await server.mailsTo(email)).filter((mail) => mail.text.includes('/lien/'));
const lastToken = async (email: string) => tokenIn((await linksTo(email))[0]!.text);
/** This browser becomes the person who received the last link. */
const comeAs = async (email: string) => {
  const opened = await server.call(null, 'POST', `/links/${await lastToken(email)}/session`, {});
  expect(opened.status).toBe(200);
  server.cookies.signer = opened.cookie;
};
const asSigner = (id: string, verb: string, body?: unknown) => server.call('signer', 'POST', `/signing/${id}/${verb}`, body);
const asOwner = (id: string, verb: string, body?: unknown) =>
  server.call('owner', 'POST', `/signature-requests/${id}/${verb}`, body);
const view = async (id: string) => (await server.call('signer', 'GET', `/signing/${id}`)).body;
const ownerView = async (id: string) => (await server.call('owner', 'GET', `/signature-requests/${id}`)).body;

const clauses = [
  { id: 'rdv', label: 'Rendez-vous qualifié', article: '5', text: 'Un rendez-vous est qualifié lorsque…' },
  { id: 'prix', label: 'Prix', article: '6', text: 'Le prix est de 2 400 € HT…' },
];
const options = [{ id: 'relance', label: 'Relance des absents', netCents: 240_00 }];
const person = (name: string, email: string) => ({
  name,
  capacity: 'directeur financier',
  email,
  phone: null,
  organisation: 'Marchand Mesure SAS',
  siren: '552100554',
});
const others = [
  { ...person('Bruno Lenoir', bruno), party: 'client' as const, rank: 2 },
  { ...person('Odile Compta', compta), party: 'client' as const, rank: 2, duty: 'copy' as const },
];
const full = { others, initials: clauses, options, optionsBase: { netCents: 2_400_00, vatBp: 2000 } } as never;

const read = (id: string) => asSigner(id, 'views', { screen: 'document', seconds: 40, scrolledPercent: 100, pagesSeen: 2 });
const initialAll = async (id: string, initials: string) => {
  for (const { id: clauseId } of (await view(id)).initials)
    expect((await asSigner(id, 'initials', { clauseId, initials })).status).toBe(200);
};
const signAs = async (id: string, email: string, chosen: string[], sentence: string) => {
  const consent = await asSigner(id, 'consent', { text: sentence, options: chosen });
  expect(consent.body).toEqual({ state: 'consented' });
  expect((await asSigner(id, 'code')).status).toBe(200);
  const code = codeIn((await server.mailsTo(email))[0]!.text);
  const { documentSha256 } = await view(id);
  expect((await asSigner(id, 'signature', { code, documentSha256 })).status).toBe(200);
  await server.drain();
};

describe('two people of the client in order, with initials and options', () => {
  let id: SignatureRequestId;
  let sentence: string;
  beforeAll(async () => {
    id = await server.ask(full);
    await server.drain();
  });

  test('only the first receives a link; the person in copy receives nothing yet', async () => {
    expect(await linksTo(helene)).toHaveLength(1);
    expect(await linksTo(bruno)).toHaveLength(0);
    expect(await server.mailsTo(compta)).toHaveLength(0);
  });

  test('the first reads, initials each article, ticks an option and signs a sentence that says so', async () => {
    await comeAs(helene);
    const { consentText } = await view(id);
    await read(id);
    expect((await asSigner(id, 'consent', { text: consentText, options: [] })).body.code).toBe('initials_missing');
    await initialAll(id, 'HM');
    sentence = `${consentText} Je retiens l’option «\u00a0Relance des absents\u00a0» (240,00\u00a0€ HT). Prix total\u00a0: 2\u202f640,00\u00a0€ HT.`;
    await signAs(id, helene, ['relance'], sentence);
    expect((await view(id)).state).toBe('client_signed');
    expect((await ownerView(id)).state).toBe('sent');
  });

  test('the prestataire cannot countersign while the second has not signed', async () => {
    const { documentSha256 } = await ownerView(id);
    expect((await asOwner(id, 'countersignature', { documentSha256, password: server.password })).body.code).toBe(
      'client_has_not_signed',
    );
  });

  test('then the second receives the link, finds the options settled, and signs', async () => {
    later(60);
    await comeAs(bruno);
    expect((await view(id)).optionsSettled).toBe(true);
    await read(id);
    await initialAll(id, 'BL');
    const { consentText } = await view(id);
    expect((await asSigner(id, 'consent', { text: consentText, options: [] })).body.code).toBe('options_settled');
    await signAs(id, bruno, ['relance'], sentence);
    expect((await ownerView(id)).state).toBe('client_signed');
  });

  test('the agreement carries the options; three seals hold, PDF/A stands, and the evidence prints it all', async () => {
    later(60);
    const { documentSha256 } = await ownerView(id);
    expect((await asOwner(id, 'countersignature', { documentSha256, password: server.password })).body).toEqual({
      state: 'signed',
    });
    await server.drain();
    expect(server.agreements.find((fact) => fact.requestId === id)).toMatchObject({ chosenOptions: ['relance'] });
    const { bytes } = await server.call('owner', 'GET', `/signature-requests/${id}/files/signed`);
    const seals = await verifySignatures(bytes);
    expect(seals.map(({ fieldName, valid }) => [fieldName, valid])).toEqual([
      ['Signature_client', true],
      ['Signature_client_2', true],
      ['Signature_prestataire', true],
    ]);
    expect(await checkPdfA(bytes)).toEqual([]);
    const path = join(server.folder, 'three.pdf');
    await writeFile(path, bytes);
    expect((await run('pdfsig', ['-nocert', path])).stdout.match(/Signature is Valid/g)).toHaveLength(3);
    const evidence = join(server.folder, 'three-evidence.pdf');
    await writeFile(evidence, (await server.call('owner', 'GET', `/signature-requests/${id}/files/evidence`)).bytes);
    const text = (await run('pdftotext', [evidence, '-'])).stdout.replace(/\s+/g, ' ');
    for (const words of [
      'Bruno Lenoir',
      'Articles paraphés',
      'HM',
      'BL',
      'Relance des absents',
      'retenue',
      'En copie',
      'Odile Compta',
    ])
      expect(text).toContain(words);
    for (const email of [helene, bruno, compta, camille])
      expect((await server.mailsTo(email))[0]!.subject).toContain('votre exemplaire signé');
  });

  test('anybody who holds the signed file learns that it is ours, and sees three signatures', async () => {
    const { bytes } = await server.call('owner', 'GET', `/signature-requests/${id}/files/signed`);
    const answer = await verify(bytes);
    expect(answer.body).toMatchObject({
      verdict: 'signed_here',
      document: { number: 'DEV-2026-0001', state: 'signed', replacedBy: null },
    });
    expect(answer.body.signatures.map((one: any) => [one.valid, one.ours, one.timestamp.local])).toEqual(
      Array.from({ length: 3 }, () => [true, true, true]),
    );
    expect(JSON.stringify(answer.body)).not.toContain('2400');
  });

  test('something added, or one byte changed, is seen; the unsigned original is said to be replaced', async () => {
    const { bytes } = await server.call('owner', 'GET', `/signature-requests/${id}/files/signed`);
    expect((await verify(Buffer.concat([bytes, Buffer.from('\n% un mot de plus\n%%EOF\n')]))).body.verdict).toBe('extended');
    const changed = new Uint8Array(bytes);
    changed[Buffer.from(bytes).indexOf('stream') + 30]! ^= 1;
    expect((await verify(changed)).body.verdict).toBe('altered');
    const original = (await server.call('owner', 'GET', `/signature-requests/${id}/document`)).bytes;
    expect((await verify(original)).body).toMatchObject({
      verdict: 'replaced',
      document: { replacedBy: { title: expect.stringContaining('signé') } },
    });
  });

  test('what is not a readable PDF is told in a sentence', async () => {
    expect((await verify(Buffer.from('bonjour'))).body).toMatchObject({ code: 'file_not_a_pdf' });
    expect((await verify(Buffer.from('%PDF-1.7\nrien du tout'))).body).toMatchObject({ code: 'file_unreadable' });
    const plain = join(server.folder, 'plain.pdf');
    const locked = join(server.folder, 'locked.pdf');
    await writeFile(plain, (await server.call('owner', 'GET', `/signature-requests/${id}/document`)).bytes);
    await run('qpdf', ['--encrypt', 'secret', 'secret', '256', '--', plain, locked]);
    expect((await verify(await import('node:fs/promises').then(({ readFile }) => readFile(locked)))).body).toMatchObject({
      code: 'file_encrypted',
    });
  });
});

const verify = (bytes: Uint8Array) => {
  const boundary = '----cadran';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  return server.call(
    null,
    'POST',
    '/verification',
    Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  );
};

describe('passing the pen', () => {
  const to = {
    name: 'Denis Petit',
    capacity: 'directeur commercial',
    email: 'denis@marchand-mesure.fr',
    reason: 'Je suis en congé.',
  };

  test('the other person receives a link, the old one dies, the prestataire is told', async () => {
    const id = await server.ask();
    await server.drain();
    const old = await lastToken(helene);
    await comeAs(helene);
    expect((await asSigner(id, 'delegation', to)).status).toBe(200);
    await server.drain();
    // The door may remember the session for a few seconds; the rule does not.
    expect([401, 410]).toContain((await asSigner(id, 'refusal', { reason: 'Finalement non.' })).status);
    expect((await server.call(null, 'GET', `/signing-links/${old}`)).body).toMatchObject({
      standing: 'delegated',
      delegatedTo: 'Denis Petit',
    });
    expect((await server.mailsTo(camille))[0]!.text).toContain('Je suis en congé.');
    await comeAs(to.email);
    expect((await view(id)).me).toMatchObject({ name: 'Denis Petit', organisation: 'Marchand Mesure SAS' });
    expect((await asSigner(id, 'delegation', { ...to, email: 'autre@exemple.fr' })).body.code).toBe('already_delegated');
  });

  test('the prestataire refuses, and the first person signs after all', async () => {
    const id = await server.ask();
    await server.drain();
    await comeAs(helene);
    await asSigner(id, 'delegation', to);
    await server.drain();
    const seat = (await ownerView(id)).signatories.find((one: any) => one.name === 'Denis Petit');
    const before = (await linksTo(helene)).length;
    expect((await asOwner(id, `delegates/${seat.signatoryId}/refusal`, { reason: 'Pouvoir non justifié.' })).status).toBe(200);
    await server.drain();
    expect((await linksTo(helene)).length).toBe(before + 1);
    expect((await server.call(null, 'GET', `/signing-links/${await lastToken(to.email)}`)).body.standing).toBe('dismissed');
    await comeAs(helene);
    expect((await view(id)).state).toBe('sent');
  });
});

describe('time', () => {
  test('reminders come after three days, once a day at most, and stop when held or answered', async () => {
    const { requests } = (await server.call('owner', 'GET', '/signature-requests')).body;
    for (const { subject, state } of requests)
      if (['sent', 'read', 'consented'].includes(state)) await server.inTenant((tx) => withdrawSignature(tx, subject));
    server.clock.set(instant('2026-03-16T09:00:00Z')); // Monday
    const id = await server.ask();
    await server.drain();
    const reminders = async () => (await server.mailsTo(helene)).filter(({ subject }) => subject.startsWith('Rappel')).length;
    const start = await reminders();
    const goTo = async (at: string) => {
      server.clock.set(instant(at));
      await server.sweep();
    };
    await goTo('2026-03-18T09:00:00Z');
    expect(await reminders()).toBe(start);
    await goTo('2026-03-19T21:00:00Z');
    expect(await reminders()).toBe(start);
    expect((await ownerView(id)).signatories[0].nextReminderAt).toBe('2026-03-19T09:00:00.000Z');
    await goTo('2026-03-20T09:00:00Z');
    await server.sweep();
    expect(await reminders()).toBe(start + 1);
    expect((await asOwner(id, 'reminders', { paused: true })).status).toBe(200);
    await goTo('2026-03-24T09:00:00Z');
    expect(await reminders()).toBe(start + 1);
    await asOwner(id, 'reminders', { paused: false });
    await goTo('2026-03-24T09:10:00Z');
    expect(await reminders()).toBe(start + 2);
    await comeAs(helene);
    await asSigner(id, 'refusal', { reason: 'Trop cher.' });
    await goTo('2026-03-30T09:00:00Z');
    expect(await reminders()).toBe(start + 2);
  });

  test('a deadline that passed is extended by one click, and a new link leaves', async () => {
    const id = await server.ask({ expiresAt: addMinutes(server.clock.now(), 60) });
    await server.drain();
    const token = await lastToken(helene);
    later(120);
    expect((await server.call(null, 'GET', `/signing-links/${token}`)).body.standing).toBe('request_expired');
    expect((await server.call(null, 'POST', `/signing-links/${token}/again`)).body).toEqual({
      sent: 'more_time',
      to: 'Camille Roux EI',
    });
    expect((await server.mailsTo(camille))[0]!.subject).toContain('demande plus de temps');
    expect((await asOwner(id, 'extension', {})).body).toMatchObject({ ok: true });
    await server.drain();
    expect((await server.call(null, 'GET', `/signing-links/${token}`)).body.standing).toBe('open');
    await comeAs(helene);
    expect((await read(id)).status).toBe(200);
  });

  test('a list shows what stalls', async () => {
    const id = await server.ask({ expiresAt: addMinutes(server.clock.now(), 30 * 24 * 60) });
    await server.drain();
    later(8 * 24 * 60);
    const { requests } = (await server.call('owner', 'GET', '/signature-requests?stalled=true')).body;
    expect(requests.find((one: any) => one.requestId === id)).toMatchObject({
      stalled: 'no_answer',
      signedCount: 0,
      signerCount: 2,
    });
  });
});

describe('a link that does not open', () => {
  test('is asked again to the same address, not twice in ten minutes', async () => {
    const id = await server.ask({ expiresAt: addMinutes(server.clock.now(), 30 * 24 * 60) });
    await server.drain();
    const token = await lastToken(helene);
    await asOwner(id, 'link');
    await server.drain();
    expect((await server.call(null, 'GET', `/signing-links/${token}`)).body).toMatchObject({
      standing: 'newer_link',
      email: 'h•••@marchand-mesure.fr',
      sender: { organisation: 'Camille Roux EI' },
    });
    const before = (await linksTo(helene)).length;
    expect((await server.call(null, 'POST', `/signing-links/${token}/again`)).body.sent).toBe('link');
    expect((await server.call(null, 'POST', `/signing-links/${token}/again`)).body.code).toBe('link_again_too_soon');
    expect((await linksTo(helene)).length).toBe(before + 1);
    expect((await server.call(null, 'GET', '/signing-links/nimporte')).status).toBe(404);
  });

  test('without a link, only the address of a signer receives one, and the answer is the same', async () => {
    const id = await server.ask({ expiresAt: addMinutes(server.clock.now(), 30 * 24 * 60) });
    await server.drain();
    const before = (await linksTo(helene)).length;
    expect((await server.call(null, 'POST', `/signing/${id}/link`, { email: 'curieux@exemple.fr' })).body).toEqual({ ok: true });
    expect((await linksTo(helene)).length).toBe(before);
    expect((await server.call(null, 'POST', `/signing/${id}/link`, { email: helene.toUpperCase() })).body).toEqual({ ok: true });
    expect((await linksTo(helene)).length).toBe(before + 1);
  });

  test('says that a revision replaces the document, and the signers were told', async () => {
    const id = await server.ask({ expiresAt: addMinutes(server.clock.now(), 30 * 24 * 60) });
    await server.drain();
    const token = await lastToken(helene);
    const { subject } = await ownerView(id);
    await server.inTenant((tx) => withdrawSignature(tx, subject, 'Prix corrigé.', { replaced: true }));
    expect((await server.call(null, 'GET', `/signing-links/${token}`)).body).toMatchObject({
      standing: 'replaced',
      reason: 'Prix corrigé.',
    });
    expect((await server.mailsTo(helene))[0]!).toMatchObject({ text: expect.stringContaining('Prix corrigé.') });
  });
});

test('the owner sees the seal, its term and its time authority', async () => {
  const { body } = await server.call('owner', 'GET', '/seal');
  expect(body).toMatchObject({ certificate: { imported: false, selfIssued: true }, authority: { kind: 'local' }, alarm: null });
});
