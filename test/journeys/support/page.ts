import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { expect, inject } from 'vitest';
import { launchOptions } from '../../browser.mjs';
import { observeLongTasks } from './longTasks';
import { type Watch, watchContext } from './watch';

export interface VisitOptions {
  language: 'zh-CN' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** Where to start within the app, '#/plan' for one. */
  route?: string;
}

/** One user in one fresh profile on the built app. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  watch: Watch;
  url: string;
  /** Saves what is on screen for people to look at; returns the path. */
  screenshot(name: string): Promise<string>;
  /** Ends the visit; fails when anything left the origin, broke the content policy or ended in an error. */
  close(): Promise<void>;
}

/** Names of hosts resolve to nothing, so that a request to the outside cannot succeed unseen. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1';

export const openBrowser = (): Promise<Browser> => chromium.launch(launchOptions({ args: [OFFLINE] }));

export async function openVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { language, theme = 'light', width = 1440, height = 900, route = '' } = options;
  const url = inject('appUrl');
  const context = await browser.newContext({
    locale: language === 'en' ? 'en-US' : language,
    colorScheme: theme,
    viewport: { width, height },
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  const watch = await watchContext(context, new URL(url).origin);
  await observeLongTasks(context);
  const page = await context.newPage();
  await page.goto(url + route);
  return {
    page,
    context,
    watch,
    url,
    screenshot: (name) => screenshot(page, name),
    close: async () => {
      await context.close();
      expect(watch).toEqual({ outside: [], violations: [], errors: [], failed: [] });
    },
  };
}

async function screenshot(page: Page, name: string): Promise<string> {
  const folder = process.env.JOURNEY_SHOTS ?? join(tmpdir(), 'quotagrid-shots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
