import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest } from '../../../../test/support/running-cadran.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { instant } from '../../../shared/time.ts';
import { aDocx, aPdf } from '../testing/sample-files.ts';

type Audit = {
  documents: { id: string; title: string; kind: string; sections: unknown[] }[];
  findings: { key: string; rule: string; severity: string; words: string | null; cures: string[] }[];
  score: { score: number };
  pages: unknown;
};
let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let client: { clientId: string; dossierId: string };
const words = readFileSync(new URL('../../../../test/fixtures/audit/contrat-desequilibre.txt', import.meta.url), 'utf8');

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-16T09:00:00Z') });
  owner = await cadran.owner();
  client = (await owner.call('POST', '/clients', aClient())).json();
}, 120_000);
afterAll(() => cadran?.stop());

const upload = (name: string, bytes: Buffer) => {
  const boundary = 'frontiere';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return cadran.app.inject({
    method: 'POST',
    url: '/api/v1/audits/uploads',
    cookies: Object.fromEntries(owner.cookies),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
};

describe('an uploaded contract', () => {
  test('comes back with its text and its findings, and nothing of it is kept', async () => {
    const answered = await upload('contrat.docx', await aDocx(words));
    expect(answered.statusCode).toBe(200);
    const audit = answered.json() as Audit;
    expect(audit.documents[0]).toMatchObject({ title: 'contrat', kind: 'contrat' });
    expect(audit.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['D03', 'D01', 'A15']));
    expect((await owner.call('GET', '/audits')).json()).toEqual({ audits: [] });
  });

  test('that cannot be read is refused with what to do', async () => {
    const answered = await upload('scan.pdf', aPdf([[], []]));
    expect(answered.statusCode).toBe(422);
    expect(answered.json().message).toContain('Ce PDF est une image');
  });

  test('is filed with its accepted risks when somebody asks, and its report joins the dossier', async () => {
    const { documents, findings } = (await upload('contrat.docx', await aDocx(words))).json() as Audit;
    const input = { source: 'documents', documents };
    const accepted = [
      { key: findings.find(({ rule }) => rule === 'A15')!.key, reason: 'Client historique, payé à 30 jours depuis trois ans.' },
      { key: 'une règle qui n’a rien trouvé', reason: 'rien' },
    ];
    const report = await owner.call('POST', '/audits/report', { input, title: 'Contrat Nova', accepted });
    expect(report.statusCode).toBe(200);
    expect(report.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    if (process.env['CADRAN_SHOTS']) writeFileSync(`${process.env['CADRAN_SHOTS']}/audit.pdf`, report.rawPayload);

    const filed = await owner.call('POST', '/audits/filings', {
      input,
      title: 'Contrat Nova',
      accepted,
      dossierId: client.dossierId,
    });
    expect(filed.statusCode).toBe(201);
    const { audits } = (await owner.call('GET', '/audits')).json() as {
      audits: { id: string; accepted: number; findings: number }[];
    };
    expect(audits).toMatchObject([{ id: filed.json().id, accepted: 1, findings: findings.length }]);
    const again = (await owner.call('GET', `/audits/${audits[0]!.id}`)).json() as Audit & { accepted: unknown[] };
    expect(again.findings).toEqual(findings);
    expect(again.accepted).toEqual([accepted[0]]);
    const { documents: kept } = (await owner.call('GET', `/dossiers/${client.dossierId}/documents`)).json() as {
      documents: { kind: string; title: string }[];
    };
    expect(kept).toMatchObject([{ kind: 'audit', title: expect.stringContaining('Contrat Nova') }]);
    const stranger = await cadran.owner();
    expect((await stranger.call('GET', `/audits/${audits[0]!.id}`)).statusCode).toBe(404);
  });
});

describe('our own documents', () => {
  test('a draft that forgets the penalties is told so, and a text pasted is audited', async () => {
    const { id } = (await owner.call('POST', '/quotes', { clientId: client.clientId, draft: canonicalDraft })).json() as {
      id: string;
    };
    const whole = (await owner.call('POST', '/audits', { source: 'quote', quoteId: id })).json() as Audit;
    expect(whole.findings.filter(({ severity }) => severity === 'bloquant')).toEqual([]);
    const draft = { ...canonicalDraft, payment: { ...canonicalDraft.payment, penalty: null } };
    const lacking = (await owner.call('POST', '/audits', { source: 'quote', quoteId: id, draft })).json() as Audit;
    expect(lacking.findings.map(({ rule }) => rule)).toContain('A18');
    expect(lacking.score.score).toBeLessThan(whole.score.score);
    const all = await owner.call('POST', '/audits', { source: 'client', clientId: client.clientId });
    expect(all.statusCode).toBe(200);
    const pasted = (await owner.call('POST', '/audits', { source: 'text', title: 'Collé', text: words })).json() as Audit;
    expect(pasted.findings.map(({ rule }) => rule)).toContain('D03');
  });

  test('a model clause can be copied in plain words', async () => {
    const { text, title } = (await owner.call('GET', '/audits/model-clauses/paiement')).json() as { text: string; title: string };
    expect(title).toBe('Facturation et paiement');
    expect(text).toMatch(/pénalités/);
    expect(text).not.toMatch(/à renseigner|undefined|\{%/);
  });
});
