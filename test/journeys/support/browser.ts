import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const candidates = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's chromium, quiet: no sandbox inside a container, no call home. */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No chromium found. Install it (apt-get install chromium) or set CHROMIUM to its path.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--metrics-recording-only',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-features=Translate,OptimizationHints,MediaRouter',
      // Journeys that ring: a microphone that beeps, without a question to anyone.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
};

export type Device = 'desktop' | 'phone';
export type Look = { device?: Device; dark?: boolean; language?: 'fr' | 'en' };

/** A person with their own cookies, on a desk (1440 px) or a phone (390 px). */
export const newPerson = async (
  browser: Browser,
  baseUrl: string,
  { device = 'desktop', dark = false, language = 'fr' }: Look = {},
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> => {
  const phone = device === 'phone';
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    deviceScaleFactor: phone ? 2 : 1,
    hasTouch: phone,
    isMobile: phone,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    acceptDownloads: true,
  });
  await context.addCookies([{ name: 'cadran_lang', value: language, url: baseUrl }]);
  const page = await context.newPage();
  return { context, page, problems: problemsOf(page) };
};

/** What the browser complained about: uncaught errors, blocked scripts, failed pieces of the page. Empty at the end of a journey. */
const problemsOf = (page: Page): string[] => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // A refused call (4xx) is an answer that the screen shows; the browser also logs it.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) problems.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return problems;
};

export type Finding = { id: string; impact: string; help: string; where: string };
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on the page as it stands. WCAG 2.2 A and AA. */
export const axeFindings = async (page: Page): Promise<Finding[]> => {
  // Evaluated through the debugger, which the page's Content-Security-Policy does not govern.
  await page.evaluate(`if (!window.axe) { ${axeSource} }`);
  return page.evaluate(async () => {
    type Result = {
      violations: { id: string; impact: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[];
    };
    const axe = (window as unknown as { axe: { run: (context: object, options: object) => Promise<Result> } }).axe;
    const { violations } = await axe.run(
      { exclude: [['[data-live-announcer]']] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
        preload: false,
      },
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, help, nodes }) => ({
        id,
        impact,
        help,
        where: nodes
          .slice(0, 4)
          .map((node) => `${node.target.join(' ')} [${node.failureSummary.split('\n').slice(1, 2).join('').trim()}]`)
          .join(' | '),
      }));
  });
};

/** True when something makes the page scroll sideways: on a phone that is always a mistake. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
