import type { At } from '~/domain/cell';
import type { TreeMethod } from '~/domain/forecastTree';
import type { NodeOutlook } from '~/domain/outlook';
import type { Plan } from '~/domain/plan';
import type { NodeTree } from '../challenge/nodeTree';
import type { OpenPlan, PlanDocument } from '../document';
import { spanSales } from '../views/nodeSales';
import { orderCoverage } from '../views/orderCoverage';
import { type LockedNodes, lockedNodes } from './lockedNodes';
import { monthHistories } from './monthHistories';
import type { OutlookScene } from './outlookScene';
import type { TreeToReconcile } from './reconcileTree';

/** A tree of forecasts before it adds up: the nodes of the plan, and what was sold beside its lines. */
export interface ForecastTree {
  year: Plan;
  tree: NodeTree;
  /** By node, null for what was sold under its parent without a line; these stand behind all nodes of the plan. */
  ats: (At | null)[];
  parent: Int32Array;
  /** The first period of the year that is not over. */
  firstOpen: number;
  /** By node and period of the year: what came, and the node's own forecast after that; NaN = neither. */
  base: Float64Array[];
  outlooks: readonly NodeOutlook[];
  /** By node and period: 1 = what is locked was taken as given. */
  locked: Uint8Array[];
  input: TreeToReconcile;
}

export interface ForecastTreeOptions {
  whole: Plan;
  scene: OutlookScene;
  tree: NodeTree;
  /** By node of the tree. */
  outlooks: readonly NodeOutlook[];
  method: TreeMethod;
  keepLocked: boolean;
}

/**
 * The forecasts of all nodes of a tree, laid out to be reconciled: periods that are over hold what came, the others the node's
 * own forecast, in the running one at least what has come. Sales under a node that no line below it stands for (members that
 * came after the plan) are a part of their own, foretold by its share of the last twelve months, so that nothing is missing.
 * Locked and closed amounts ahead are given where `keepLocked` says so; a total locked over several periods follows the node's
 * own forecast within them.
 */
export function forecastTree(document: PlanDocument, open: OpenPlan, options: ForecastTreeOptions): ForecastTree {
  const { scene, tree, outlooks, whole } = options;
  const { year, table } = scene;
  const { view, ats } = tree;
  const width = year.periods.length;
  const running = spanSales(document, whole, { at: {}, spans: year.periods, table });
  const firstOpen = running.running?.index ?? lastKnown(running.whole);
  const base: Float64Array[] = ats.map((at, node) => {
    const come = spanSales(document, whole, { at, spans: year.periods, table });
    return Float64Array.from({ length: width }, (_, p) => {
      if (p < firstOpen) return come.whole[p] ?? Number.NaN;
      const mean = outlooks[node].periods[p]?.mean ?? 0;
      return come.running?.index === p ? Math.max(mean, come.running.amount) : mean;
    });
  });
  const foretold = Array.from({ length: width }, (_, p) => p < firstOpen || outlooks[0].periods[p] !== null);
  for (const own of base) for (let p = 0; p < width; p += 1) if (!foretold[p]) own[p] = Number.NaN;
  const history = monthHistories(document, whole, { ats, table, coverage: orderCoverage(document) });
  const beside = besideLines({ view, base, history, firstOpen });
  const count = view.count + beside.length;
  const parent = Int32Array.from({ length: count }, (_, node) => {
    if (node === 0) return -1;
    return node < view.count ? view.parent[node] : beside[node - view.count].parent;
  });
  for (const own of beside) {
    base.push(own.base);
    history.push(own.history);
  }
  const locks = options.keepLocked ? lockedNodes(document, open, { whole, year, tree }) : null;
  const given = base.map((own) => own.slice());
  const locked = given.map((own, node) => lock(own, { locks, node, firstOpen, width, count: view.count }));
  const steps = Array.from({ length: width }, (_, p) => p).filter((p) => p >= firstOpen && foretold[p]);
  return {
    year,
    tree,
    ats: [...ats, ...beside.map(() => null)],
    parent,
    firstOpen,
    base,
    outlooks,
    locked,
    input: {
      method: options.method,
      parent,
      base: given.map((own) => Float64Array.from(steps, (p) => own[p])),
      history,
      immutable: locked.map((own) => (own.includes(1) ? Uint8Array.from(steps, (p) => own[p]) : null)),
    },
  };
}

const lastKnown = (periods: readonly (number | null)[]): number => {
  let end = periods.length;
  while (end > 0 && periods[end - 1] === null) end -= 1;
  return end;
};

interface Beside {
  parent: number;
  base: Float64Array;
  history: Float64Array;
}

/** What nodes sold beyond their children, for each that did in any month. */
function besideLines({
  view,
  base,
  history,
  firstOpen,
}: {
  view: NodeTree['view'];
  base: readonly Float64Array[];
  history: readonly Float64Array[];
  firstOpen: number;
}): Beside[] {
  const found: Beside[] = [];
  for (let node = 0; node < view.count; node += 1) {
    if (view.childCount[node] === 0) continue;
    const rest = history[node].slice();
    const restBase = base[node].slice(0, firstOpen);
    const end = view.firstChild[node] + view.childCount[node];
    for (let child = view.firstChild[node]; child < end; child += 1) {
      history[child].forEach((amount, m) => {
        rest[m] -= amount;
      });
      for (let p = 0; p < firstOpen; p += 1) restBase[p] -= base[child][p];
    }
    if (!rest.some(isSomething) && !restBase.some(isSomething)) continue;
    const share = shareOf(rest.slice(-YEAR), history[node].slice(-YEAR));
    found.push({
      parent: node,
      history: rest,
      base: base[node].map((amount, p) => (p < firstOpen ? restBase[p] : Math.round(amount * share) + 0)),
    });
  }
  return found;
}

const isSomething = (amount: number): boolean => amount !== 0 && !Number.isNaN(amount);

const YEAR = 12;

function shareOf(part: Float64Array, whole: Float64Array): number {
  const sum = (amounts: Float64Array): number => amounts.reduce((all, amount) => all + (amount || 0), 0);
  return sum(whole) > 0 ? Math.max(0, sum(part) / sum(whole)) : 0;
}

/** Marks what is locked of a node ahead and puts its amounts in place of the forecast. */
function lock(
  own: Float64Array,
  {
    locks,
    node,
    firstOpen,
    width,
    count,
  }: { locks: LockedNodes | null; node: number; firstOpen: number; width: number; count: number },
): Uint8Array {
  const flags = new Uint8Array(width);
  if (!locks || node >= count) return flags;
  for (let p = firstOpen; p < width; p += 1) {
    const amount = locks.amount[node * width + p];
    if (Number.isNaN(amount) || Number.isNaN(own[p])) continue;
    own[p] = amount;
    flags[p] = 1;
  }
  for (const total of locks.totals) if (total.node === node) lockTotal(own, flags, { ...total, firstOpen });
  return flags;
}

/** The part of a locked total that is still to come, by the node's own forecast; left as it is where that says nothing. */
function lockTotal(
  own: Float64Array,
  flags: Uint8Array,
  { periods, amount, firstOpen }: { periods: readonly number[]; amount: number; firstOpen: number },
): void {
  if (periods.some((p) => Number.isNaN(own[p]))) return;
  const free = periods.filter((p) => p >= firstOpen && flags[p] === 0);
  let left = amount;
  for (const p of periods) if (!free.includes(p)) left -= own[p];
  const size = free.reduce((sum, p) => sum + Math.max(0, own[p]), 0);
  if (free.length === 0 || left < 0) return;
  let given = 0;
  free.forEach((p, i) => {
    const share = size > 0 ? Math.max(0, own[p]) / size : 1 / free.length;
    own[p] = i === free.length - 1 ? left - given : Math.floor(left * share);
    given += own[p];
    flags[p] = 1;
  });
}
