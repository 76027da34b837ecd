import type { BrowserContext, Page } from 'playwright';

/** A stretch of work that kept the page from answering; times are milliseconds since the page started to load. */
export interface LongTask {
  start: number;
  duration: number;
}

declare global {
  interface Window {
    __longTasks?: LongTask[];
  }
}

/** Notes every main-thread task above 50 ms on the pages of a context. */
export async function observeLongTasks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const tasks: { start: number; duration: number }[] = [];
    window.__longTasks = tasks;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push({ start: entry.startTime, duration: entry.duration });
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** The long tasks of the page so far; a navigation starts anew. */
export const longTasks = (page: Page): Promise<LongTask[]> => page.evaluate(() => window.__longTasks ?? []);
