import type { WorkspaceHead } from '~/domain/status';
import type { App } from './app';

/**
 * Opens a workspace of the list. One that cannot be read brings the person to the start page, which says what happened
 * and offers a copy of what is left.
 */
export async function openStored(app: App, workspace: WorkspaceHead): Promise<boolean> {
  const opened = await app.host.openWorkspace(workspace.id);
  if (opened.ok) {
    app.setUnopened(null);
    app.setStatus(opened.value);
    return true;
  }
  app.setStatus(await app.host.settle());
  if (opened.issues.some((issue) => issue.code.startsWith('storage/'))) {
    app.setUnopened({ workspace, issues: opened.issues });
    app.go('start');
  } else {
    app.toasts.say({ tone: 'bad', issues: opened.issues });
  }
  return false;
}

/** The workspaces of this browser, the one opened last first; none after a toast has said why. */
export async function newestFirst(app: App): Promise<WorkspaceHead[]> {
  const heads = (await app.attempt(app.host.workspaces())) ?? [];
  return [...heads].sort((a, b) => b.openedAt.localeCompare(a.openedAt));
}
