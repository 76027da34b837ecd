import type { App } from './app';

/**
 * Writes what is behind memory when the page goes out of sight, and asks before a page closes whose changes are not on
 * the disk yet. Nothing depends on it: every change is written when it is made.
 */
export function keepSaved(app: App): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && app.status().workspace) void app.host.settle().then(app.setStatus);
  });
  addEventListener('beforeunload', (event) => {
    if (app.status().save !== 'saved') event.preventDefault();
  });
}
