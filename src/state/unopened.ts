import type { Issue } from '~/domain/issue';
import type { WorkspaceHead } from '~/domain/status';

/** A workspace that is listed but does not open, and why. */
export interface Unopened {
  workspace: WorkspaceHead;
  issues: Issue[];
}
