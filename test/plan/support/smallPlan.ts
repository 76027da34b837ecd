import type { At } from '~/domain/cell';
import type { Plan } from '~/domain/plan';
import { memberName, openedPlan } from '~/plan/document';
import {
  batchOf,
  createWorkspace,
  everyMonth,
  type OrderLine,
  type SmallWorkspace,
  settingsOf,
} from './smallWorkspace';

export interface SmallPlan extends SmallWorkspace {
  plan: Plan;
  /** The address of members by name. */
  at: (names: Record<string, string>) => At;
}

/**
 * North: Ann and Bob, South: Cid. Known from 2023-01 to 2026-07-15; on the tenth of each month Ann sells 1,000 to Acme,
 * Bob 500 to Birch, Cid 2,000 to Cedar until 2024 and 1,000 from then on. USD, so no holidays.
 */
export const SMALL_LINES: OrderLine[] = [
  ...everyMonth('2023-1', '2026-7', { amount: 1000, region: 'North', seller: 'Ann', customer: 'Acme' }),
  ...everyMonth('2023-1', '2026-7', { amount: 500, region: 'North', seller: 'Bob', customer: 'Birch' }),
  ...everyMonth('2023-1', '2024-12', { amount: 2000, region: 'South', seller: 'Cid', customer: 'Cedar' }),
  ...everyMonth('2025-1', '2026-7', { amount: 1000, region: 'South', seller: 'Cid', customer: 'Cedar' }),
];

/** A plan of 36,000 for 2026 over 30,000 sold in 2025, laid out by real commands. */
export function createSmallPlan(lines: readonly OrderLine[] = SMALL_LINES, target = 36_000): SmallPlan {
  const workspace = createWorkspace('2026-07-16');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, {
      coverage: { from: '2023-01-01', to: '2026-07-15' },
      trees: [{ dimension: 'customer', levels: ['customer'], parents: {}, attributes: { Acme: { influence: 5 } } }],
    }),
  );
  workspace.run({ name: 'plan/create', settings: settingsOf({ target }) });
  const plan = openedPlan(workspace.document);
  if (!plan) throw new Error('no plan');
  return { ...workspace, plan, at: (names) => addressOf(workspace, names) };
}

function addressOf({ document }: SmallWorkspace, names: Record<string, string>): At {
  return Object.fromEntries(
    Object.entries(names).map(([dimension, name]) => {
      const members = document.members.get(dimension);
      const code = members?.byCode.findIndex((_, c) => memberName(document, dimension, c) === name) ?? -1;
      if (code < 0) throw new Error(`${dimension} ${name} is not there`);
      return [dimension, code];
    }),
  );
}
