import { issue } from '~/domain/issue';
import type { PeriodId } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import type { ChartPart, PlanChart, PlanChartQuery } from '~/domain/range';
import { fail, ok, type Result } from '~/domain/result';
import { ALL_ROWS, atOfRow, rowPart } from '~/domain/sheet';
import { nodeTotals } from '~/engine/cube/index';
import { memberName, type PlanDocument } from '../document';
import { type PeriodFacts, sumFacts } from '../periodFacts';
import { growthRows } from './growthRows';
import type { Sheet } from './sheet';

export interface ChartContext {
  plan: Plan;
  facts: PeriodFacts | null;
}

/** The most parts a chart shows by name; the others go together as `rest`. */
const NAMED = { waterfall: 8, treemap: 40, pareto: 30 };

/**
 * What a chart beside the grid shows of a row: the steps from last year to the target (by planned growth sources where
 * there are any, else by the rows below), its months, or the rows below by size. Amounts in minor units; a blank or an
 * unknown is null and never 0. Parts beyond the largest go together, so that parts always sum to the whole.
 */
export function planChart(
  document: PlanDocument,
  sheet: Sheet,
  { query, context }: { query: PlanChartQuery; context: ChartContext },
): Result<PlanChart> {
  const node = nodeOfRow(sheet, query.row);
  if (node === null) return fail(issue('plan/unknown'));
  const asked = indexesOf(context.plan, query.periods);
  const scene: Scene = { document, sheet, context, periods: amountPeriods(sheet, node, asked), row: query.row };
  const whole = partOf(scene, node, { id: query.row, label: '' });
  const last = lastYearOf(scene, node);
  const chart: PlanChart = {
    kind: query.kind,
    label: query.row === ALL_ROWS ? '' : labelOf(scene, node),
    target: whole.target,
    lastYear: whole.lastYear,
    partial: last.partial,
    parts: [],
  };
  if (query.kind === 'season') return ok({ ...chart, parts: seasonParts(scene, node, asked) });
  if (query.kind === 'waterfall') return ok({ ...chart, parts: waterfallParts(scene, node, chart) });
  const parts = childParts(scene, node).sort((a, b) => (b.target ?? 0) - (a.target ?? 0));
  return ok({ ...chart, parts: withRest(parts, NAMED[query.kind]) });
}

interface Scene {
  document: PlanDocument;
  sheet: Sheet;
  context: ChartContext;
  /** Indexes of the plan's periods. */
  periods: number[];
  row: string;
}

const indexesOf = (plan: Plan, periods: readonly PeriodId[]): number[] =>
  plan.periods.flatMap(({ id }, p) => (periods.includes(id) ? [p] : []));

function nodeOfRow({ ids, nodes }: Sheet, row: string): number | null {
  const at = ids.indexOf(row);
  return at < 0 ? null : nodes[at];
}

/**
 * The periods whose amounts sum to what the row shows: all of them for an additive measure, of a balance the last one in
 * which anybody spoke. A ratio and a distinct count are no sums of parts: none.
 */
function amountPeriods({ readings, accumulator }: Sheet, node: number, asked: number[]): number[] {
  const kind = readings[0]?.kind;
  if (kind === 'additive') return asked;
  if (kind !== 'balance') return [];
  const closing = asked.findLast((p) => nodeTotals(accumulator, node, [p]).spoken > 0);
  return closing === undefined ? [] : [closing];
}

const labelOf = ({ document, sheet: { view } }: Scene, node: number): string =>
  memberName(document, view.levels[view.depth[node] - 1].dimension, view.code[node]);

function lastYearOf({ context, periods }: Scene, node: number) {
  const { facts } = context;
  if (!facts) return { value: null, partial: false };
  return sumFacts(
    facts,
    node,
    periods.map((p) => facts.lastYear[p]),
  );
}

function partOf(scene: Scene, node: number, { id, label }: { id: string; label: string }): ChartPart {
  const { sum, spoken } = nodeTotals(scene.sheet.accumulator, node, scene.periods);
  return { id, label, target: spoken > 0 ? sum : null, lastYear: lastYearOf(scene, node).value };
}

function seasonParts(scene: Scene, node: number, asked: readonly number[]): ChartPart[] {
  if (scene.periods.length === 0) return [];
  return asked.map((p) =>
    partOf({ ...scene, periods: [p] }, node, { id: scene.context.plan.periods[p].id, label: '' }),
  );
}

function childParts(scene: Scene, node: number): ChartPart[] {
  const { view } = scene.sheet;
  return Array.from({ length: view.childCount[node] }, (_, child) => {
    const at = view.firstChild[node] + child;
    const part = rowPart(view.levels[view.depth[at] - 1].dimension, view.code[at]);
    const id = scene.row === ALL_ROWS ? part : `${scene.row}/${part}`;
    return partOf(scene, at, { id, label: labelOf(scene, at) });
  });
}

/** Steps are differences: `target` of a step is what it adds. */
function waterfallParts(scene: Scene, node: number, chart: PlanChart): ChartPart[] {
  if (chart.target === null || chart.lastYear === null || chart.partial) return [];
  const rise = chart.target - chart.lastYear;
  const sources = hasSources(scene) ? growthSteps(scene, rise) : [];
  const steps = sources.length > 0 ? sources : memberSteps(scene, node, rise);
  return [
    { id: 'lastYear', label: '', target: chart.lastYear, lastYear: null },
    ...steps,
    { id: 'target', label: '', target: chart.target, lastYear: null },
  ];
}

/** Sources are of the plan's first year and of all that is under a node: a part of either has none of its own. */
function hasSources({ periods, context: { plan }, sheet: { query } }: Scene): boolean {
  const [year] = planYears(plan);
  const isYear = periods[0] === year.first && periods.at(-1) === year.last;
  return isYear && !query.filters?.length;
}

const step = (id: string, amount: number, label = ''): ChartPart => ({ id, label, target: amount, lastYear: null });

/** Planned sources at the node and below it; what they leave open is `unexplained`. None planned gives no steps. */
function growthSteps({ document, context, row }: Scene, rise: number): ChartPart[] {
  const steps = growthRows(document, context.plan, atOfRow(row)).flatMap(({ kind, amount }) =>
    amount === null ? [] : [step(kind, amount)],
  );
  if (steps.length === 0) return [];
  const left = rise - steps.reduce((sum, { target }) => sum + (target ?? 0), 0);
  return left === 0 ? steps : [...steps, step('unexplained', left)];
}

/** The largest changes of the rows below by name, the others and what had no row last year together. */
function memberSteps(scene: Scene, node: number, rise: number): ChartPart[] {
  const changes = childParts(scene, node)
    .map(({ id, label, target, lastYear }) => step(id, (target ?? 0) - (lastYear ?? 0), label))
    .filter(({ target }) => target !== 0)
    .sort((a, b) => Math.abs(b.target ?? 0) - Math.abs(a.target ?? 0));
  const named = changes.slice(0, NAMED.waterfall);
  const rest = rise - named.reduce((sum, { target }) => sum + (target ?? 0), 0);
  return rest === 0 ? named : [...named, step('rest', rest)];
}

function withRest(parts: ChartPart[], most: number): ChartPart[] {
  if (parts.length <= most) return parts;
  const rest = parts.slice(most);
  const sum = (pick: (part: ChartPart) => number | null): number | null =>
    rest.reduce<number | null>((all, part) => (pick(part) === null ? all : (all ?? 0) + (pick(part) ?? 0)), null);
  return [
    ...parts.slice(0, most),
    { id: 'rest', label: '', target: sum((part) => part.target), lastYear: sum((part) => part.lastYear) },
  ];
}
