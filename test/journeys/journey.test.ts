import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openSample } from './steps/openSample';
import { openBrowser } from './support/page';
import { travel } from './support/traveller';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  { language: 'zh-CN', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const)('a manager in $language, $theme', (look) => {
  test('opens the sample and finds that everything adds up', async () => {
    await travel(browser, look, openSample);
  });
});
