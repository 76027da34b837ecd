import type { Step } from '~/domain/journal';
import type { Day } from '~/domain/period';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import type { ForecastView, HomeView } from '~/domain/view';
import { evaluateKpis } from '~/engine/kpi/index';
import type { WatchedNode } from '../challenge/watchedNodes';
import { goalAt } from '../commands/holds';
import type { PlanDocument } from '../document';
import type { FactCache } from '../facts';
import { focusYear } from '../focusYear';
import { attentionTo } from './attention';
import { burnUpOf } from './burnUp';
import { changeLines } from './changeLines';
import { kpiInput } from './kpiInput';
import { nodeTargets, sumSpoken } from './nodeTargets';
import { orderCoverage } from './orderCoverage';
import type { ViewCache } from './viewCache';

export interface HomeOptions {
  revision: number;
  /** The forecast of the whole company, null while there is none. */
  forecast: ForecastView | null;
  /** Targets that were judged by their forecasts; others are judged by their own past. */
  judged?: readonly WatchedNode[];
  steps: readonly Step[];
  undone: ReadonlySet<number>;
  cache: ViewCache;
  facts: FactCache;
  today: Day;
  /** True when a workbook or plan file was taken out of it. */
  shared?: boolean;
}

const CHANGES = 20;

/**
 * Where the whole plan stands in its year (`focusYear`): target, what is handed out, actual and plan to the last complete day of the orders, last
 * year over as many working days, the year's outlook, what needs attention and what changed. The figures are the KPI
 * board's own. Actual is null before the plan's year has orders and where a day of it is unknown.
 */
export function homeView(document: PlanDocument, whole: Plan, options: HomeOptions): HomeView {
  const { forecast, cache, today } = options;
  const plan = focusYear(whole, orderCoverage(document)?.asOf ?? today);
  const year = { from: plan.periods[0].from, to: plan.periods[plan.periods.length - 1].to };
  const readings = new Map(
    evaluateKpis({
      ...kpiInput(document, plan, { at: {}, period: year, cache, today }),
      ids: ['planToDate', 'pace', 'growthYoY'],
      trend: 0,
    }).map((reading) => [reading.id, reading]),
  );
  const allocated = sumSpoken(nodeTargets(document, plan, {}));
  const goal =
    goalAt(document, { column: WORKING_TARGET, at: {}, periods: plan.periods.map(({ id }) => id) })?.amount ?? null;
  const target = goal ?? allocated;
  return {
    revision: options.revision,
    asOf: orderCoverage(document)?.asOf ?? null,
    target,
    goal,
    allocated,
    actual: readings.get('pace')?.numerator ?? null,
    lastYear: readings.get('growthYoY')?.denominator ?? null,
    planToDate: readings.get('planToDate')?.value ?? null,
    forecast: outlookOf(forecast),
    burnUp: burnUpOf(document, plan, { at: {}, forecast }),
    attention: attentionTo(document, plan, {
      target,
      forecast,
      cache,
      facts: options.facts,
      judged: options.judged ?? [],
    }),
    changes: changeLines(document, options.steps, { undone: options.undone, count: CHANGES }),
    steps: stepsOf(document, plan, { goal, allocated, options }),
  };
}

function outlookOf(forecast: ForecastView | null): HomeView['forecast'] {
  if (!forecast) return null;
  const { forecast: mean, lower, upper, level } = forecast.year;
  return mean === null || lower === null || upper === null ? null : { mean, lower, upper, level };
}

/** The way from a target to a shared plan, ticked from what is there. Amounts are money. */
function stepsOf(
  document: PlanDocument,
  plan: Plan,
  { goal, allocated, options }: { goal: number | null; allocated: number | null; options: HomeOptions },
): HomeView['steps'] {
  const imports = [...document.records.import.values()];
  const sold = imports.reduce((sum, { report }) => sum + report.amount, 0);
  const outlook = options.forecast?.year.forecast ?? null;
  return [
    { id: 'target', done: (goal ?? allocated) !== null, amount: goal ?? allocated },
    { id: 'decomposed', done: allocated !== null && allocated >= (goal ?? allocated), amount: allocated },
    { id: 'orders', done: imports.length > 0, amount: imports.length > 0 ? sold : null },
    { id: 'tiers', done: document.records.tierRule.size > 0, amount: null },
    { id: 'forecast', done: options.forecast !== null, amount: outlook },
    { id: 'kpis', done: imports.length > 0 && plan.periods.length > 0 && allocated !== null, amount: null },
    { id: 'share', done: options.shared === true, amount: null },
  ];
}
