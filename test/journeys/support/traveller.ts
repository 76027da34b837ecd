import type { Browser } from 'playwright';
import { expect } from 'vitest';
import type { Translate } from '~/i18n/translate';
import { seriousFindings } from './axe';
import { eventually } from './eventually';
import { longTasks } from './longTasks';
import { openVisit, type Visit, type VisitOptions } from './page';
import { pageFits } from './pageFits';
import { type Sheet, sheetOf } from './sheet';
import { wordsOf } from './words';

/** What no task but the first render of a grid should take. */
const SLOW_MS = 200;

type Place = 'home' | 'plan' | 'customers' | 'forecast' | 'review' | 'sources';

/** One person on a way through the app, in one language and one appearance. */
export interface Traveller extends Visit {
  t: Translate;
  language: VisitOptions['language'];
  sheet: Sheet;
  /** Waits until a page has been reached. */
  arrived(page: string): Promise<void>;
  /** Goes to a place by the navigation. */
  to(place: Place): Promise<void>;
  button(name: string | RegExp): ReturnType<Visit['page']['getByRole']>;
  /** A screen as it stands: no serious accessibility finding, usable at 200 % zoom, a picture for people to look at. */
  look(name: string): Promise<void>;
  /** Waits until everything is on the disk. */
  saved(): Promise<void>;
}

export async function setOut(browser: Browser, options: VisitOptions): Promise<Traveller> {
  const visit = await openVisit(browser, options);
  const { page } = visit;
  const { language } = options;
  const t = wordsOf(language);
  page.setDefaultTimeout(20_000);
  const arrived = (place: string) => page.waitForURL(({ hash }) => hash.split('?')[0] === `#/${place}`);
  const button: Traveller['button'] = (name) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  return {
    ...visit,
    t,
    language,
    sheet: sheetOf(page),
    button,
    arrived,
    async to(place) {
      await page
        .getByRole('navigation', { name: t('shell.rail') })
        .getByRole('link', { name: t(`page.${place}`), exact: true })
        .click();
      await arrived(place);
    },
    async look(name) {
      // What is still being worked out is dimmed, and dimming fades.
      await eventually(() => page.locator('[aria-busy="true"], .is-stale, [class*="--stale"]').count()).toBe(0);
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
      await visit.screenshot(`${name}-${language}`);
      expect(await seriousFindings(page), `accessibility of ${name}`).toEqual([]);
      expect(await pageFits(page, () => visit.screenshot(`${name}-${language}-zoomed`)), `zoomed ${name}`).toEqual([]);
    },
    async saved() {
      await page.locator('.save-sign .tone-good').waitFor();
    },
  };
}

/** A whole way from the first page to the last; where it breaks off, the screen and what went wrong behind it are kept. */
export async function travel(
  browser: Browser,
  options: VisitOptions,
  walk: (traveller: Traveller) => Promise<void>,
): Promise<void> {
  const traveller = await setOut(browser, options);
  try {
    await walk(traveller);
  } catch (error) {
    console.error(JSON.stringify(traveller.watch), await traveller.screenshot(`broken-off-${options.language}`));
    await traveller.context.close();
    throw error;
  }
  // Said, not asserted: on a busy machine the same work takes as long as it takes.
  const slow = (await longTasks(traveller.page)).filter(({ duration }) => duration > SLOW_MS);
  if (slow.length > 0) console.log(`main thread busy: ${slow.map(({ duration }) => `${duration} ms`).join(', ')}`);
  await traveller.close();
}
