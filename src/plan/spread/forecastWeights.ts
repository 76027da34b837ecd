import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { fail, type Result } from '~/domain/result';
import type { PlanDocument } from '../document';
import { foretellNode, nodeSeries } from '../forecast/foretellNode';
import { hierarchyOf } from '../members';
import { reconcileTree } from '../outlooks/reconcileTree';
import { addressKey, type SalesTable, salesTable } from '../outlooks/salesTable';
import { type ForecastRequest, forecastRequest } from '../views/forecastRequest';
import { orderCoverage } from '../views/orderCoverage';
import { amountOfPeriod } from './amountOfPeriod';
import { type ForecastGroup, forecastGroups } from './forecastGroups';
import { emptyWeights, lineShares, type SpreadSource, type Weights, withWeights } from './spreadSource';

/** Known months from which a node foretells for itself; with fewer the node above it does. */
const ENOUGH = 24;

/**
 * Lines by the forecasts of the nodes they lie in, made to add up with that of the cell, and by their present shares within
 * these; periods by the same forecasts (what is known already as it was). Where the cell has no such nodes, or not two years of
 * history, periods by the forecast of the nearest node that has. A period that is neither known nor foretold is reckoned as the
 * average of the others, with a note. Refused where no node has any history.
 */
export function forecastWeights(source: SpreadSource): Result<Weights> {
  const request = nearestRequest(source);
  if (!request) return fail(issue('forecast/noHistory'));
  const isOwn = addressKey(request.at) === addressKey(source.cell.at);
  const groups = isOwn ? forecastGroups(source) : [];
  const paths = groups.length > 0 ? groupPaths(source, { request, groups }) : null;
  const { plan, rows, selection } = source;
  const shares = lineShares(source);
  const weight = emptyWeights(source);
  const whole = { places: Array.from(rows, (_, j) => j), path: pathOf(request, meanOf(source.document, request)) };
  let missing = 0;
  for (const { places, path } of paths ?? [whole]) {
    const amounts = selection.periods.map((period) => amountOfPeriod(plan.periods[period], path));
    const known = amounts.filter((amount) => amount !== null);
    const average = known.length > 0 ? known.reduce((sum, amount) => sum + amount, 0) / known.length : 0;
    missing = Math.max(missing, amounts.length - known.length);
    const size = paths ? places.reduce((sum, j) => sum + shares[j], 0) : 1;
    selection.periods.forEach((period, p) => {
      const amount = amounts[p] ?? average;
      for (const j of places) weight[period][rows[j]] = amount * (size > 0 ? shares[j] / size : 1 / places.length);
    });
  }
  return withWeights(source, {
    weight,
    notes: missing > 0 ? [issue('spread/unknownMonths', { months: missing })] : [],
  });
}

/** What came or is expected in a calendar month, never below 0; null where neither is known. */
type Path = (month: number) => number | null;

function pathOf({ history, fromMonth }: ForecastRequest, mean: ArrayLike<number>): Path {
  const next = fromMonth + history.length;
  return (month) => {
    if (month < fromMonth) return null;
    const amount = month < next ? history[month - fromMonth] : (mean[month - next] ?? null);
    return amount === null ? null : Math.max(0, amount);
  };
}

/** The groups of a cell with what each comes to, their forecasts made to add up with the cell's own; null where none has any. */
function groupPaths(
  { document, plan }: SpreadSource,
  { request, groups }: { request: ForecastRequest; groups: readonly ForecastGroup[] },
): { places: number[]; path: Path }[] | null {
  const { horizon } = request;
  const next = request.fromMonth + request.history.length;
  const table = groupTable(document, plan, { request, groups });
  const own = groups.map(({ at }) => {
    const found = forecastRequest(document, plan, { at, horizon, table });
    return found.ok ? found.value : null;
  });
  if (own.every((one) => one === null)) return null;
  const all = [request, ...own];
  const months = Math.max(...all.map((one) => one?.history.length ?? 0));
  const { values } = reconcileTree({
    method: 'mintShrink',
    parent: Int32Array.from(all, (_, node) => (node === 0 ? -1 : 0)),
    base: all.map((one) => (one ? meanOf(document, one).map(Math.round) : new Float64Array(horizon))),
    history: all.map((one) => {
      const history = new Float64Array(months).fill(Number.NaN);
      one?.history.forEach((amount, m) => {
        history[months - one.history.length + m] = amount ?? Number.NaN;
      });
      return history;
    }),
    immutable: all.map(() => null),
  });
  return groups.map(({ places }, g) => {
    const known = own[g];
    const start = request.fromMonth;
    const mean = values[g + 1];
    const path = known ? pathOf(known, mean) : null;
    // Before its first sale a node sold nothing, as far back as the cell is known.
    return {
      places,
      path: (month) => (month < start ? null : (path?.(month) ?? (month < next ? 0 : (mean[month - next] ?? null)))),
    };
  });
}

/** The months of all groups, read in one pass over the orders. */
function groupTable(
  document: PlanDocument,
  plan: Plan,
  { request, groups }: { request: ForecastRequest; groups: readonly ForecastGroup[] },
): SalesTable | undefined {
  const coverage = orderCoverage(document);
  if (!coverage) return undefined;
  const spans = Array.from({ length: coverage.lastMonth - coverage.firstMonth + 1 }, (_, m) =>
    monthPeriodAt(coverage.firstMonth + m),
  );
  return salesTable(document, plan, { ats: [request.at, ...groups.map(({ at }) => at)], spans });
}

/** What the nearest node at or above the cell can foretell from; the whole company with whatever it has. */
function nearestRequest({ document, plan, cell }: SpreadSource): ForecastRequest | null {
  const horizon = (month: number): number =>
    Math.max(1, monthIndexOf(plan.periods[plan.periods.length - 1].to) - month);
  let at: At | null = cell.at;
  while (at) {
    const request = forecastRequest(document, plan, { at });
    const above = nodeAbove(document, plan.id, at, plan.dimensions);
    if (request.ok && (above === null || request.value.history.length >= ENOUGH)) {
      const last = request.value.fromMonth + request.value.history.length - 1;
      return { ...request.value, horizon: horizon(last) };
    }
    at = above;
  }
  return null;
}

/** One step up: the innermost dimension goes to its parent, or out of the address. Null above the whole company. */
function nodeAbove(document: PlanDocument, plan: string, at: At, dimensions: readonly string[]): At | null {
  const named = dimensions.filter((dimension) => at[dimension] !== undefined);
  const innermost = named.at(-1) ?? Object.keys(at).at(-1);
  if (innermost === undefined) return null;
  const { [innermost]: code, ...rest } = at;
  const parent = hierarchyOf(document.records, plan, innermost)?.parent[code] ?? 0;
  return parent === 0 ? rest : { ...rest, [innermost]: parent };
}

interface Foretold {
  version: number;
  means: Map<string, Float64Array>;
}

/** Kept until orders change: a preview asks at every key. */
const foretold = new WeakMap<PlanDocument, Foretold>();

function meanOf(document: PlanDocument, request: ForecastRequest): Float64Array {
  let known = foretold.get(document);
  if (known?.version !== document.factsVersion) {
    known = { version: document.factsVersion, means: new Map() };
    foretold.set(document, known);
  }
  const key = `${addressKey(request.at)}|${request.horizon}|${JSON.stringify([request.events, request.analogue, request.seasonKin?.id, request.liftKin?.id])}`;
  let mean = known.means.get(key);
  if (!mean) {
    mean = foretellNode(nodeSeries(request), { period: 12, levels: [], seed: 1, origins: 0 }).mean;
    known.means.set(key, mean);
  }
  return mean;
}
