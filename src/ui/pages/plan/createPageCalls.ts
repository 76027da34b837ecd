import { createEffect, on, onCleanup } from 'solid-js';
import { issue } from '~/domain/issue';
import { parseAt } from '~/state/address';
import { useApp } from '~/state/app';
import type { LookRule } from '../../grid/lookRule';
import { checkParams } from './checkParams';
import type { PlanSheetModel } from './createPlanSheet';

/** Tells the palette what the plan page can do, and goes where the address points. */
export function createPageCalls(sheet: PlanSheetModel): void {
  const app = useApp();
  const { state } = sheet;
  const rule = (to: LookRule) => () => state.change({ look: { ...state.view().look, rule: to } });
  const level = (to: number) => () => void sheet.openLevel(to);
  const note = () => {
    const cell = sheet.target();
    if (cell) sheet.setNoting(cell);
  };
  onCleanup(
    app.page.offer({
      find: () => sheet.setFinding(true),
      note,
      notes: () => app.setParams({ side: 'notes' }),
      checkTarget: () => app.go('challenge', checkParams(sheet.target()?.row.id ?? '')),
      lock: () => sheet.handle()?.hold('freeze'),
      lockTotal: () => sheet.handle()?.hold('total'),
      locks: () => app.setParams({ locks: 'all' }),
      grainYear: () => state.change({ grain: 'year' }),
      grainQuarter: () => state.change({ grain: 'quarter' }),
      grainMonth: () => state.change({ grain: 'month' }),
      openAll: level(ALL_LEVELS),
      closeAll: level(0),
      looksNone: rule('none'),
      looksVariance: rule('variance'),
      looksBars: rule('bars'),
      looksAttainment: rule('attainment'),
    }),
  );

  // '#/plan?at=region:1,seller:2&name=…' goes to the year of a node, as lines on other pages lead to it.
  createEffect(
    on([() => app.route().params.at, () => sheet.source.rows() !== null && sheet.handle() !== null], ([to, ready]) => {
      if (!to || !ready) return;
      const name = app.route().params.name ?? '';
      app.setParams({ at: null, name: null });
      const at = parseAt(to);
      const named = Object.entries(at);
      const [[dimension, code] = []] = named;
      const periods = sheet.source.rows()?.fields.find(({ kind }) => kind === 'year')?.periods ?? [];
      const going =
        named.length === 1 && dimension !== undefined && code !== undefined
          ? sheet.goToMember({ dimension, code, name })
          : sheet.goTo({ at, periods, name });
      void going.then((found) => {
        if (!found) app.toasts.say({ tone: 'warn', issues: [issue('find/notShown', { name })] });
      });
    }),
  );

  // '#/plan?goto=customer:17&name=…' goes to a member once the sheet is there.
  createEffect(
    on(
      [() => app.route().params.goto, () => sheet.source.rows() !== null && sheet.handle() !== null],
      ([to, ready]) => {
        if (!to || !ready) return;
        const name = app.route().params.name ?? '';
        app.setParams({ goto: null, name: null });
        const colon = to.lastIndexOf(':');
        const member = { dimension: to.slice(0, colon), code: Number(to.slice(colon + 1)), name };
        void sheet.goToMember(member).then((found) => {
          if (!found) app.toasts.say({ tone: 'warn', issues: [issue('find/notShown', { name })] });
        });
      },
    ),
  );
}

/** Deeper than any tree of a plan. */
const ALL_LEVELS = 64;
