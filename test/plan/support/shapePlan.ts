import { createHash } from 'node:crypto';
import type { Command } from '~/domain/command';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { rowList } from '~/engine/cube';
import { createRandom } from '~/engine/numeric';
import { canonicalBytes } from '~/plan/canonical';
import { openedPlan } from '~/plan/document';
import { rowsAt } from '~/plan/resolve';
import { batchOf, createWorkspace, type OrderLine, type SmallWorkspace, settingsOf } from './smallWorkspace';

const REGIONS = ['East', 'West', 'North'];
const SELLERS = ['Ann', 'Bob', 'Cid', 'Dee'];
const PRODUCTS = ['Pen', 'Ink', 'Pad', 'Cup', 'Mug'];
const CUSTOMERS = ['Acme', 'Birch', 'Cedar', 'Dune', 'Elm', 'Fir'];
const CATEGORIES: Record<string, string> = { Pen: 'Write', Ink: 'Write', Pad: 'Write', Cup: 'Drink', Mug: 'Drink' };

/** Orders of two years at random, with all four dimensions and a tree over products. */
export function randomOrders(seed: number, count = 120): OrderLine[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, () => ({
    on: `${random() < 0.5 ? 2024 : 2025}-${1 + Math.floor(random() * 12)}-${1 + Math.floor(random() * 28)}`,
    amount: Math.floor(random() * 90_000) + 1,
    region: pick(REGIONS),
    seller: pick(SELLERS),
    product: pick(PRODUCTS),
    customer: pick(CUSTOMERS),
  }));
}

/** A plan of 2026 over three of the four dimensions of random orders. */
export function createShapePlan(seed: number): SmallWorkspace {
  const workspace = createWorkspace('2026-01-16');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(randomOrders(seed), {
      coverage: { from: '2024-01-01', to: '2025-12-31' },
      trees: [{ dimension: 'product', levels: ['category', 'item'], parents: CATEGORIES }],
    }),
  );
  workspace.run({
    name: 'plan/create',
    settings: settingsOf({ dimensions: ['region', 'seller', 'product'], target: 5_000_003 }),
  });
  return workspace;
}

export function planOf({ document }: SmallWorkspace): Plan {
  const plan = openedPlan(document);
  if (!plan) throw new Error('no plan');
  return plan;
}

export function openOf({ document }: SmallWorkspace) {
  if (!document.open) throw new Error('no plan');
  return document.open;
}

export const codeOf = ({ document }: SmallWorkspace, dimension: string, name: string): number => {
  const code = document.members.get(dimension)?.byCode.findIndex((member) => member?.name === name) ?? -1;
  if (code < 0) throw new Error(`${dimension} ${name} is not there`);
  return code;
};

/** One text for the whole state, so that a difference is told at once. */
export const stateOf = ({ document }: SmallWorkspace): string =>
  createHash('sha256').update(canonicalBytes(document)).digest('hex');

/** The sum of a column per period at an address. */
export function totalsAt(
  workspace: SmallWorkspace,
  at: Record<string, number>,
  key = columnKey(WORKING_TARGET),
): number[] {
  const open = openOf(workspace);
  const rows = rowList(rowsAt(workspace.document, open, at));
  return (open.columns.get(key)?.value ?? []).map((values) => rows.reduce((sum, row) => sum + values[row], 0));
}

/** All totals of every column per period: of the whole, and of each member of some dimensions. */
export function allTotals(workspace: SmallWorkspace, dimensions: readonly string[]): Record<string, number[]> {
  const totals: Record<string, number[]> = {};
  for (const key of openOf(workspace).columns.keys()) {
    totals[key] = totalsAt(workspace, {}, key);
    for (const dimension of dimensions) {
      const { next } = workspace.document.members.get(dimension) ?? { next: 1 };
      for (let code = 0; code < next; code += 1) {
        totals[`${key} ${dimension}:${code}`] = totalsAt(workspace, { [dimension]: code }, key);
      }
    }
  }
  return totals;
}

/** Edits at random leaves, so that values, blanks and held leaves differ from line to line. */
export function scatterEdits(workspace: SmallWorkspace, seed: number, count = 25): void {
  const random = createRandom(seed);
  const { lines } = openOf(workspace);
  const periods = planOf(workspace).periods.map((period) => period.id);
  for (let i = 0; i < count; i += 1) {
    const position = Math.floor(random() * lines.count);
    const at = Object.fromEntries(lines.dimensions.map((dimension, d) => [dimension, lines.codes[d][position]]));
    const cell = { column: WORKING_TARGET, at, periods: [periods[Math.floor(random() * periods.length)]] };
    const amount = Math.floor((random() - 0.2) * 1e6);
    const commands: Command[] = [
      { name: 'targets/setCell', cell, amount },
      { name: 'targets/clearCell', cell },
      { name: 'holds/add', cell, kind: 'freeze' },
    ];
    try {
      workspace.run(commands[Math.floor(random() * 3)]);
    } catch {
      // A leaf that was held by then is refused: as good as no edit.
    }
  }
}
