import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFindings } from './support/axe';
import { openBrowser, openVisit } from './support/page';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LANGUAGES = [
  { language: 'zh-CN', theme: 'light', written: /[\u4e00-\u9fff]{4}/ },
  { language: 'en', theme: 'dark', written: /[a-z]{4} [a-z]{2}/i },
] as const;

describe('the start page', () => {
  test.each(LANGUAGES)(
    'opens in $language under a sub-path and talks to nobody',
    async ({ language, theme, written }) => {
      const visit = await openVisit(browser, { language, theme });
      const { page } = visit;
      await page.getByRole('main').waitFor();

      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await page.getByRole('main').innerText()).toMatch(written);
      expect(
        await page.getByRole('main').getByRole('button').or(page.getByRole('main').getByRole('link')).count(),
      ).toBeGreaterThanOrEqual(3);
      expect(await seriousFindings(page)).toEqual([]);
      await visit.screenshot(`start-${language}`);
      await visit.close();
    },
  );
});
