import type { At } from '~/domain/cell';
import type { DimensionId } from '~/domain/dimension';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { buildFacts, cutsOfSpans, type DaySpan, type FactTable } from '~/engine/facts/index';
import { orderSegments, type PlanDocument } from '../document';
import { type WantedNodes, wantedNodes } from './wantedNodes';

/** What many nodes sold, by buckets of days: the orders are read once for all of them. */
export interface SalesTable {
  /** Address → its row. */
  rowOf: ReadonlyMap<string, number>;
  /** First day of a bucket → its number; the day after the last one is there too. */
  bucketOf: ReadonlyMap<Day, number>;
  buckets: number;
  /** Row × bucket, bucket fastest, minor units. */
  sums: Float64Array;
}

/** One text per address, whatever order its parts were named in. */
export const addressKey = (at: At): string =>
  Object.keys(at)
    .sort()
    .map((dimension) => `${dimension}:${at[dimension]}`)
    .join();

/**
 * The sales of many nodes in some spans of days. Orders are summed once per set of dimensions that no other set holds, to
 * classes of members that the nodes tell apart, so that a thousand nodes cost hardly more than one.
 */
export function salesTable(
  document: PlanDocument,
  plan: Plan | null,
  { ats, spans }: { ats: readonly At[]; spans: readonly DaySpan[] },
): SalesTable {
  const cuts = cutsOfSpans(spans);
  const buckets = Math.max(0, cuts.length - 1);
  const rowOf = new Map<string, number>();
  const places: At[] = [];
  for (const at of ats) {
    const key = addressKey(at);
    if (rowOf.has(key)) continue;
    rowOf.set(key, places.length);
    places.push(at);
  }
  const sums = new Float64Array(places.length * buckets);
  const segments = buckets > 0 ? orderSegments(document) : [];
  if (segments.length > 0) {
    for (const { dimensions, rows } of passesOf(places)) {
      const wanted = dimensions.map((dimension) =>
        wantedNodes(document, plan, { dimension, ats: rows.map((row) => places[row]) }),
      );
      const facts = buildFacts({
        segments,
        dimensions,
        leafOf: wanted.map(({ classOf }) => classOf),
        from: cuts[0],
        to: cuts[buckets] - 1,
        cuts,
      });
      addFacts(sums, { facts, wanted, tree: addressTree(places, { rows, dimensions }), buckets });
    }
  }
  return { rowOf, bucketOf: new Map(Array.from(cuts, (day, b) => [day, b])), buckets, sums };
}

/** Answers what a node sold in spans: undefined where the table does not cut there. Null where it does not know the node. */
export function salesOf(table: SalesTable, at: At): ((span: DaySpan) => number | undefined) | null {
  const row = table.rowOf.get(addressKey(at));
  if (row === undefined) return null;
  const { bucketOf, buckets, sums } = table;
  return ({ from, to }) => {
    const first = bucketOf.get(from);
    const end = bucketOf.get(to + 1);
    if (first === undefined || end === undefined) return undefined;
    let sum = 0;
    for (let b = row * buckets + first; b < row * buckets + end; b += 1) sum += sums[b];
    return sum;
  };
}

/** Sets of dimensions to sum orders by: those of an address, where no larger set holds them. */
function passesOf(places: readonly At[]): { dimensions: DimensionId[]; rows: number[] }[] {
  const bySet = new Map<string, number[]>();
  places.forEach((at, row) => {
    const key = Object.keys(at).sort().join();
    const rows = bySet.get(key);
    if (rows) rows.push(row);
    else bySet.set(key, [row]);
  });
  const sets = [...bySet].map(([key, rows]) => ({ dimensions: key === '' ? [] : key.split(','), rows }));
  sets.sort((a, b) => b.dimensions.length - a.dimensions.length);
  const passes: typeof sets = [];
  for (const { dimensions, rows } of sets) {
    const larger = passes.find((pass) => dimensions.every((dimension) => pass.dimensions.includes(dimension)));
    if (larger) for (const row of rows) larger.rows.push(row);
    else passes.push({ dimensions, rows: [...rows] });
  }
  return passes;
}

/** Addresses by their parts, one level per dimension; `WHOLE` stands for a dimension that an address does not name. */
type AddressTree = Map<number, AddressTree | number>;
const WHOLE = -1;

function addressTree(
  places: readonly At[],
  { rows, dimensions }: { rows: readonly number[]; dimensions: readonly DimensionId[] },
): AddressTree {
  const tree: AddressTree = new Map();
  for (const row of rows) {
    let level = tree;
    dimensions.forEach((dimension, d) => {
      const code = places[row][dimension] ?? WHOLE;
      if (d === dimensions.length - 1) {
        level.set(code, row);
        return;
      }
      const next = level.get(code);
      const below: AddressTree = next instanceof Map ? next : new Map();
      level.set(code, below);
      level = below;
    });
    if (dimensions.length === 0) tree.set(WHOLE, row);
  }
  return tree;
}

interface Adding {
  facts: FactTable;
  wanted: readonly WantedNodes[];
  tree: AddressTree;
  buckets: number;
}

/** Adds every tuple of the facts to all nodes that hold it. */
function addFacts(sums: Float64Array, { facts, wanted, tree, buckets }: Adding): void {
  const { amount, codes, count } = facts;
  const place = (tuple: number, row: number): void => {
    const start = row * buckets;
    for (let b = 0; b < buckets; b += 1) sums[start + b] += amount[b][tuple];
  };
  const walk = (tuple: number, level: AddressTree, d: number): void => {
    const follow = (code: number): void => {
      const next = level.get(code);
      if (next === undefined) return;
      if (typeof next === 'number') place(tuple, next);
      else walk(tuple, next, d + 1);
    };
    follow(WHOLE);
    if (d >= wanted.length) return;
    const own = wanted[d].nodesOf[codes[d][tuple]];
    for (let n = 0; n < own.length; n += 1) follow(own[n]);
  };
  for (let tuple = 0; tuple < count; tuple += 1) walk(tuple, tree, 0);
}
