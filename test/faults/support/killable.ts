import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ApiClient } from '../../../src/demo/api-client.ts';
import { canonicalDraft } from '../../../src/demo/canonical-terms.ts';
import { client as clientIdentity, provider } from '../../../src/demo/people.ts';

const program = fileURLToPath(new URL('./program.ts', import.meta.url));

export type Killable = {
  /** Someone at the server, with cookies of their own. */
  browser(): ApiClient;
  /** Starts it again, at a later hour when one is given. */
  start(at?: string): Promise<void>;
  /** As a power cut: nothing is said, nothing is saved. PostgreSQL is left alone, as it is when only the program dies. */
  kill(): Promise<void>;
  killPostgres(): Promise<void>;
  close(): Promise<void>;
};

/** The whole program in a process of its own, on its own data folder and port, which may be killed and started again. */
export const killableCadran = async (firstNow: string): Promise<Killable> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cadran-killable-'));
  // The database's own account must be able to enter.
  await chmod(dataDir, 0o755);
  const port = await freePort();
  let running: ChildProcess | undefined;

  let now = firstNow;

  const start = async (at = now) => {
    now = at;
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, dataDir, String(port), now], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()).includes('ready') && resolve());
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.once('exit', (code) => reject(new Error(`the program ended (${code}):\n${said}`)));
    });
  };
  const end = async (signal: NodeJS.Signals) => {
    const child = running;
    running = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const postmaster = async () =>
    Number((await readFile(join(dataDir, 'postgres', 'pgdata', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  return {
    browser: () => new ApiClient(`http://127.0.0.1:${port}`),
    start,
    kill: () => end('SIGKILL'),
    killPostgres: async () => void process.kill(await postmaster(), 'SIGKILL'),
    close: async () => {
      // Started once more if needed, so that PostgreSQL is stopped by the one who owns it.
      if (!running) await start();
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until the answer will do. */
export const until = async <T>(ask: () => Promise<T>, willDo: (answer: T) => boolean, seconds = 60): Promise<T> => {
  for (const end = Date.now() + seconds * 1_000; ; await pause(100)) {
    const answer = await ask();
    if (willDo(answer)) return answer;
    if (Date.now() > end) throw new Error(`never came: ${JSON.stringify(answer).slice(0, 400)}`);
  }
};

export const signUp = async (cadran: Killable): Promise<ApiClient> => {
  const owner = cadran.browser();
  await owner.post('/sign-up', { ...provider, isDemo: true });
  return owner;
};

export const addClient = (owner: ApiClient) => owner.post<{ clientId: string; dossierId: string }>('/clients', clientIdentity);

/** A quote that left, ready to be signed. */
export const sentQuote = async (owner: ApiClient, clientId: string, title = 'Prospection de mars') => {
  const { id } = await owner.post<{ id: string }>('/quotes', {
    clientId,
    title,
    validUntil: '2026-03-31',
    draft: canonicalDraft,
  });
  await owner.post(`/quotes/${id}/sending`);
  const { signatureRequestId } = await owner.get<{ signatureRequestId: string }>(`/quotes/${id}`);
  return { quoteId: id, signatureRequestId };
};

/** Both signed on paper: the agreement, its mission and its deposit invoice in one transaction. */
export const signOnPaper = (owner: ApiClient, signatureRequestId: string) =>
  owner.upload(
    `/signature-requests/${signatureRequestId}/paper`,
    { name: 'scan.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4 scan') },
    { signedOn: '2026-03-02', signatoryName: clientIdentity.signatory.name },
  );

export const openMission = async (owner: ApiClient, clientId: string): Promise<string> => {
  const { signatureRequestId, quoteId } = await sentQuote(owner, clientId);
  await signOnPaper(owner, signatureRequestId);
  const { missions } = await owner.get<{ missions: { id: string; quoteId: string }[] }>('/missions');
  return missions.find((mission) => mission.quoteId === quoteId)!.id;
};
