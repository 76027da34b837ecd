import type { Page } from 'playwright';

const ZOOMED = { width: 720, height: 450 };

/**
 * What is lost at 200 % zoom of a 1440 × 900 window: a page that scrolls sideways, a button that cannot be brought
 * into sight as a whole. Nothing lost gives an empty list; the window is as before afterwards.
 */
export async function pageFits(page: Page, onZoomed: () => Promise<unknown>): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize(ZOOMED);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await onZoomed();
  const lost = await page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`page is ${root.scrollWidth} wide`);
    // What lies behind an open dialog cannot be reached, and need not be.
    const reach = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document;
    for (const button of reach.querySelectorAll<HTMLElement>('.button--primary')) {
      if (button.offsetParent === null) continue;
      button.scrollIntoView({ block: 'center', inline: 'nearest' });
      const box = button.getBoundingClientRect();
      const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
      const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      const seen = top !== null && (button.contains(top) || top.contains(button));
      if (!inside || !seen) found.push(`${button.textContent}: ${JSON.stringify(box)} of ${innerWidth}×${innerHeight}`);
    }
    return found;
  });
  if (before) await page.setViewportSize(before);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return lost;
}
