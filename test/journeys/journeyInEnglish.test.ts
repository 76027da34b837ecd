import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { exportWorkbook } from './steps/exportWorkbook';
import { importToPlan } from './steps/importToPlan';
import { openSample } from './steps/openSample';
import { readScreens } from './steps/readScreens';
import { refuseBadFiles } from './steps/refuseBadFiles';
import { startFromTarget } from './steps/startFromTarget';
import { openBrowser } from './support/page';
import { ORDER_LINES } from './support/salesFiles';
import { travel } from './support/traveller';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LOOK = { language: 'en', theme: 'dark' } as const;

/** What another language, unit or appearance may break. Numbers as they are typed have journeys of their own, in both languages. */
describe('a manager in English, in the dark', () => {
  test('opens the sample and finds that everything adds up', async () => {
    await travel(browser, LOOK, openSample);
  });

  test('imports orders, mends what is unmatched and lays out a year', async () => {
    await travel(browser, LOOK, async (traveller) => {
      await refuseBadFiles(traveller);
      await importToPlan(traveller, { orders: ORDER_LINES, target: { typed: '+8%', amount: null } });
    });
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
});
