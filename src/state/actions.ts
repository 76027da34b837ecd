import type { App } from './app';
import { downloadRescue, exportWorkbook } from './exportPlan';
import type { PageId } from './route';

export type ActionId =
  | 'undo'
  | 'redo'
  | 'settle'
  | 'exportWorkbook'
  | 'rescue'
  | 'goHome'
  | 'goPlan'
  | 'goCustomers'
  | 'goForecast'
  | 'goReview'
  | 'goSources';

/** What an action needs beside the app: words of the page and the time come from outside. */
export interface ActionContext {
  app: App;
  /** Texts of the workbook by key, in the language of the page. */
  headings(): Record<string, string>;
  now(): Date;
}

export interface Action {
  id: ActionId;
  /** Key of its label in the dictionaries. */
  label: `action.${ActionId}`;
  /** In the notation of tinykeys; the first is the one that menus show. */
  shortcuts: readonly string[];
  when(context: ActionContext): boolean;
  run(context: ActionContext): void;
}

const hasPlan = ({ app }: ActionContext): boolean => app.status().plan !== null;

const isWritable = ({ app }: ActionContext): boolean => app.status().readOnly === null;

const goTo = (id: ActionId, page: PageId): Action => ({
  id,
  label: `action.${id}`,
  shortcuts: [],
  when: ({ app }) => app.status().workspace !== null,
  run: ({ app }) => app.go(page),
});

/** One list feeds menus, buttons and keys. */
export const ACTIONS: readonly Action[] = [
  {
    id: 'undo',
    label: 'action.undo',
    shortcuts: ['$mod+z'],
    when: (context) => isWritable(context) && context.app.status().undo !== null,
    run: ({ app }) => void app.undo(),
  },
  {
    id: 'redo',
    label: 'action.redo',
    shortcuts: ['$mod+Shift+z', '$mod+y'],
    when: (context) => isWritable(context) && context.app.status().redo !== null,
    run: ({ app }) => void app.redo(),
  },
  {
    id: 'settle',
    label: 'action.settle',
    shortcuts: ['$mod+s'],
    when: ({ app }) => app.status().workspace !== null,
    run: ({ app }) => void settle(app),
  },
  {
    id: 'exportWorkbook',
    label: 'action.exportWorkbook',
    shortcuts: [],
    when: hasPlan,
    run: ({ app, headings, now }) => void exportWorkbook(app, headings(), now()),
  },
  {
    id: 'rescue',
    label: 'action.rescue',
    shortcuts: [],
    when: ({ app }) => app.status().workspace !== null,
    run: ({ app }) => void downloadRescue(app),
  },
  goTo('goHome', 'home'),
  goTo('goPlan', 'plan'),
  goTo('goCustomers', 'customers'),
  goTo('goForecast', 'forecast'),
  goTo('goReview', 'review'),
  goTo('goSources', 'sources'),
];

export function actionOf(id: ActionId): Action {
  const action = ACTIONS.find((one) => one.id === id);
  if (!action) throw new RangeError(`no action ${id}`);
  return action;
}

/** Ctrl+S is a wish for certainty: wait for the disk, then say what is true. */
async function settle(app: App): Promise<void> {
  const status = await app.host.settle();
  app.setStatus(status);
  if (status.save === 'failed' && status.saveIssue) app.toasts.say({ tone: 'bad', issues: [status.saveIssue] });
  else app.toasts.say({ tone: 'good', message: { key: 'shell.savedHere' } });
}
