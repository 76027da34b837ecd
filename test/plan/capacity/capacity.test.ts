import { describe, expect, it } from 'vitest';
import { DEFAULT_CAPACITY } from '~/domain/challenge';
import { capacityView } from '~/plan/capacity/capacityView';
import { nodeCapacity } from '~/plan/capacity/nodeCapacity';
import { sellerCaps } from '~/plan/simulation/sellerCaps';
import { codeOf, planOf, stateOf } from '../support/shapePlan';
import {
  batchOf,
  createWorkspace,
  day,
  type OrderLine,
  type SmallWorkspace,
  settingsOf,
} from '../support/smallWorkspace';

const TODAY = day('2026-01-16');
const MONTHS = Array.from(
  { length: 24 },
  (_, m) => `${2024 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
);

/** Ann sells 100.00 to Acme and Bob 50.00 to Birch each month of two years; Bob wins Cedar in July 2025, 60.00 a month. */
function shop(attributes: Record<string, Record<string, string | number>> = {}): SmallWorkspace {
  const lines: OrderLine[] = MONTHS.flatMap((month, m) => [
    { on: `${month}-10`, amount: 10_000, region: 'East', seller: 'Ann', customer: 'Acme' },
    { on: `${month}-11`, amount: 5_000, region: 'West', seller: 'Bob', customer: 'Birch' },
    ...(m >= 18 ? [{ on: `${month}-12`, amount: 6_000, region: 'West', seller: 'Bob', customer: 'Cedar' }] : []),
  ]);
  const workspace = createWorkspace('2026-01-16');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, {
      coverage: { from: '2024-01-01', to: '2025-12-31' },
      trees: [
        { dimension: 'seller', levels: ['seller'], parents: {}, attributes },
        { dimension: 'customer', levels: ['customer'], parents: {}, attributes },
      ],
    }),
  );
  workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions: ['region', 'seller'], target: 5_000_000 }) });
  return workspace;
}

const viewOf = (workspace: SmallWorkspace) => capacityView(workspace.document, planOf(workspace), TODAY);
const rowOf = (workspace: SmallWorkspace, name: string) => {
  const row = viewOf(workspace).rows.find((one) => one.name === name);
  if (!row) throw new Error(`no row of ${name}`);
  return row;
};
const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);

describe('capacity of sellers whose new business nobody knows', () => {
  const workspace = createWorkspace('2026-01-16');
  const lines = MONTHS.slice(14).map(
    (month): OrderLine => ({ on: `${month}-10`, amount: 10_000, region: 'East', seller: 'Ann', customer: 'Acme' }),
  );
  const coverage = { from: '2025-03-01', to: '2025-12-31' };
  workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(lines, { coverage }));
  workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions: ['region', 'seller'], target: 5_000_000 }) });

  it('misses nobody and limits no simulated year: known customers alone are too little', () => {
    const view = viewOf(workspace);
    expect(view.productivity.used).toBeNull();
    expect(view.rows.some(({ load }) => load !== null && load > 1)).toBe(true);
    expect(view.missing).toBeNull();
    expect(sellerCaps(workspace.document, planOf(workspace), TODAY).size).toBe(0);
    expect(sellerCaps(shop().document, planOf(shop()), TODAY).size).toBeGreaterThan(0);
  });
});

describe('capacity of sellers', () => {
  it('is what their customers bought, times what stayed, and new business as sellers in role did', () => {
    const workspace = shop();
    const view = viewOf(workspace);
    // Acme and Birch bought as much as the year before.
    expect(view.retention).toBe(1);
    // Ann won nothing; Bob 36,000 in twelve months. The middle of two is the upper one.
    expect(view.productivity).toMatchObject({ low: 0, middle: 3_000, high: 3_000, sellers: 2 });
    const ann = rowOf(workspace, 'Ann');
    expect(sum(ann.base)).toBe(120_000);
    expect(sum(ann.fresh)).toBe(36_000);
    expect(sum(rowOf(workspace, 'Bob').base)).toBe(96_000);
    expect(view.total.capacity).toBe(120_000 + 96_000 + 72_000);
    expect(view.total.asked).toBe(5_000_000);
  });

  it('goes along with a customer that changed hands, less what is lost on the way, and is not ramped', () => {
    const workspace = shop();
    workspace.run({ name: 'capacity/setRule', rule: { ...DEFAULT_CAPACITY, productivity: 0 } });
    const [ann, bob] = ['Ann', 'Bob'].map((name) => codeOf(workspace, 'seller', name));
    const customer = codeOf(workspace, 'customer', 'Acme');
    workspace.run({
      name: 'territories/move',
      moves: [{ customer, seller: bob }],
      from: day('2026-01-01'),
      targets: 'stay',
    });
    expect(sum(rowOf(workspace, 'Bob').takenOver)).toBe(108_000);
    expect(viewOf(workspace).rows.find(({ seller }) => seller === ann)?.capacity ?? 0).toBe(0);
  });

  it('stays with the vacancy when a seller leaves, and a newcomer ramps up', () => {
    const workspace = shop({ Bob: { left: day('2026-06-30') }, Ann: { joined: day('2026-01-01') } });
    const view = viewOf(workspace);
    expect(view.vacant.leavers.map(({ name }) => name)).toEqual(['Bob']);
    const bob = rowOf(workspace, 'Bob');
    // Each month is rounded by itself.
    expect(Math.abs(sum(bob.base) + view.vacant.amount - 96_000)).toBeLessThan(6);
    expect(bob.base.slice(6)).toEqual([0, 0, 0, 0, 0, 0]);
    const { fresh } = rowOf(workspace, 'Ann');
    expect(fresh.slice(0, 5).map((amount) => amount / fresh[11])).toEqual([0.25, 0.5, 0.75, 1, 1]);
  });

  it('adds up over the nodes of the plan', () => {
    const workspace = shop();
    const plan = planOf(workspace);
    const at = (node: Record<string, number>) =>
      nodeCapacity(workspace.document, plan, { at: node, today: TODAY })?.middle ?? Number.NaN;
    const regions = ['East', 'West'].map((name) => at({ region: codeOf(workspace, 'region', name) }));
    const sellers = ['Ann', 'Bob'].map((name) => at({ seller: codeOf(workspace, 'seller', name) }));
    expect(at({})).toBe(viewOf(workspace).total.capacity);
    expect(sum(regions)).toBe(at({}));
    expect(sellers).toEqual(['Ann', 'Bob'].map((name) => rowOf(workspace, name).capacity));
  });

  it('says why it is unknown', () => {
    const workspace = createWorkspace('2026-01-16');
    const lines = MONTHS.map((month) => ({ on: `${month}-10`, amount: 10_000, region: 'East' }));
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(lines, { coverage: { from: '2024-01-01', to: '2025-12-31' } }),
    );
    workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions: ['region'], target: 1_000 }) });
    expect(viewOf(workspace)).toMatchObject({ rows: [], issues: [{ code: 'capacity/noSellers' }] });
    expect(nodeCapacity(workspace.document, planOf(workspace), { at: {}, today: TODAY })).toBeNull();
  });

  it('is changed by a rule, which undo takes back, and refuses shares beyond 100 %', () => {
    const workspace = shop();
    const before = stateOf(workspace);
    const applied = workspace.run({ name: 'capacity/setRule', rule: { ...DEFAULT_CAPACITY, keepRate: 0.5 } });
    expect(stateOf(workspace)).not.toBe(before);
    expect(applied.change.records).toHaveLength(1);
    expect(() => workspace.run({ name: 'capacity/setRule', rule: { ...DEFAULT_CAPACITY, keepRate: 1.5 } })).toThrow(
      'capacity/outOfRange',
    );
    const own = [{ seller: 1, productivity: -1 }];
    expect(() => workspace.run({ name: 'capacity/setRule', rule: { ...DEFAULT_CAPACITY, own } })).toThrow(
      'capacity/outOfRange',
    );
  });
});
