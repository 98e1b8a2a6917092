import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readJournal, verifyChain } from '../../../platform/journal/index.ts';
import { verifySignatures } from '../../../platform/signature/index.ts';
import { addMinutes, instant } from '../../../shared/time.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { documentsAbout, documentsOf } from '../../dossier/queries.ts';
import { fileEvidence, sealSignatures, sendSigningLink } from '../app/jobs.ts';
import type { SignatureRequestId } from '../index.ts';
import { attachSignatureDocument, withdrawSignature } from '../queries.ts';
import { type SigningServer, startSigning } from '../../../../test/support/signing-server.ts';

const run = promisify(execFile);
const client = 'helene@marchand-mesure.fr';
const provider = 'camille@roux-prospection.fr';
let server: SigningServer;
beforeAll(async () => {
  server = await startSigning();
});
afterAll(() => server.stop());

const codeIn = (text: string) => /^\d{6}$/m.exec(text)![0];
const lastMail = async (email: string) => (await server.mailsTo(email))[0]!;
const later = (minutes: number) => server.clock.set(addMinutes(server.clock.now(), minutes));

/** The client opens the link in the last mail. */
const openLink = async () => {
  const { text } = (await server.mailsTo(client)).find((mail) => mail.text.includes('/lien/'))!;
  const token = /\/lien\/([\w-]+)/.exec(text)![1]!;
  const opened = await server.call(null, 'POST', `/links/${token}/session`, {});
  expect(opened.status).toBe(200);
  server.cookies.signer = opened.cookie;
  return opened.body.subject.id as SignatureRequestId;
};
const start = async (changes: Parameters<SigningServer['ask']>[0] = {}) => {
  const id = await server.ask(changes);
  await server.drain();
  later(1);
  expect(await openLink()).toBe(id);
  return id;
};
const asSigner = (id: string, verb: string, body?: unknown) => server.call('signer', 'POST', `/signing/${id}/${verb}`, body);
const asOwner = (id: string, verb: string, body?: unknown) =>
  server.call('owner', 'POST', `/signature-requests/${id}/${verb}`, body);
const view = async (id: string) => (await server.call('signer', 'GET', `/signing/${id}`)).body;
const readAndConsent = async (id: string) => {
  await asSigner(id, 'views', { screen: 'summary', seconds: 12 });
  await asSigner(id, 'views', { screen: 'document', seconds: 95, scrolledPercent: 100, pagesSeen: 2 });
  const { consentText } = await view(id);
  expect((await asSigner(id, 'consent', { text: consentText })).status).toBe(200);
};
const askCode = async (id: string) => {
  expect((await asSigner(id, 'code')).status).toBe(200);
  return codeIn((await lastMail(client)).text);
};
const clientSigns = async (id: string) => {
  await readAndConsent(id);
  const code = await askCode(id);
  const { documentSha256 } = await view(id);
  const signed = await asSigner(id, 'signature', { code, documentSha256 });
  expect(signed.body).toEqual({ state: 'client_signed' });
  return documentSha256 as string;
};

describe('from the link to the evidence', () => {
  let id: SignatureRequestId;
  let documentSha256: string;
  beforeAll(async () => {
    id = await start();
    documentSha256 = await clientSigns(id);
    later(60);
    const countersigned = await asOwner(id, 'countersignature', { documentSha256, password: server.password });
    expect(countersigned.body).toEqual({ state: 'signed' });
    await server.drain();
  });

  test('the bytes shown are the frozen ones, and a reader may ask for a part of them', async () => {
    const whole = await server.call('signer', 'GET', `/signing/${id}/document`);
    expect(createHash('sha256').update(whole.bytes).digest('hex')).toBe(documentSha256);
    const part = await server.call('signer', 'GET', `/signing/${id}/document`, undefined, { range: 'bytes=0-7' });
    expect([part.status, Buffer.from(part.bytes).toString(), part.headers['content-range']]).toEqual([
      206,
      '%PDF-1.7',
      `bytes 0-7/${whole.bytes.length}`,
    ]);
  });

  test('the agreement is recorded once, for the terms and the day that both signed', () => {
    expect(server.agreements.filter((fact) => fact.requestId === id)).toMatchObject([
      { level: 'electronic', contentSha256: 'c'.repeat(64), acceptedOn: '2026-03-02' },
    ]);
  });

  test('the final file holds two signatures in order, for us and for pdfsig, and begins with the document that was read', async () => {
    const { bytes } = await server.call('signer', 'GET', `/signing/${id}/files/signed`);
    expect(
      (await verifySignatures(bytes)).map(({ fieldName, valid, coversWholeFile }) => [fieldName, valid, coversWholeFile]),
    ).toEqual([
      ['Signature_client', true, false],
      ['Signature_prestataire', true, true],
    ]);
    const original = (await server.call('signer', 'GET', `/signing/${id}/document`)).bytes;
    expect(Buffer.compare(bytes.subarray(0, original.length), original)).toBe(0);
    const path = join(server.folder, 'signed.pdf');
    await writeFile(path, bytes);
    expect((await run('pdfsig', ['-nocert', path])).stdout.match(/Signature is Valid/g)).toHaveLength(2);
    expect((await run('pdftotext', ['-layout', path, '-'])).stdout).toContain('Hélène Marchand');
  });

  test('the evidence page says who, what, when, from where, with which words', async () => {
    const { bytes } = await server.call('signer', 'GET', `/signing/${id}/files/evidence`);
    const path = join(server.folder, 'evidence.pdf');
    await writeFile(path, bytes);
    const text = (await run('pdftotext', [path, '-'])).stdout.replace(/\s+/g, ' ');
    for (const words of [
      'Hélène Marchand',
      'Camille Roux',
      'art. 1366 et 1367',
      '127.0.0.1',
      'essai/1.0',
      'Code saisi',
      'mot de passe',
      'horodatage local non qualifié',
    ])
      expect(text).toContain(words);
    expect(text.replace(/\s/g, '')).toContain(documentSha256);
    expect((await verifySignatures(bytes)).map((one) => one.valid)).toEqual([true]);
    expect((await run('pdfdetach', ['-list', path])).stdout).toContain('preuve.json');
  });

  test('both receive both files', async () => {
    for (const person of [client, provider]) {
      const mail = await lastMail(person);
      expect(mail.subject).toContain('votre exemplaire signé');
      expect(mail.attachments.map(({ name }) => name)).toEqual([
        'Devis n°\u00a0DEV-2026-0001 signé.pdf',
        'Preuve de signature DEV-2026-0001.pdf',
      ]);
    }
  });

  test('the dossier files the original, the signed version and the evidence, and its journal holds', async () => {
    const dossierId = (await server.call('owner', 'GET', `/signature-requests/${id}`)).body.dossierId;
    const { documents, journal } = await server.inTenant(async (tx) => ({
      documents: await documentsOf(tx, dossierId),
      journal: await readJournal(tx, dossierId),
    }));
    expect(documents.map(({ kind }) => kind)).toEqual(['contract', 'contract', 'evidence']);
    expect(documents[1]!.replaces).toBe(documents[0]!.documentId);
    expect(verifyChain(journal).ok).toBe(true);
    expect(journal.map(({ type }) => type)).toEqual([
      'DocumentFrozen',
      'SignatureRequested',
      'SignatureDocumentAttached',
      'ConsentGiven',
      'DocumentSigned',
      'DocumentSigned',
      'AgreementSigned',
      'DocumentFrozen',
      'DocumentFrozen',
    ]);
    expect(JSON.stringify(journal)).not.toMatch(/codeSha256|\b\d{6}\b"/);
  });

  test('a job that runs again, after a crash or twice at once, changes nothing and mails nobody', async () => {
    const before = (await server.mailsTo(client)).length;
    await server.inTenant(async (tx) => {
      await enqueue(tx, sealSignatures, { requestId: id });
      await enqueue(tx, fileEvidence, { requestId: id });
      await enqueue(tx, sendSigningLink, { requestId: id });
    });
    await server.drain();
    expect((await server.mailsTo(client)).length).toBe(before);
    const documents = await server.inTenant((tx) =>
      documentsAbout(tx, server.agreements.find((fact) => fact.requestId === id)!.subject),
    );
    expect(documents).toHaveLength(3);
  });

  test('signing again, on either side, is refused', async () => {
    expect((await asSigner(id, 'signature', { code: '123456', documentSha256 })).body.code).toBe('already_signed');
    expect((await asOwner(id, 'countersignature', { documentSha256, password: server.password })).body.code).toBe(
      'already_signed',
    );
  });
});

describe('what is refused, and how it is said', () => {
  beforeEach(() => later(5));

  test('steps out of order', async () => {
    const id = await start();
    const { consentText, documentSha256 } = await view(id);
    expect((await asSigner(id, 'consent', { text: consentText })).body).toMatchObject({ code: 'document_not_read' });
    expect((await asSigner(id, 'code')).body.code).toBe('document_not_read');
    expect((await asOwner(id, 'countersignature', { documentSha256, password: server.password })).body.code).toBe(
      'client_has_not_signed',
    );
    await asSigner(id, 'views', { screen: 'document', seconds: 3 });
    expect((await asSigner(id, 'code')).body.code).toBe('consent_missing');
    expect((await asSigner(id, 'consent', { text: 'Je signe tout.' })).body.code).toBe('consent_text_differs');
    expect((await asSigner(id, 'signature', { code: '123456', documentSha256 })).body.code).toBe('consent_missing');
  });

  test('five wrong codes lock the code, also for the right one; a new code works', async () => {
    const id = await start();
    await readAndConsent(id);
    const right = await askCode(id);
    const { documentSha256 } = await view(id);
    const wrong = right === '000000' ? '000001' : '000000';
    const answers = [];
    for (let attempt = 0; attempt < 5; attempt += 1)
      answers.push((await asSigner(id, 'signature', { code: wrong, documentSha256 })).body);
    expect(answers.map(({ code }) => code)).toEqual(['code_wrong', 'code_wrong', 'code_wrong', 'code_wrong', 'code_locked']);
    expect(answers[3].message).toBe('Ce code n’est pas le bon. Il vous reste 1 essai.');
    const locked = await asSigner(id, 'signature', { code: right, documentSha256 });
    expect([locked.status, locked.body.code]).toEqual([423, 'code_locked']);
    expect((await asSigner(id, 'code')).body.code).toBe('code_too_soon');
    later(2);
    const fresh = await askCode(id);
    expect((await asSigner(id, 'signature', { code: fresh, documentSha256 })).body.state).toBe('client_signed');
  });

  test('a code older than ten minutes, and a sixth code by the same link', async () => {
    const id = await start();
    await readAndConsent(id);
    const { documentSha256 } = await view(id);
    const first = await askCode(id);
    later(10);
    expect((await asSigner(id, 'signature', { code: first, documentSha256 })).body.code).toBe('code_expired');
    for (let sent = 1; sent < 5; sent += 1) {
      await askCode(id);
      later(2);
    }
    expect((await asSigner(id, 'code')).body.code).toBe('too_many_codes');
    expect((await asOwner(id, 'link')).status).toBe(200);
    await server.drain();
    await openLink();
    expect((await asSigner(id, 'code')).status).toBe(200);
  });

  test('a request past its deadline, with the reason and no signature', async () => {
    const id = await start({ expiresAt: addMinutes(server.clock.now(), 30) });
    later(31);
    const late = await asSigner(id, 'views', { screen: 'document', seconds: 3 });
    expect([late.status, late.body.code]).toEqual([410, 'request_expired']);
    expect((await view(id)).can.sign).toMatchObject({
      allowed: false,
      code: 'request_expired',
      message: expect.stringContaining('délai'),
    });
  });

  test('a document that is no longer the one read, on the screen or on the disk', async () => {
    const id = await start();
    await readAndConsent(id);
    const code = await askCode(id);
    const { documentSha256 } = await view(id);
    expect((await asSigner(id, 'signature', { code, documentSha256: 'e'.repeat(64) })).body.code).toBe('document_changed');
    const path = join(server.folder, 'files', server.tenantId, documentSha256.slice(0, 2), documentSha256);
    const original = (await server.call('signer', 'GET', `/signing/${id}/document`)).bytes;
    await writeFile(path, Buffer.concat([original, Buffer.from(' ')]));
    expect((await asSigner(id, 'signature', { code, documentSha256 })).body.code).toBe('document_changed');
    await writeFile(path, original);
    expect((await asSigner(id, 'signature', { code, documentSha256 })).body.state).toBe('client_signed');
  });

  test('someone else’s request is unknown, and a stranger is asked to come by the link', async () => {
    const mine = await start();
    const other = await server.ask();
    await server.drain();
    expect((await server.call('signer', 'GET', `/signing/${other}`)).status).toBe(404);
    expect((await server.call(null, 'GET', `/signing/${mine}`)).status).toBe(401);
    expect((await server.call('signer', 'GET', `/signature-requests/${mine}`)).status).toBe(403);
  });

  test('the client refuses with a reason; the prestataire is told; nothing can be signed any more', async () => {
    const id = await start();
    expect((await asSigner(id, 'refusal', { reason: 'non' })).status).toBe(200);
    const mail = await lastMail(provider);
    expect(mail.text).toContain('«\u00a0non\u00a0»');
    expect((await asSigner(id, 'code')).body.code).toBe('already_refused');
  });

  test('a wrong password does not countersign, nor does a missing proof', async () => {
    const id = await start();
    const documentSha256 = await clientSigns(id);
    expect((await asOwner(id, 'countersignature', { documentSha256, password: 'pas le bon' })).body.code).toBe('password_wrong');
    expect((await asOwner(id, 'countersignature', { documentSha256 })).body.code).toBe('proof_missing');
    expect((await asOwner(id, 'code')).status).toBe(200);
    const code = codeIn((await lastMail(provider)).text);
    expect((await asOwner(id, 'countersignature', { documentSha256, code })).body.state).toBe('signed');
  });

  test('when what must follow an agreement fails, the signature is not kept either', async () => {
    const id = await start();
    const documentSha256 = await clientSigns(id);
    server.follow.next = () => {
      throw new Error('the mission cannot open');
    };
    expect((await asOwner(id, 'countersignature', { documentSha256, password: server.password })).status).toBe(500);
    server.follow.next = null;
    expect((await server.call('owner', 'GET', `/signature-requests/${id}`)).body.state).toBe('client_signed');
    expect((await asOwner(id, 'countersignature', { documentSha256, password: server.password })).body.state).toBe('signed');
  });
});

test('the link leaves once the document is rendered, and a new version of the offer closes the old one', async () => {
  const id = await server.ask({ withDocument: false });
  await server.drain();
  expect((await server.call('owner', 'GET', `/signature-requests/${id}`)).body.state).toBe('preparing');
  const { subject } = (await server.call('owner', 'GET', `/signature-requests/${id}`)).body;
  await server.inTenant(async (tx) => {
    const [document] = await documentsAbout(tx, subject);
    await attachSignatureDocument(tx, id, { documentId: document!.documentId, places: {} });
    await attachSignatureDocument(tx, id, { documentId: document!.documentId, places: {} });
  });
  await server.drain();
  expect(await openLink()).toBe(id);
  expect((await view(id)).state).toBe('sent');
  await server.inTenant((tx) => withdrawSignature(tx, subject));
  expect((await server.call('owner', 'GET', `/signature-requests/${id}`)).body.state).toBe('withdrawn');
});

describe('on paper', () => {
  const form = (fields: Record<string, string>, file: Buffer) => {
    const boundary = 'bornes';
    const parts = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    const head = Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
    );
    return {
      body: Buffer.concat([...parts, head, file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    };
  };
  const record = (id: string, fields: Record<string, string>, file: Buffer) => {
    const { body, headers } = form(fields, file);
    return server.call('owner', 'POST', `/signature-requests/${id}/paper`, body, headers);
  };
  const good = { signedOn: '2026-03-01', signatoryName: 'Hélène Marchand' };

  test('a scan makes the same agreement at its lower level, even before the PDF is rendered', async () => {
    const id = await server.ask({ withDocument: false });
    expect((await record(id, good, Buffer.from('MZ not a scan'))).body.code).toBe('scan_unreadable');
    expect((await record(id, { ...good, signedOn: '2027-01-01' }, Buffer.from('%PDF-1.4 scan'))).body.code).toBe(
      'paper_date_in_future',
    );
    expect((await record(id, { ...good, signedOn: 'hier' }, Buffer.from('%PDF-1.4 scan'))).body.code).toBe('paper_date_missing');
    expect((await record(id, good, Buffer.from('%PDF-1.4 scan'))).body).toEqual({ state: 'signed_on_paper' });
    expect(server.agreements.find((fact) => fact.requestId === id)).toMatchObject({
      level: 'paper',
      acceptedOn: '2026-03-01',
      documentId: null,
    });
    await server.drain();
    expect((await server.mailsTo(client)).map(({ subject }) => subject)).toContain(
      'Devis n°\u00a0DEV-2026-0001\u00a0: signature sur papier enregistrée',
    );
    expect((await record(id, good, Buffer.from('%PDF-1.4 scan'))).body.code).toBe('already_signed');
  });

  test('the link sent before is closed', async () => {
    const id = await start();
    expect((await record(id, good, Buffer.from('%PDF-1.4 scan'))).status).toBe(200);
    expect((await server.call('signer', 'GET', `/signing/${id}`)).status).toBe(401);
    expect(instant(server.clock.now())).toBeTruthy();
  });
});
