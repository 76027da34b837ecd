/** What the page needs to know of the worker, as types only: ui never imports the worker itself. */
import type { PackTrial, PlanHostApi } from '~/worker/protocol';

/** The same calls as the plan host; the bridge adds time limits, generations and restarts. */
export type HostCalls = PlanHostApi;

/** How the columns of the files are read; the page edits it and hands it back. */
export type ImportMapping = NonNullable<PackTrial['orders']>;

export type {
  PackOpened,
  PackTrial,
  Patch,
  SampleOptions,
  SheetWindow,
  WorkbookRequest,
} from '~/worker/protocol';
