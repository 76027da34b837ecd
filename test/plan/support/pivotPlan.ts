import type { Command } from '~/domain/command';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import { atOfRow, type SheetBlock, type SheetQuery } from '~/domain/sheet';
import { createRandom } from '~/engine/numeric';
import { openedPlan } from '~/plan/document';
import { createFactCache } from '~/plan/facts';
import { createSheet, type Sheet } from '~/plan/views/sheet';
import { sheetBlock } from '~/plan/views/sheetBlock';
import { sheetFacts } from '~/plan/views/sheetFacts';
import { openLevel } from '~/plan/views/sheetTree';
import { batchOf, createWorkspace, type OrderLine, type SmallWorkspace, settingsOf } from './smallWorkspace';

export interface PivotPlan extends SmallWorkspace {
  plan: Plan;
  /** Asks for a sheet with every row open. */
  sheet: (query: Partial<SheetQuery>) => Sheet;
  block: (sheet: Sheet) => SheetBlock;
}

const REGIONS = ['North', 'South', 'West'];
const SELLERS = ['Ann', 'Bob', 'Cid', 'Dan'];
const PRODUCTS: Record<string, string> = { Bolt: 'Metal', Nut: 'Metal', Rope: 'Fibre', Sail: 'Fibre', Flag: 'Fibre' };

/** A plan over a random part of 3 regions × 4 sellers × 5 products in 2 groups, with blanks, holds and uneven months. */
export function createPivotPlan(seed: number): PivotPlan {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const lines: OrderLine[] = [];
  for (let i = 0; i < 40; i += 1) {
    const month = 1 + Math.floor(random() * 12);
    lines.push({
      on: `2025-${month}-10`,
      amount: 1 + Math.floor(random() * 100_000),
      region: pick(REGIONS),
      seller: pick(SELLERS),
      product: pick(Object.keys(PRODUCTS)),
      customer: pick(['Acme', 'Birch', 'Cedar']),
    });
  }
  const workspace = createWorkspace('2026-07-16');
  const trees = [{ dimension: 'product', levels: ['category', 'product'], parents: PRODUCTS }];
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, { coverage: { from: '2024-01-01', to: '2026-06-30' }, trees }),
  );
  const settings = settingsOf({ target: 1_000_003, dimensions: ['region', 'product', 'seller'] });
  workspace.run({ name: 'plan/create', settings });
  const { document } = workspace;
  const plan = openedPlan(document);
  if (!plan) throw new Error('no plan');
  const cache = createFactCache();
  const pivot: PivotPlan = {
    ...workspace,
    plan,
    sheet(query) {
      const asked = { dimensions: ['region', 'product', 'seller'], column: WORKING_TARGET, open: null, ...query };
      const made = createSheet(document, asked, 1);
      if (!made.ok) throw new Error(JSON.stringify(made.issues));
      openLevel(made.value, 9);
      return made.value;
    },
    block: (sheet) =>
      sheetBlock(document, sheet, {
        first: 0,
        count: sheet.nodes.length,
        context: { plan, facts: sheetFacts(document, plan, sheet, cache), revision: random(), inputs: new Map() },
      }),
  };
  const { ids } = pivot.sheet({});
  for (let i = 0; i < 6; i += 1) {
    const cell = { column: WORKING_TARGET, at: atOfRow(pick(ids)), periods: [pick(plan.periods).id] };
    const amount = Math.floor(random() * 1e6);
    const commands: Command[] = [
      { name: 'targets/clearCell', cell },
      { name: 'targets/setCell', cell, amount },
      { name: 'holds/add', cell, kind: 'freeze' },
    ];
    // A hold that is met refuses: the plan is as random without it.
    try {
      pivot.run(commands[i % 3]);
    } catch (refused) {
      if (!(refused instanceof Error)) throw refused;
    }
  }
  return pivot;
}
