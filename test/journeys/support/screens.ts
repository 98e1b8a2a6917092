import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings, scrollsSideways } from './browser.ts';

const folder = process.env['CADRAN_SHOTS'];

/** What is still loading is not what people read: waits until the page has its title and no placeholder. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[role=status][aria-label].animate-pulse'));
  await page.evaluate(() => document.fonts.ready);
};

/**
 * The screen as it stands holds: nothing serious for axe, nothing that scrolls sideways, on a desk in light and on a phone
 * in dark. With CADRAN_SHOTS set, each look is also kept as a picture in that folder.
 */
export const holds = async (page: Page, name: string, { only }: { only?: 'desk' | 'phone' } = {}): Promise<void> => {
  await page.bringToFront();
  await settled(page);
  const before = page.viewportSize()!;
  const looks = [
    { width: 1440, height: 900, dark: false, device: 'desk' },
    { width: 390, height: 844, dark: only === undefined, device: 'phone' },
  ].filter(({ device }) => !only || device === only);
  for (const { width, height, dark } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.waitForTimeout(150);
    const look = `${name}-${width}${dark ? '-dark' : ''}`;
    if (folder) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${look}.png`), await page.screenshot());
    }
    expect({ look, findings: await axeFindings(page), sideways: await scrollsSideways(page) }).toEqual({
      look,
      findings: [],
      sideways: false,
    });
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light' });
};

/** The screen as it stood when a step failed, beside the other pictures. */
export const keepFailure = async (page: Page, step: string): Promise<void> => {
  if (!folder || !page || page.isClosed()) return;
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, `failed-${step.replace(/\W+/g, '-').slice(0, 40)}.png`),
    await page.screenshot({ fullPage: true }),
  );
};
