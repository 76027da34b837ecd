import type { App } from './app';

/** Pages that show a plan: opened without a workspace, the newest one is opened for them. */
const NEEDS_WORKSPACE = new Set(['home', 'plan', 'customers', 'forecast', 'review', 'sources']);

/** Asks the host how things stand and brings the page to where its address points, or to the start page when that is impossible. */
export async function boot(app: App): Promise<void> {
  // The bridge starts the host with its own listener on the first call; this one asks how things stand.
  app.setStatus(await app.host.settle());
  if (app.status().workspace || !NEEDS_WORKSPACE.has(app.route().page)) return;
  const newest = [...(await app.host.workspaces())].sort((a, b) => b.openedAt.localeCompare(a.openedAt))[0];
  const opened = newest ? await app.settleStatus(app.host.openWorkspace(newest.id)) : false;
  if (!opened) app.go('start');
}
