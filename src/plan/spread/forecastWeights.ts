import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import { monthIndexOf } from '~/domain/period';
import { fail, type Result } from '~/domain/result';
import { forecastSeries } from '~/engine/forecast/index';
import type { PlanDocument } from '../document';
import { hierarchyOf } from '../members';
import { type ForecastRequest, forecastRequest } from '../views/forecastRequest';
import { amountOfPeriod } from './amountOfPeriod';
import { emptyWeights, lineShares, type SpreadSource, type Weights, withWeights } from './spreadSource';

/** Known months from which a node foretells for itself; with fewer the node above it does. */
const ENOUGH = 24;

/**
 * Periods by the forecast of the nearest node with two years of history (what is known already as it was), lines by their
 * present shares. A period that is neither known nor foretold is reckoned as the average of the others, with a note.
 * Refused where no node has any history.
 */
export function forecastWeights(source: SpreadSource): Result<Weights> {
  const request = nearestRequest(source);
  if (!request) return fail(issue('forecast/noHistory'));
  const { plan, rows, selection } = source;
  const mean = meanOf(source.document, request);
  const next = request.fromMonth + request.history.length;
  const amountOf = (month: number): number | null => {
    if (month < request.fromMonth) return null;
    const amount = month < next ? request.history[month - request.fromMonth] : (mean[month - next] ?? null);
    return amount === null ? null : Math.max(0, amount);
  };
  const amounts = selection.periods.map((period) => amountOfPeriod(plan.periods[period], amountOf));
  const known = amounts.filter((amount) => amount !== null);
  const average = known.length > 0 ? known.reduce((sum, amount) => sum + amount, 0) / known.length : 0;
  const shares = lineShares(source);
  const weight = emptyWeights(source);
  selection.periods.forEach((period, p) => {
    const amount = amounts[p] ?? average;
    for (let j = 0; j < rows.length; j += 1) weight[period][rows[j]] = amount * shares[j];
  });
  const missing = amounts.length - known.length;
  return withWeights(source, {
    weight,
    notes: missing > 0 ? [issue('spread/unknownMonths', { months: missing })] : [],
  });
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
  const key = `${JSON.stringify(request.at)}|${request.horizon}`;
  let mean = known.means.get(key);
  if (!mean) {
    const { horizon } = request;
    mean = forecastSeries(request.history, { period: 12, horizon, levels: [], seed: 1, origins: 0 }).mean;
    known.means.set(key, mean);
  }
  return mean;
}
