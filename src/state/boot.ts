import type { App } from './app';
import { newestFirst, openStored } from './openStored';
import type { PageId } from './route';

/** Pages that show no plan: opened without a workspace, any other has the newest one opened for it. */
const STANDS_ALONE: ReadonlySet<PageId> = new Set<PageId>(['start', 'import', 'wizard']);

/** Asks the host how things stand and brings the page to where its address points, or to the start page when that is impossible. */
export function boot(app: App): Promise<void> {
  const booted = openFirst(app);
  app.opensUntil(booted);
  return booted;
}

async function openFirst(app: App): Promise<void> {
  // The bridge starts the host with its own listener on the first call; this one asks how things stand.
  app.setStatus(await app.host.settle());
  if (app.preferences.name() !== '') app.introduce();
  // Loaded anew, files of next month go where those of last month went; gone to from the start page they make a new one.
  if (app.route().page === 'import') await openNewest(app);
  else await openForPage(app);
}

/** An address that is typed or gone back to later may need a workspace as well: no page stands blank for want of one. */
export function followAddress(app: App): void {
  let opening = Promise.resolve();
  addEventListener('hashchange', () => {
    opening = opening.then(() => openForPage(app));
  });
}

async function openForPage(app: App): Promise<void> {
  if (app.status().workspace || STANDS_ALONE.has(app.route().page)) return;
  if (!(await openNewest(app))) app.go('start');
}

/** False where there is none, or where it cannot be opened. */
async function openNewest(app: App): Promise<boolean> {
  if (app.status().workspace) return true;
  const [newest] = await newestFirst(app);
  return newest ? openStored(app, newest) : false;
}
