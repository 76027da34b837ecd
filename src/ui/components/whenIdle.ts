/** Runs when the page has nothing better to do. Safari has no idle callback; a short wait does there. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 1500);
}
