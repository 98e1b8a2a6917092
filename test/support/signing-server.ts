import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccounts } from '../../src/platform/auth/index.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { testDatabase } from '../../src/platform/db/testing.ts';
import { diskFiles } from '../../src/platform/files/index.ts';
import { buildApp } from '../../src/platform/http/index.ts';
import { jobWorker } from '../../src/platform/jobs/index.ts';
import { onFact, type Reaction } from '../../src/platform/journal/index.ts';
import { openLog } from '../../src/platform/log/index.ts';
import { deliverMailJob, mailRoutes } from '../../src/platform/mail/index.ts';
import { createPdf } from '../../src/platform/pdf/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { openSignature } from '../../src/platform/signature/index.ts';
import { contractPdf } from '../../src/platform/signature/testing.ts';
import { newId, type DossierId, type TenantId, type UserId } from '../../src/shared/ids.ts';
import { type Instant, instant } from '../../src/shared/time.ts';
import { addDocument } from '../../src/modules/dossier/queries.ts';
import { wireParties } from '../../src/modules/parties/wire.ts';
import { type NewSignatureRequest, openSignatureRequest } from '../../src/modules/signing/queries.ts';
import type { AgreementSigned, SignatureRequestId } from '../../src/modules/signing/index.ts';
import { wireSigning } from '../../src/modules/signing/wire.ts';

const password = 'une phrase assez longue';

type Asked = { title?: string; expiresAt?: Instant; withDocument?: boolean; dossierId?: DossierId } & Partial<
  Pick<NewSignatureRequest, 'others' | 'initials' | 'options' | 'optionsBase'>
>;

/** A whole server in one process: real database, real mailbox, real PDF, a told clock. Nothing of quotes, missions or invoices. */
export const startSigning = async (start: Instant = instant('2026-03-02T09:00:00Z')) => {
  const database = await testDatabase({ now: start });
  const folder = await mkdtemp(join(tmpdir(), 'cadran-signing-'));
  const { db, clock } = database;
  const config = readConfig({ CADRAN_DATA_DIR: folder, PUBLIC_URL: 'http://localhost:4747' }, folder);
  const files = diskFiles(join(folder, 'files'));
  const pdf = createPdf();
  const signature = await openSignature({ folder: join(folder, 'seal'), clock: () => new Date(clock.now()) });
  const accounts = await openAccounts({ db, secret: 's'.repeat(40), publicUrl: config.publicUrl });
  const platform = {
    db,
    clock,
    config,
    files,
    pdf,
    signature,
    accounts,
    log: openLog(process.env['TEST_LOG'] ?? 'silent'),
  } as unknown as Platform;
  const agreements: AgreementSigned[] = [];
  const follow: { next: ((fact: AgreementSigned) => void) | null } = { next: null };
  const reactions: Reaction[] = [
    onFact<AgreementSigned>('AgreementSigned', async (_tx, fact) => {
      follow.next?.(fact);
      agreements.push(fact);
    }),
  ];
  const parties = wireParties(platform);
  const signing = wireSigning(platform);
  db.react([...(signing.reactions ?? []), ...reactions]);
  const app = await buildApp(platform, [parties, signing, { routes: [mailRoutes({ db, config })] }], {
    webDir: process.env['TEST_WEB'] ?? '/nowhere',
    version: '0',
  });
  const worker = jobWorker({
    db,
    jobs: [...(signing.jobs ?? []), deliverMailJob({ config, files })],
    sweeps: signing.sweeps ?? [],
  });

  const cookies = { owner: '', signer: '' };
  const call = async (
    who: keyof typeof cookies | null,
    method: 'GET' | 'POST',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const raw = Buffer.isBuffer(body);
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { 'user-agent': 'essai/1.0', ...(who ? { cookie: cookies[who] } : {}), ...headers },
      ...(body === undefined ? {} : { payload: raw ? body : (body as object) }),
    });
    const set = answer.headers['set-cookie'];
    const json = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      cookie: [set ?? []]
        .flat()
        .map((one) => one.split(';')[0])
        .join('; '),
      body: (json ? answer.json() : null) as any,
      bytes: new Uint8Array(answer.rawPayload),
      headers: answer.headers,
    };
  };

  const signedUp = await call(null, 'POST', '/sign-up', {
    person: { name: 'Camille Roux', email: 'camille@roux-prospection.fr', password },
    identity: {
      name: 'Camille Roux',
      legalForm: 'EI',
      siret: '81234567600017',
      vatRegime: 'franchise',
      address: { line1: '4 rue des Lilas', postCode: '69003', city: 'Lyon' },
      email: 'camille@roux-prospection.fr',
      phone: '+33478000000',
      iban: 'FR7630006000011234567890189',
    },
  });
  if (signedUp.status !== 201) throw new Error(JSON.stringify(signedUp.body));
  cookies.owner = signedUp.cookie;
  const { tenantId, userId } = signedUp.body as { tenantId: TenantId; userId: UserId };
  const member = { kind: 'member', userId, tenantId, role: 'owner', displayName: 'Camille Roux' } as const;

  return {
    app,
    db,
    clock,
    files,
    cookies,
    call,
    agreements,
    follow,
    tenantId,
    folder,
    password,
    signedUp,
    worker,
    drain: () => worker.drainJobs(),
    sweep: () => worker.runSweeps(),
    /** Mails to this address, newest first. */
    mailsTo: async (email: string) => {
      const { mails } = (await call('owner', 'GET', '/mails?limit=200')).body as {
        mails: { mailId: string; to: { email: string } }[];
      };
      const own = mails.filter((mail) => mail.to.email === email);
      return Promise.all(
        own.map(
          async ({ mailId }) =>
            (await call('owner', 'GET', `/mails/${mailId}`)).body as {
              subject: string;
              text: string;
              attachments: { fileId: string; name: string }[];
            },
        ),
      );
    },
    inTenant: <T>(work: Parameters<typeof db.withTenant<T>>[2]) => db.withTenant(tenantId, member, work),
    /** Opens a request on a frozen sample document. */
    ask: (changes: Asked = {}) =>
      db.withTenant(tenantId, member, async (tx): Promise<SignatureRequestId> => {
        const dossierId = changes.dossierId ?? newId<DossierId>();
        const subject = { type: 'quote' as const, id: newId<string>() };
        const bytes = await contractPdf();
        const stored = await files.put(tx, { bytes, name: 'DEV-2026-0001.pdf', mediaType: 'application/pdf' });
        const document = await addDocument(tx, {
          dossierId,
          kind: 'contract',
          title: 'Devis DEV-2026-0001',
          file: { ...stored, mediaType: 'application/pdf' },
          subject,
        });
        const place = (x: number) => ({ page: 2, x, y: 250, width: 200, height: 85 });
        return openSignatureRequest(tx, {
          dossierId,
          subject,
          number: 'DEV-2026-0001',
          title: changes.title ?? 'Devis n°\u00a0DEV-2026-0001',
          contentSha256: 'c'.repeat(64),
          cgvVersion: '3',
          document:
            changes.withDocument === false
              ? null
              : {
                  documentId: document.documentId,
                  places: { client: place(70), provider: place(320), 'client-2': { ...place(70), y: 140 } },
                },
          summary: [
            { label: 'Mission', value: '1\u00a0500 appels, du 16 mars au 15 avril 2026' },
            { label: 'Prix', value: '2\u00a0400,00\u00a0€ HT, plus 90,00\u00a0€ HT par rendez-vous accepté' },
          ],
          expiresAt: changes.expiresAt ?? instant('2026-04-01T21:59:00Z'),
          ...(changes.others ? { others: changes.others } : {}),
          ...(changes.initials ? { initials: changes.initials } : {}),
          ...(changes.options ? { options: changes.options } : {}),
          ...(changes.optionsBase ? { optionsBase: changes.optionsBase } : {}),
          client: {
            name: 'Hélène Marchand',
            capacity: 'directrice générale',
            email: 'helene@marchand-mesure.fr',
            phone: '+33472000000',
            organisation: 'Marchand Mesure SAS',
            siren: '552100554',
          },
          provider: {
            name: 'Camille Roux',
            capacity: 'gérante',
            email: 'camille@roux-prospection.fr',
            phone: null,
            organisation: 'Camille Roux EI',
            siren: '812345676',
          },
        });
      }),
    stop: async () => {
      await app.close();
      await worker.stop();
      await pdf.close();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export type SigningServer = Awaited<ReturnType<typeof startSigning>>;
