import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { instant } from '../../src/shared/time.ts';
import { fatalFindings } from '../e-invoice/judge.ts';
import { type RunningTest, aClient, runningCadran } from '../support/running-cadran.ts';

let cadran: RunningTest;
beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
}, 120_000);
afterAll(() => cadran?.stop());

type Owner = Awaited<ReturnType<RunningTest['owner']>>;

/** A quote sent, then signed on paper: the shortest way to a mission. */
const signedOnPaper = async (owner: Owner, draft: object) => {
  const { clientId } = (await owner.call('POST', '/clients', aClient())).json();
  const { id } = (
    await owner.call('POST', '/quotes', { clientId, title: 'Prospection de mars', validUntil: '2026-03-31', draft })
  ).json();
  const sent = await owner.call('POST', `/quotes/${id}/sending`);
  expect(sent.json()).toMatchObject({ number: 'DEV-2026-0001' });
  cadran.clock.set(instant('2026-03-05T10:00:00Z'));
  const { signatureRequestId } = (await owner.call('GET', `/quotes/${id}`)).json();
  const recorded = await cadran.app.inject({
    method: 'POST',
    url: `/api/v1/signature-requests/${signatureRequestId}/paper`,
    cookies: Object.fromEntries(owner.cookies),
    headers: { 'content-type': 'multipart/form-data; boundary=bornes' },
    payload: multipart({ signedOn: '2026-03-05', signatoryName: 'Anne Martin' }, '%PDF-1.4 scan'),
  });
  expect([recorded.statusCode, recorded.json()]).toEqual([200, { state: 'signed_on_paper' }]);
};
const multipart = (fields: Record<string, string>, file: string) =>
  [
    ...Object.entries(fields).map(
      ([name, value]) => `--bornes\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}`,
    ),
    `--bornes\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\ncontent-type: application/pdf\r\n\r\n${file}`,
    '--bornes--\r\n',
  ].join('\r\n');

const sellers = {
  'a seller who charges VAT': { identity: {}, vat: canonicalDraft.price.vat, gross: 57_600 },
  'a seller in franchise en base': {
    identity: { vatRegime: 'franchise' },
    vat: { regime: 'franchise', rateBp: 0 },
    gross: 48_000,
  },
};

describe.each(Object.entries(sellers))('%s', (_, { identity, vat, gross }) => {
  let owner: Owner;
  beforeAll(async () => {
    cadran.clock.set(instant('2026-03-02T09:00:00Z'));
    owner = await cadran.owner({ identity });
    await signedOnPaper(owner, { ...canonicalDraft, price: { ...canonicalDraft.price, vat } });
  });

  test('gets the deposit invoice from the signature itself', async () => {
    const { invoices } = (await owner.call('GET', '/invoices')).json();
    expect(invoices).toMatchObject([
      { number: 'FA-2026-0001', kind: 'deposit', netCents: 48_000, grossCents: gross, issuedOn: '2026-03-05' },
    ]);
  });

  test(
    'sends a Factur-X whose XML passes the four official layers, drawn by the worker and filed in the dossier',
    { timeout: 900_000 },
    async () => {
      await cadran.worker.drainJobs();
      const [invoice] = (await owner.call('GET', '/invoices')).json().invoices;
      expect((await owner.call('GET', `/invoices/${invoice.id}`)).json().pdfReady).toBe(true);
      expect(await fatalFindings((await owner.call('GET', `/invoices/${invoice.id}/xml`)).body)).toEqual([]);
      const pdf = await owner.call('GET', `/invoices/${invoice.id}/pdf`);
      expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    },
  );

  test('sees the rest of the schedule wait, each step with its reason', async () => {
    const [invoice] = (await owner.call('GET', '/invoices')).json().invoices;
    const { steps } = (await owner.call('GET', `/missions/${invoice.missionId}/billing`)).json();
    expect(steps.map((step: { kind: string; state: string }) => `${step.kind} ${step.state}`)).toEqual([
      'deposit issued',
      'intermediate waiting',
      'final waiting',
    ]);
    const refused = await owner.call('POST', `/missions/${invoice.missionId}/invoices`, { kind: 'final' });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'final_report_missing']);
  });
});
