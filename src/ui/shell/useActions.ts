import { UNITS_OF } from '~/i18n/displayUnits';
import { ACTIONS, type Action, type ActionContext, type ActionId, actionOf } from '~/state/actions';
import { useApp } from '~/state/app';
import { exportedColumn } from '~/state/exportPlan';
import { useText } from '../components/TextProvider';
import { keysText, onMac } from './keysText';
import { workbookHeadings } from './workbookHeadings';

export interface Actions {
  all: readonly Action[];
  can(id: ActionId): boolean;
  run(id: ActionId): void;
  label(id: ActionId): string;
  /** Pinyin or further words by which people look for it. */
  sound(id: ActionId): string;
  /** The first shortcut as it stands on the keys, null without one. */
  keys(id: ActionId): string | null;
}

/** The action table with the words and the clock of this page. */
export function useActions(): Actions {
  const app = useApp();
  const texts = useText();
  const context: ActionContext = {
    app,
    headings: () => workbookHeadings(app.status().plan, exportedColumn(app), texts),
    units: () => UNITS_OF[texts.language()],
    now: () => new Date(),
  };
  return {
    all: ACTIONS,
    can: (id) => actionOf(id).when(context),
    run(id) {
      const action = actionOf(id);
      if (action.when(context)) action.run(context);
    },
    label: (id) => texts.t(actionOf(id).label),
    sound: (id) => texts.t(`actionWords.${id}`),
    keys(id) {
      const { shortcuts, told } = actionOf(id);
      const first = shortcuts[0] ?? told;
      return first ? keysText(first, onMac()) : null;
    },
  };
}
