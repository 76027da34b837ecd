import type { DealFilter, DealSort, DealsQuery } from '~/domain/pipelineView';
import { DEAL_LOST, DEAL_OPEN, DEAL_WON } from '~/engine/pipeline/index';
import { memberName, openedPlan } from '../document';
import { wordsTest } from '../views/listWindow';
import type { Reading } from '../views/nameIndex';
import { nodeDeals } from './nodeDeals';
import type { PipelineScene } from './pipelineScene';

/** The rows of a list in order, and what is said of all of them. */
export interface DealOrder {
  rows: Uint32Array;
  /** Sum of what they are worth; what nobody knows adds nothing. */
  amount: number;
  /** By filter, over the node and span, whatever is searched for. */
  counts: Record<DealFilter, number>;
}

interface Kept {
  key: string;
  reading: Reading | null;
  order: DealOrder;
}

const kept = new WeakMap<PipelineScene, Kept[]>();
/** Orders that are kept: a list that is scrolled, and the one before. */
const MOST_KEPT = 4;

/**
 * The deals of a list, filtered, searched and sorted; kept as long as the scene stands, so that scrolling sorts
 * nothing.
 */
export function dealOrder(scene: PipelineScene, query: DealsQuery, reading: Reading | null): DealOrder {
  const { first: _first, count: _count, ...rest } = query;
  const key = `${JSON.stringify(rest)}|${ownersKey(scene)}`;
  const all = kept.get(scene) ?? [];
  const known = all.find((one) => one.key === key && one.reading === reading);
  if (known) return known.order;
  const order = makeOrder(scene, query, reading);
  kept.set(scene, [{ key, reading, order }, ...all].slice(0, MOST_KEPT));
  return order;
}

/** What whose a deal is hangs on, beside what makes a scene anew: the plan that is open, and customers that changed hands. */
function ownersKey({ document }: PipelineScene): string {
  const plan = openedPlan(document);
  const { ownership } = document.records;
  return `${plan?.id}|${plan?.generation}|${ownership.size}|${[...ownership.keys()].at(-1)}`;
}

/** Whether a deal passes a filter. */
function filterTest(scene: PipelineScene): (filter: DealFilter, row: number) => boolean {
  const { deals, slipping, stale } = scene;
  const { result } = deals.table;
  const tests: Record<DealFilter, (row: number) => boolean> = {
    all: () => true,
    open: (row) => result[row] === DEAL_OPEN,
    slipping: (row) => slipping[row] === 1,
    stale: (row) => stale[row] === 1,
    flawed: (row) => deals.flaws[row] !== 0,
    won: (row) => result[row] === DEAL_WON,
    lost: (row) => result[row] === DEAL_LOST,
  };
  return (filter, row) => tests[filter](row);
}

function makeOrder(scene: PipelineScene, query: DealsQuery, reading: Reading | null): DealOrder {
  const passes = filterTest(scene);
  const inNode = nodeDeals(scene, query) ?? [];
  const counts: DealOrder['counts'] = { all: 0, open: 0, slipping: 0, stale: 0, flawed: 0, won: 0, lost: 0 };
  const filters = Object.keys(counts) as DealFilter[];
  for (const row of inNode) for (const filter of filters) if (passes(filter, row)) counts[filter] += 1;
  const matches = searchTest(scene, query.search, reading);
  const { places, named, table } = scene.deals;
  const inStage = (row: number): boolean =>
    query.stage === null || (named[row] < 0 ? '' : places.stages[named[row]].id) === query.stage;
  const rows = Uint32Array.from(inNode.filter((row) => passes(query.filter, row) && inStage(row) && matches(row)));
  let amount = 0;
  for (const row of rows) if (!Number.isNaN(table.worth[row])) amount += table.worth[row];
  return { rows: sorted(scene, rows, query.sort), amount, counts };
}

function searchTest(
  { document, deals }: PipelineScene,
  search: string,
  reading: Reading | null,
): (row: number) => boolean {
  if (search.trim() === '') return () => true;
  const said = wordsTest(search, reading);
  const { facts } = deals;
  const [title, key, reason] = [facts.text('title'), facts.text('key'), facts.text('reason')];
  const [customer, seller, product] = [facts.code('customer'), facts.code('seller'), facts.code('product')];
  return (row) =>
    said(
      title[row],
      key[row],
      reason[row],
      memberName(document, 'customer', customer[row]),
      memberName(document, 'seller', seller[row]),
      memberName(document, 'product', product[row]),
    );
}

/** Deals without what is sorted by come last either way, equal ones as they lie. */
function sorted(scene: PipelineScene, rows: Uint32Array, { by, descending }: DealsQuery['sort']): Uint32Array {
  const keyOf = sortKey(scene, rows, by);
  const direction = descending ? -1 : 1;
  const keys = new Float64Array(scene.deals.table.count);
  for (const row of rows) {
    const own = keyOf(row);
    keys[row] = Number.isNaN(own) ? Number.POSITIVE_INFINITY : direction * own;
  }
  return rows.sort((a, b) => (keys[a] === keys[b] ? a - b : keys[a] - keys[b]));
}

function sortKey(scene: PipelineScene, rows: Uint32Array, by: DealSort): (row: number) => number {
  const { deals, chance, asOf } = scene;
  const { table, expected, named } = deals;
  switch (by) {
    case 'amount':
      return (row) => table.worth[row];
    case 'expected':
      return (row) => expected[row];
    case 'stageDays':
      return (row) => (table.result[row] === DEAL_OPEN ? asOf - table.entered[row] : Number.NaN);
    case 'ageDays':
      return (row) => (table.result[row] === DEAL_OPEN ? asOf : table.closed[row]) - table.created[row];
    case 'chance':
      return (row) => chance[row];
    case 'stage':
      return (row) => (named[row] < 0 ? Number.NaN : named[row]);
    case 'title': {
      const names = deals.facts.text('title');
      const keys = deals.facts.text('key');
      const nameOf = (row: number): string => names[row] || keys[row];
      const order = new Intl.Collator('zh-CN', { numeric: true });
      const rank = new Map(
        [...new Set(Array.from(rows, nameOf))].sort(order.compare).map((name, place) => [name, place]),
      );
      return (row) => rank.get(nameOf(row)) ?? 0;
    }
  }
}
