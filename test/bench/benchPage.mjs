/** What a page shows once the numbers of its plan are there. */
export const NUMBERS = '.ag-row[row-id="all"] .pg-lead .pg-digits:not(:empty)';

/** A page of its own storage that knows when the numbers of its plan came, and how long it was deaf. */
export async function newPage(browser) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  await context.addInitScript(watchPage, NUMBERS);
  return context.newPage();
}

/** Runs in the page before everything else. */
function watchPage(numbers) {
  window.__longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.__longTasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  addEventListener('load', () => {
    window.__loadedAt = performance.now();
  });
  const look = () => {
    if (!document.querySelector(numbers)) requestAnimationFrame(look);
    // What is there in one frame is painted before the next one begins.
    else
      requestAnimationFrame(() => {
        window.__numbersAt = performance.now();
      });
  };
  requestAnimationFrame(look);
}
