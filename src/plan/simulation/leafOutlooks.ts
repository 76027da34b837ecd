import type { NodeOutlook } from '~/domain/outlook';
import { type Outcome, outcomeOf } from '~/engine/challenge/index';
import type { View } from '~/engine/cube/index';
import { leafShape } from '~/engine/simulation/index';

/** Fewer whole months than this are no history to draw a node from by itself. */
export const ENOUGH_MONTHS = 12;
/** Share of the target that must stand on histories of their own at the level that is drawn. */
const ENOUGH_WEIGHT = 0.8;
const LEVEL = 0.8;

/** What every leaf of a drawn tree may come to, minor units: its cells in order, last what lies in no planned line. */
export interface LeafOutlooks {
  middle: Float64Array;
  down: Float64Array;
  up: Float64Array;
  certain: Float64Array;
  /** Leaves that took a share of a node above; leaves of which nothing is foretold. */
  thin: number;
  silent: number;
}

/**
 * Deepest level on which histories suffice: at least 80 % of the target lies at nodes with twelve whole months of their own, or
 * with as many as the whole has where that is fewer.
 */
export function drawnDepth(view: View, outlooks: readonly NodeOutlook[], targets: Float64Array): number {
  const enough = enoughMonths(outlooks);
  for (let depth = view.levels.length; depth > 0; depth -= 1) {
    let all = 0;
    let known = 0;
    for (let node = 0; node < view.count; node += 1) {
      if (view.depth[node] !== depth) continue;
      const weight = targets[node] > 0 ? targets[node] : Math.max(0, outlooks[node].lastYear ?? 0);
      all += weight;
      if (hasHistory(outlooks[node], enough)) known += weight;
    }
    if (all > 0 && known >= ENOUGH_WEIGHT * all) return depth;
  }
  return Math.min(1, view.levels.length);
}

/**
 * The outcome of every cell of the view from its own outlook. One with too short a history takes its share (by target, else by
 * last year) of what the nearest node above still expects, with the range of an equal part of a sum of independent ones: √share
 * of that node's. A leaf below no forecast at all counts as what has come. What is open is then scaled so that the means add up
 * to that of the forecast of the whole, which knows best; at most to half or double.
 */
export function leafOutlooks(view: View, outlooks: readonly NodeOutlook[], targets: Float64Array): LeafOutlooks {
  const made: LeafOutlooks = {
    middle: new Float64Array(view.cells + 1),
    down: new Float64Array(view.cells + 1),
    up: new Float64Array(view.cells + 1),
    certain: new Float64Array(view.cells + 1),
    thin: 0,
    silent: 0,
  };
  const enough = enoughMonths(outlooks);
  for (let cell = 0; cell < view.cells; cell += 1) {
    const node = view.firstLeaf + cell;
    const certain = outlooks[node].actual ?? 0;
    const outcome =
      ownOutcome(outlooks[node], enough) ?? sharedOutcome(view, outlooks, { node, certain, targets, enough });
    if (!outcome) made.silent += 1;
    else if (!hasHistory(outlooks[node], enough)) made.thin += 1;
    made.certain[cell] = certain;
    made.middle[cell] = outcome?.middle ?? certain;
    made.down[cell] = outcome?.down ?? 0;
    made.up[cell] = outcome?.up ?? 0;
  }
  fitToWhole(made, outlooks[0]);
  return made;
}

/** Nobody is asked for more months than the whole has: the workspace may be younger than a year. */
const enoughMonths = ([whole]: readonly NodeOutlook[]): number =>
  whole.year ? Math.min(ENOUGH_MONTHS, whole.months) : ENOUGH_MONTHS;

const hasHistory = (outlook: NodeOutlook, enough: number): boolean => outlook.year !== null && outlook.months >= enough;

const outcomeOfYear = ({ mean, lower, upper }: { mean: number; lower: number; upper: number }): Outcome =>
  outcomeOf({ middle: mean, lower, upper, level: LEVEL });

const ownOutcome = (outlook: NodeOutlook, enough: number): Outcome | null =>
  outlook.year && hasHistory(outlook, enough) ? outcomeOfYear(outlook.year) : null;

function sharedOutcome(
  view: View,
  outlooks: readonly NodeOutlook[],
  { node, certain, targets, enough }: { node: number; certain: number; targets: Float64Array; enough: number },
): Outcome | null {
  for (let above = node; above > 0; ) {
    above = view.parent[above];
    const { year, actual } = outlooks[above];
    if (!year || !hasHistory(outlooks[above], enough)) continue;
    const share = shareOf(node, above, { outlooks, targets });
    if (share === null) return null;
    const whole = outcomeOfYear(year);
    const open = share * Math.max(0, year.mean - (actual ?? 0));
    const width = Math.sqrt(share);
    return { middle: certain + open, down: Math.min(open, whole.down * width), up: Math.min(open, whole.up * width) };
  }
  return null;
}

function shareOf(
  node: number,
  above: number,
  { outlooks, targets }: { outlooks: readonly NodeOutlook[]; targets: Float64Array },
): number | null {
  if (targets[node] >= 0 && targets[above] > 0) return Math.min(1, targets[node] / targets[above]);
  const [own, all] = [outlooks[node].lastYear, outlooks[above].lastYear];
  return own !== null && all !== null && own >= 0 && all > 0 ? Math.min(1, own / all) : null;
}

/**
 * Fits what is open to the forecast of the whole, and puts what is sold outside the planned lines into the last leaf: certain so
 * far, and from now on the share of the whole that it had so far.
 */
function fitToWhole(leaves: LeafOutlooks, whole: NodeOutlook): void {
  const { middle, certain, down, up } = leaves;
  const last = middle.length - 1;
  const actual = whole.actual ?? 0;
  const outside = actual - certain.reduce((sum, amount) => sum + amount, 0);
  certain[last] = outside;
  middle[last] = outside;
  if (!whole.year) return;
  const own = outcomeOfYear(whole.year);
  const wanted = Math.max(0, own.middle + leafShape(own.down, own.up).surplus - actual);
  const share = actual > 0 ? Math.min(1, Math.max(0, outside / actual)) : 0;
  middle[last] += share * wanted;
  down[last] = Math.min(share * wanted, own.down * Math.sqrt(share));
  up[last] = own.up * Math.sqrt(share);
  let open = 0;
  for (let i = 0; i < last; i += 1) open += middle[i] - certain[i] + leafShape(down[i], up[i]).surplus;
  if (open <= 0 || wanted === 0) return;
  const scale = Math.min(2, Math.max(0.5, ((1 - share) * wanted) / open));
  for (let i = 0; i < last; i += 1) {
    middle[i] = certain[i] + (middle[i] - certain[i]) * scale;
    down[i] *= scale;
    up[i] *= scale;
  }
}
