import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest } from '../../../../test/support/running-cadran.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { contractPdf } from '../../../platform/signature/testing.ts';
import type { DossierId } from '../../../shared/ids.ts';
import { newId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { addDocument } from '../queries.ts';

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let dossierId: DossierId;
let otherDossierId: DossierId;
let documentId: string;

const find = async (question: string, id: DossierId = dossierId) =>
  (await owner.call('GET', `/dossiers/${id}/search?q=${encodeURIComponent(question)}`)).json().results as {
    source: string;
    sourceId: string;
    title: string;
    snippet: { text: string; found: boolean }[];
  }[];

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-16T09:00:00Z') });
  owner = await cadran.owner();
  dossierId = (await owner.call('POST', '/clients', aClient())).json().dossierId;
  otherDossierId = (await owner.call('POST', '/clients', aClient({ name: 'Nova', siret: '55208131700018' }))).json().dossierId;
  const actor = { kind: 'system' as const, name: 'test', tenantId: owner.tenantId };
  await cadran.db.withTenant(owner.tenantId, actor, async (tx) => {
    const file = await cadran.platform.files.put(tx, {
      bytes: await contractPdf('Convention de résiliation amiable'),
      name: 'convention.pdf',
      mediaType: 'application/pdf',
    });
    documentId = (
      await addDocument(tx, {
        dossierId,
        kind: 'contract',
        title: 'Devis et contrat DEV-2026-0007',
        file: { ...file, mediaType: 'application/pdf' },
        subject: { type: 'quote', id: newId<string>() },
      })
    ).documentId;
    const stream = { type: 'mission', id: newId<string>() };
    await recordFacts(tx, {
      dossierId,
      stream,
      facts: [{ type: 'MissionPaused', missionId: stream.id, reason: 'Le budget n’était pas évoqué' } as never],
    });
    for (const [subject, confidential] of [
      ['Rendez-vous refusé', false],
      ['Votre code', true],
    ] as const)
      await sendMail(tx, {
        to: { email: 'anne@martin.example', name: 'Anne Martin' },
        sender: 'Camille',
        subject,
        title: subject,
        paragraphs: ['Motif : budget non évoqué. https://exemple.fr/lien/secret'],
        about: stream,
        confidential,
      });
  });
  await cadran.worker.runSweeps();
  await cadran.worker.drainJobs();
}, 120_000);
afterAll(() => cadran?.stop());

test('a document is found by the words inside it, without accents, by the beginning of a word, and by its number', async () => {
  for (const question of ['resiliation amiable', 'résil', 'DEV-2026-0007'])
    expect((await find(question)).map(({ sourceId }) => sourceId)).toContain(documentId);
  const [found] = await find('resiliation');
  expect(found!.snippet.find((piece) => piece.found)!.text).toBe('résiliation');
});

test('a decision and the mail that told of it are found by the reason that was written', async () => {
  const results = await find('budget évoqué');
  expect(results.map(({ source }) => source).sort()).toEqual(['fact', 'mail']);
  expect(results.find(({ source }) => source === 'mail')!.title).toBe('Rendez-vous refusé');
});

test('a code or a personal link is never searched, and no address of a link is kept', async () => {
  expect(await find('secret')).toEqual([]);
  expect((await find('votre code')).map(({ title }) => title)).toEqual(['Votre code']);
});

test('another client’s file holds none of it', async () => {
  expect(await find('résiliation', otherDossierId)).toEqual([]);
  expect(await find('budget', otherDossierId)).toEqual([]);
});

test('what cannot be a word finds nothing, and breaks nothing', async () => {
  for (const question of ["'", '& | !', ':*', 'a', '\\']) expect(await find(question)).toEqual([]);
});

test('one reads the approvals apart, and the essentials leave out the calls, counted by thousands', async () => {
  await cadran.db.withTenant(owner.tenantId, { kind: 'system', name: 'test', tenantId: owner.tenantId }, (tx) =>
    recordFacts(tx, {
      dossierId,
      stream: { type: 'call', id: newId<string>() },
      facts: [{ type: 'DialRefused' } as never, { type: 'ScriptApproved' } as never],
    }),
  );
  const typesOf = async (kind: string) =>
    (await owner.call('GET', `/dossiers/${dossierId}/timeline?kind=${kind}`))
      .json()
      .entries.map((one: { type: string }) => one.type);
  expect(await typesOf('validations')).toEqual(['ScriptApproved']);
  expect(await typesOf('calls')).toEqual(['DialRefused']);
  const essential = await typesOf('essential');
  expect(essential).toEqual(expect.arrayContaining(['ScriptApproved', 'MissionPaused', 'DocumentFrozen', 'ClientAdded']));
  expect(essential).not.toContain('DialRefused');
  expect(await typesOf('file')).toEqual(expect.arrayContaining(['ClientAdded', 'DocumentFrozen']));
});

test('the exchanges of the file are listed with what became of each, and belong to it alone', async () => {
  const { mails } = (await owner.call('GET', `/dossiers/${dossierId}/exchanges`)).json();
  expect(mails.map(({ subject }: { subject: string }) => subject).sort()).toEqual(['Rendez-vous refusé', 'Votre code']);
  expect(mails[0]).toMatchObject({ state: 'sent', to: { email: 'anne@martin.example', name: 'Anne Martin' } });
  expect((await owner.call('GET', `/dossiers/${otherDossierId}/exchanges`)).json().mails).toEqual([]);
});
