import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';

export const project = fileURLToPath(new URL('../../..', import.meta.url));

export const signUpFields = {
  'person.name': 'Camille Dupré',
  'person.email': 'camille@filetvoix.example',
  'person.password': 'une phrase assez longue',
  'identity.name': 'Camille Dupré',
  'identity.siret': '812 345 676 00017',
  'identity.address.line1': '12 rue des Lilas',
  'identity.address.postCode': '69003',
  'identity.address.city': 'Lyon',
  'identity.email': 'camille@filetvoix.example',
  'identity.phone': '04 26 19 12 34',
  'identity.iban': 'FR76 3000 6000 0112 3456 7890 189',
} as const;

export const clientFields = {
  name: 'Société Œuvre & Fils',
  siret: '899 999 007 00011',
  'address.line1': '5 avenue de l’Opéra',
  'address.postCode': '75001',
  'address.city': 'Paris',
  'signatory.name': 'Claire Martin',
  'signatory.email': 'claire.martin@oeuvre-fils.example',
} as const;

/** Asks again until it is there: what the worker makes comes a moment later. */
const eventually = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (const until = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 250))) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
};

/** Fills fields by their name. */
export const write = async (on: Page, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await on.locator(`[name="${name}"]`).fill(value);
};

/** Presses a button. A window behind another may stop drawing, and wait for ever to be still: it is brought to the front. */
export const pressIn = async (page: Page, name: string | RegExp): Promise<void> => {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  try {
    await button.click({ timeout: 15_000 });
  } catch (error) {
    if (!String(error).includes('stable')) throw error;
    await page.bringToFront();
    await button.click();
  }
};

/** What the signed-in browser can ask beside its screens: the API, with its own cookies. */
export const apiOf = (owner: BrowserContext, baseUrl: string) => {
  /** The API as the signed-in browser itself would call it. */
  const api = async <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Body> => {
    const answered = await owner.request.fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: { origin: baseUrl },
      ...(method === 'GET' ? {} : { data: body ?? {} }),
    });
    if (!answered.ok()) throw new Error(`${method} ${path} → ${answered.status()} ${await answered.text()}`);
    return (await answered.json()) as Body;
  };
  /** What the newest mail to someone holds: a link, a code. The mail may still be on its way. */
  const mailed = (email: string, what: RegExp): Promise<RegExpExecArray> =>
    eventually(async () => {
      const { mails } = await api<{ mails: { mailId: string; to: { email: string } }[] }>('GET', '/mails?limit=100');
      const { text } = await api<{ text: string }>('GET', `/mails/${mails.find(({ to }) => to.email === email)!.mailId}`);
      const found = what.exec(text);
      if (!found) throw new Error(`${what} is not in the newest mail to ${email}`);
      return found;
    });
  const bytesAt = (path: string): Promise<Buffer> =>
    eventually(async () => {
      const answered = await owner.request.get(`${baseUrl}/api/v1${path}`);
      if (!answered.ok()) throw new Error(`${path}: ${answered.status()} ${await answered.text()}`);
      return answered.body();
    });
  return { api, mailed, bytesAt };
};

/** The exit code of `./cadran verify`. */
export const verify = (path: string): Promise<number> =>
  promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join(project, 'src/cli/main.ts'),
    'verify',
    path,
  ]).then(
    () => 0,
    (failure: { code: number }) => failure.code,
  );
