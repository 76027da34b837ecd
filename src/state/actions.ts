import type { DisplayUnit } from '~/domain/displayUnit';
import type { App, Panel } from './app';
import { downloadRescue, exportWorkbook } from './exportPlan';
import { openSample } from './openSample';
import { PAGE_CALLS, type PageCall } from './pageCalls';
import type { Language, ThemeChoice } from './preferences';
import type { PageId } from './route';

type OwnAction =
  | 'undo'
  | 'redo'
  | 'settle'
  | 'exportWorkbook'
  | 'rescue'
  | 'palette'
  | 'shortcuts'
  | 'openSample'
  | 'goStart'
  | 'goHome'
  | 'goPlan'
  | 'goChallenge'
  | 'goCustomers'
  | 'goPipeline'
  | 'goForecast'
  | 'goReview'
  | 'goSources'
  | 'goImport'
  | 'goWizard'
  | 'useChinese'
  | 'useEnglish'
  | 'themeSystem'
  | 'themeLight'
  | 'themeDark'
  | 'unitOne'
  | 'unitThousand'
  | 'unitTenThousand'
  | 'unitMillion'
  | 'unitHundredMillion';

export type ActionId = OwnAction | PageCall;

/** What an action needs beside the app: words of the page and the time come from outside. */
export interface ActionContext {
  app: App;
  /** Texts of the workbook by key, in the language of the page. */
  headings(): Record<string, string>;
  /** Units that the language of the page counts in. */
  units(): readonly DisplayUnit[];
  now(): Date;
}

/** Under which head the palette and the list of keys show it. */
export const ACTION_GROUPS = ['edit', 'view', 'go', 'file', 'look'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

export interface Action {
  id: ActionId;
  group: ActionGroup;
  /** Key of its label in the dictionaries. */
  label: `action.${ActionId}`;
  /** In the notation of tinykeys; the first is the one that menus show. */
  shortcuts: readonly string[];
  /** Keys that another table binds, told beside it all the same. */
  told?: string;
  /** Its keys also work while a person types in a field. */
  everywhere?: boolean;
  when(context: ActionContext): boolean;
  run(context: ActionContext): void;
}

const hasPlan = ({ app }: ActionContext): boolean => app.status().plan !== null;
const hasWorkspace = ({ app }: ActionContext): boolean => app.status().workspace !== null;
const isWritable = ({ app }: ActionContext): boolean => app.status().readOnly === null;
const always = (): boolean => true;

type Row = Omit<Action, 'label' | 'shortcuts'> & { shortcuts?: readonly string[] };

const action = (row: Row): Action => ({ shortcuts: [], ...row, label: `action.${row.id}` });

const goTo = (id: ActionId, page: PageId, when = hasWorkspace): Action =>
  action({ id, group: 'go', when, run: ({ app }) => app.go(page) });

const panel = (id: Panel, shortcuts: readonly string[]): Action =>
  action({ id, group: 'view', shortcuts, everywhere: true, when: always, run: ({ app }) => app.setPanel(id) });

const language = (id: ActionId, to: Language): Action =>
  action({
    id,
    group: 'look',
    when: ({ app }) => app.preferences.language() !== to,
    run: ({ app }) => app.preferences.setLanguage(to),
  });

const theme = (id: ActionId, to: ThemeChoice): Action =>
  action({
    id,
    group: 'look',
    when: ({ app }) => app.preferences.theme() !== to,
    run: ({ app }) => app.preferences.setTheme(to),
  });

const unit = (id: ActionId, to: DisplayUnit): Action =>
  action({
    id,
    group: 'look',
    when: (context) => hasPlan(context) && context.units().includes(to),
    run({ app }) {
      const plan = app.status().plan;
      if (plan) app.preferences.setUnit(plan.id, to);
    },
  });

/** Keys of what only a page can do stand in the grid's own key map; here they are told, not bound. */
const TOLD: Partial<Record<PageCall, string>> = {
  find: '$mod+f',
  note: 'Shift+F2',
  lock: 'Alt+l',
  lockTotal: 'Alt+Shift+l',
  grainYear: '$mod+Alt+1',
  grainQuarter: '$mod+Alt+2',
  grainMonth: '$mod+Alt+3',
};

const onPage = (id: PageCall): Action =>
  action({
    id,
    group: id === 'lock' || id === 'lockTotal' || id === 'note' ? 'edit' : 'view',
    ...(TOLD[id] ? { told: TOLD[id] } : {}),
    when: ({ app }) => app.page.calls()[id] !== undefined,
    run: ({ app }) => app.page.calls()[id]?.(),
  });

/** One list feeds menus, buttons, keys and the palette. */
export const ACTIONS: readonly Action[] = [
  action({
    id: 'undo',
    group: 'edit',
    shortcuts: ['$mod+z'],
    when: (context) => isWritable(context) && context.app.status().undo !== null,
    run: ({ app }) => void app.undo(),
  }),
  action({
    id: 'redo',
    group: 'edit',
    shortcuts: ['$mod+Shift+z', '$mod+y'],
    when: (context) => isWritable(context) && context.app.status().redo !== null,
    run: ({ app }) => void app.redo(),
  }),
  ...PAGE_CALLS.map(onPage),
  panel('palette', ['$mod+k', '$mod+Shift+p']),
  panel('shortcuts', ['F1']),
  goTo('goHome', 'home'),
  goTo('goPlan', 'plan'),
  goTo('goChallenge', 'challenge'),
  goTo('goCustomers', 'customers'),
  goTo('goPipeline', 'pipeline'),
  goTo('goForecast', 'forecast'),
  goTo('goReview', 'review'),
  goTo('goSources', 'sources'),
  goTo('goStart', 'start', always),
  goTo('goImport', 'import', (context) => hasWorkspace(context) && isWritable(context)),
  goTo('goWizard', 'wizard', (context) => hasWorkspace(context) && isWritable(context)),
  action({
    id: 'settle',
    group: 'file',
    shortcuts: ['$mod+s'],
    everywhere: true,
    when: hasWorkspace,
    run: ({ app }) => void settle(app),
  }),
  action({
    id: 'exportWorkbook',
    group: 'file',
    when: hasPlan,
    run: ({ app, headings, now }) => void exportWorkbook(app, headings(), now()),
  }),
  action({ id: 'rescue', group: 'file', when: hasWorkspace, run: ({ app }) => void downloadRescue(app) }),
  action({ id: 'openSample', group: 'file', when: always, run: ({ app }) => void openSample(app) }),
  language('useChinese', 'zh-CN'),
  language('useEnglish', 'en'),
  theme('themeSystem', 'system'),
  theme('themeLight', 'light'),
  theme('themeDark', 'dark'),
  unit('unitOne', 'one'),
  unit('unitThousand', 'thousand'),
  unit('unitTenThousand', 'tenThousand'),
  unit('unitMillion', 'million'),
  unit('unitHundredMillion', 'hundredMillion'),
];

export function actionOf(id: ActionId): Action {
  const found = ACTIONS.find((one) => one.id === id);
  if (!found) throw new RangeError(`no action ${id}`);
  return found;
}

/** Ctrl+S is a wish for certainty: wait for the disk, then say what is true. */
async function settle(app: App): Promise<void> {
  const status = await app.host.settle();
  app.setStatus(status);
  if (status.save === 'failed' && status.saveIssue) app.toasts.say({ tone: 'bad', issues: [status.saveIssue] });
  else app.toasts.say({ tone: 'good', message: { key: 'shell.savedHere' } });
}
