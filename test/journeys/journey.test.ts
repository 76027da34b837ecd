import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { decompose } from './steps/decompose';
import { exportWorkbook } from './steps/exportWorkbook';
import { goByKeys } from './steps/goByKeys';
import { importPack } from './steps/importPack';
import { importToPlan } from './steps/importToPlan';
import { openSample } from './steps/openSample';
import { readScreens } from './steps/readScreens';
import { refuseBadFiles } from './steps/refuseBadFiles';
import { startFromTarget } from './steps/startFromTarget';
import { openBrowser } from './support/page';
import { ORDER_LINES, WON_DEALS } from './support/salesFiles';
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
    await travel(browser, look, async (traveller) => {
      await openSample(traveller);
      await decompose(traveller);
    });
  });

  test('imports orders, mends what is unmatched and lays out a year', async () => {
    const orders = look.language === 'en' ? ORDER_LINES : WON_DEALS;
    const target = look.language === 'en' ? { typed: '+8%', amount: null } : { typed: '1200万', amount: 12_000_000 };
    await travel(browser, look, async (traveller) => {
      await refuseBadFiles(traveller);
      await importToPlan(traveller, { orders, target });
    });
  });

  test('brings the files of a month at once, mends them and has them known the next time', async () => {
    await travel(browser, look, importPack);
  });

  test('starts from a target alone and takes the plan along as a workbook', async () => {
    await travel(browser, look, async (traveller) => {
      await startFromTarget(traveller);
      await exportWorkbook(traveller);
    });
  });

  test('reads home, customers, forecast, review and data', async () => {
    await travel(browser, look, readScreens);
  });

  test('opens, edits, locks, undoes and exports by keys alone', async () => {
    await travel(browser, look, goByKeys);
  });
});
