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
import { WON_DEALS } from './support/salesFiles';
import { travel } from './support/traveller';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LOOK = { language: 'zh-CN', theme: 'light' } as const;

/** The whole way; in English and in the dark the shorter one of `journeyInEnglish`. */
describe('a manager in Chinese', () => {
  test('opens the sample and finds that everything adds up', async () => {
    await travel(browser, LOOK, async (traveller) => {
      await openSample(traveller);
      await decompose(traveller);
    });
  });

  test('imports orders, mends what is unmatched and lays out a year', async () => {
    await travel(browser, LOOK, async (traveller) => {
      await refuseBadFiles(traveller);
      await importToPlan(traveller, { orders: WON_DEALS, target: { typed: '1200万', amount: 12_000_000 } });
    });
  });

  test('brings the files of a month at once, mends them and has them known the next time', async () => {
    await travel(browser, LOOK, importPack);
  });

  test('starts from a target alone and takes the plan along as a workbook', async () => {
    await travel(browser, LOOK, async (traveller) => {
      await startFromTarget(traveller);
      await exportWorkbook(traveller);
    });
  });

  test('reads home, customers, forecast, review and data', async () => {
    await travel(browser, LOOK, readScreens);
  });

  test('opens, edits, locks, undoes and exports by keys alone', async () => {
    await travel(browser, LOOK, goByKeys);
  });
});
