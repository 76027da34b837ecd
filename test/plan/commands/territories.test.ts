import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '~/domain/command';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { createRandom } from '~/engine/numeric';
import { canonicalBytes } from '~/plan/canonical';
import { customerOwners } from '~/plan/customers/customerOwners';
import { replay } from '~/plan/replay';
import { runCommand } from '~/plan/run';
import { randomOrders, totalsAt } from '../support/shapePlan';
import { batchOf, createWorkspace, day, everyMonth, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

type Move = Extract<Command, { name: 'territories/move' }>;

const context = (seq: number) => ({ today: day('2026-07-16'), now: '2026-07-16T08:00:00', seq, batchOf: () => null });

function planOver(dimensions: string[], seed = 1): SmallWorkspace {
  const workspace = createWorkspace('2026-01-16');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(randomOrders(seed), { coverage: { from: '2024-01-01', to: '2025-12-31' } }),
  );
  workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions, target: 5_000_003 }) });
  return workspace;
}

const code = ({ document }: SmallWorkspace, dimension: string, name: string): number =>
  document.members.get(dimension)?.byCode.findIndex((member) => member?.name === name) ?? -1;

const moveOf = (workspace: SmallWorkspace, moves: Record<string, string>, more: Partial<Move> = {}): Move => ({
  name: 'territories/move',
  moves: Object.entries(moves).map(([customer, seller]) => ({
    customer: code(workspace, 'customer', customer),
    seller: seller === '' ? 0 : code(workspace, 'seller', seller),
  })),
  from: day('2026-04-01'),
  targets: 'move',
  ...more,
});

const attempt = (workspace: SmallWorkspace, command: Command) =>
  runCommand(workspace.document, command, context(workspace.steps.length + 1));

/** Ann sells 300 a month to Acme and 100 to Birch, Bob 200 to Cedar: a plan of regions and sellers, without customers. */
function plainPlan(): SmallWorkspace {
  const workspace = createWorkspace('2026-01-16');
  const lines = [
    ...everyMonth('2025-1', '2025-12', { amount: 300, region: 'North', seller: 'Ann', customer: 'Acme' }),
    ...everyMonth('2025-1', '2025-12', { amount: 100, region: 'North', seller: 'Ann', customer: 'Birch' }),
    ...everyMonth('2025-1', '2025-12', { amount: 200, region: 'North', seller: 'Bob', customer: 'Cedar' }),
  ];
  const coverage = { from: '2025-01-01', to: '2025-12-31' };
  workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(lines, { coverage }));
  workspace.run({ name: 'plan/create', settings: settingsOf({ target: 7_200 }) });
  return workspace;
}

const SHAPES = [
  ['region', 'seller'],
  ['region', 'seller', 'product'],
  ['seller', 'customer'],
  ['region', 'customer', 'seller', 'product'],
];

/** Lines of the target on which somebody speaks in December, and a check that no value stands where nobody does. */
function expectSound({ document: { open } }: SmallWorkspace): number[] {
  const column = open?.columns.get(columnKey(WORKING_TARGET));
  const rows = Array.from({ length: open?.lines.count ?? 0 }, (_, row) => row);
  for (const [p, state] of (column?.state ?? []).entries()) {
    for (const row of rows) if ((state[row] & 1) === 0) expect(column?.value[p][row]).toBe(0);
  }
  return rows.filter((row) => ((column?.state[11][row] ?? 0) & 1) === 1);
}

/** Moves at random, some to nobody. */
function randomMoves(workspace: SmallWorkspace, seed: number): Move['moves'] {
  const random = createRandom(seed);
  const pick = (dimension: string) => Math.floor(random() * (workspace.document.members.get(dimension)?.next ?? 1));
  const moves = new Map<number, number>();
  for (let i = 0; i < 4; i += 1) moves.set(Math.max(1, pick('customer')), pick('seller'));
  return [...moves].map(([customer, seller]) => ({ customer, seller }));
}

describe('customers change hands', () => {
  test('from the day on the newest record says whose a customer is, before it the orders do', () => {
    const workspace = plainPlan();
    workspace.run(moveOf(workspace, { Acme: 'Bob' }, { targets: 'stay' }));
    const owner = (on: string) =>
      customerOwners(workspace.document, 'seller', day(on))[code(workspace, 'customer', 'Acme')];
    expect([owner('2026-03-31'), owner('2026-04-01')]).toEqual([
      code(workspace, 'seller', 'Ann'),
      code(workspace, 'seller', 'Bob'),
    ]);
  });

  test('where customers are not in the lines their share of the former seller’s sales goes, from the day on', () => {
    const workspace = plainPlan();
    const at = (seller: string) => totalsAt(workspace, { seller: code(workspace, 'seller', seller) });
    expect([at('Ann')[0], at('Bob')[0]]).toEqual([400, 200]);
    workspace.run(moveOf(workspace, { Birch: 'Bob' }));
    // A quarter of what Ann sold: 100 of 400.
    expect(at('Ann')).toEqual([400, 400, 400, 300, 300, 300, 300, 300, 300, 300, 300, 300]);
    expect(at('Bob')).toEqual([200, 200, 200, 300, 300, 300, 300, 300, 300, 300, 300, 300]);
  });

  test('all customers of a seller take along all of its target', () => {
    const workspace = plainPlan();
    workspace.run(moveOf(workspace, { Acme: 'Bob', Birch: '' }, { from: day('2026-01-01') }));
    expect(totalsAt(workspace, { seller: code(workspace, 'seller', 'Ann') })).toEqual(new Array(12).fill(0));
    expect(totalsAt(workspace, { seller: 0 })).toEqual(new Array(12).fill(100));
  });

  test('two sellers who exchange all their customers exchange their targets, whichever is moved first', () => {
    for (const names of [
      { Acme: 'Bob', Birch: 'Bob', Cedar: 'Ann' },
      { Cedar: 'Ann', Birch: 'Bob', Acme: 'Bob' },
    ]) {
      const workspace = plainPlan();
      workspace.run(moveOf(workspace, names, { from: day('2026-01-01') }));
      const at = (seller: string) => totalsAt(workspace, { seller: code(workspace, 'seller', seller) });
      expect([at('Ann'), at('Bob')]).toEqual([new Array(12).fill(200), new Array(12).fill(400)]);
      expect(expectSound(workspace)).toHaveLength(2);
    }
  });

  test('beside key customers with lines of their own, others take their share of the pool of their seller', () => {
    const workspace = plainPlan();
    const settings = settingsOf({ dimensions: ['seller', 'customer'], keyCustomers: 1, target: 7_200 });
    workspace.run({ name: 'plan/create', settings });
    const at = (seller: string) => totalsAt(workspace, { seller: code(workspace, 'seller', seller) })[11];
    const key = { customer: code(workspace, 'customer', 'Acme'), seller: code(workspace, 'seller', 'Bob') };
    expect([at('Ann'), at('Bob')]).toEqual([400, 200]);
    // Birch is all of Ann's pool, though Acme sells three times as much beside it.
    workspace.run(moveOf(workspace, { Birch: 'Bob' }));
    expect([at('Ann'), at('Bob'), totalsAt(workspace, key)[11]]).toEqual([300, 300, 0]);
    workspace.run(moveOf(workspace, { Acme: 'Bob' }));
    expect([at('Ann'), at('Bob'), totalsAt(workspace, key)[11]]).toEqual([0, 600, 300]);
  });

  test('what no line sold goes by the share of all that the seller sold', () => {
    const workspace = plainPlan();
    // A line of a region in which nobody bought anything.
    workspace.run({ name: 'members/add', dimension: 'region', names: ['South'], level: 'region', parent: 0 });
    const south = { region: code(workspace, 'region', 'South'), seller: code(workspace, 'seller', 'Ann') };
    const cell = { column: WORKING_TARGET, at: south, periods: ['2026-12'] };
    workspace.run({ name: 'targets/setCell', cell, amount: 1_003 });
    workspace.run(moveOf(workspace, { Birch: 'Bob' }));
    const bob = { ...south, seller: code(workspace, 'seller', 'Bob') };
    // A quarter of 1,003 by largest remainder.
    expect([totalsAt(workspace, south)[11], totalsAt(workspace, bob)[11]]).toEqual([752, 251]);
  });

  test('a period that began before the day stays, and so does a closed one', () => {
    const workspace = plainPlan();
    workspace.run({ name: 'periods/close', periods: ['2026-05'] });
    workspace.run(moveOf(workspace, { Birch: 'Bob' }, { from: day('2026-03-15') }));
    const ann = totalsAt(workspace, { seller: code(workspace, 'seller', 'Ann') });
    expect(ann.slice(0, 6)).toEqual([400, 400, 400, 300, 400, 300]);
  });

  test('a customer with lines of its own takes all of them along, region and product stay', () => {
    const workspace = planOver(['region', 'seller', 'product', 'customer']);
    const acme = { customer: code(workspace, 'customer', 'Acme') };
    const before = totalsAt(workspace, acme);
    const dee = { ...acme, seller: code(workspace, 'seller', 'Dee') };
    workspace.run(moveOf(workspace, { Acme: 'Dee' }, { from: day('2026-01-01') }));
    expect(totalsAt(workspace, dee)).toEqual(before);
    // The lines it left are blank, they do not say 0.
    const { lines } = workspace.document.open ?? { lines: null };
    const [c, s] = ['customer', 'seller'].map((dimension) => lines?.codes[lines.dimensions.indexOf(dimension)] ?? []);
    for (const row of expectSound(workspace)) if (c[row] === acme.customer) expect(s[row]).toBe(dee.seller);
  });

  test('there and back gives the same targets where one seller had the customer’s lines', () => {
    const workspace = createWorkspace('2026-01-16');
    const lines = ['Ann', 'Bob'].flatMap((seller, i) =>
      everyMonth('2025-1', '2025-12', { amount: 101 + i, region: 'North', seller, customer: `Of ${seller}` }),
    );
    const coverage = { from: '2025-01-01', to: '2025-12-31' };
    workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(lines, { coverage }));
    workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions: ['seller', 'customer'], target: 9_999 }) });
    const each = () => ['Ann', 'Bob'].map((name) => totalsAt(workspace, { seller: code(workspace, 'seller', name) }));
    const before = each();
    workspace.run(moveOf(workspace, { 'Of Ann': 'Bob' }));
    expect(each()).not.toEqual(before);
    workspace.run(moveOf(workspace, { 'Of Ann': 'Ann' }));
    expect(each()).toEqual(before);
  });

  test('totals of every period, region and product are as they were, and undo gives the same bytes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...SHAPES),
        fc.boolean(),
        (seed, dimensions, mid) => {
          const workspace = planOver(dimensions, seed);
          const { document } = workspace;
          const sums = () =>
            ['region', 'product'].flatMap((dimension) =>
              dimensions.includes(dimension)
                ? Array.from({ length: document.members.get(dimension)?.next ?? 0 }, (_, member) =>
                    totalsAt(workspace, { [dimension]: member }),
                  )
                : [totalsAt(workspace, {})],
            );
          const [bytes, before] = [canonicalBytes(document), sums()];
          const from = day(mid ? '2026-05-20' : '2026-01-01');
          const command: Move = {
            name: 'territories/move',
            moves: randomMoves(workspace, seed),
            from,
            targets: 'move',
          };
          const done = attempt(workspace, command);
          if (!done.ok) {
            expect(done.issues).toMatchObject([{ code: 'territory/nobody' }]);
            return;
          }
          expect(sums()).toEqual(before);
          replay(document, done.value.change, { direction: 'back', segments: new Map() });
          expect(Buffer.compare(canonicalBytes(document), bytes)).toBe(0);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  test('the order of moves, and saying one twice, changes nothing', () => {
    for (const dimensions of SHAPES) {
      const bytes = [false, true].map((turned) => {
        const workspace = planOver(dimensions, 3);
        const moves = randomMoves(workspace, 5);
        const said = turned ? [...moves.toReversed(), moves[0]] : moves;
        workspace.run({ name: 'territories/move', moves: said, from: day('2026-02-01'), targets: 'move' });
        return canonicalBytes(workspace.document);
      });
      expect(Buffer.compare(bytes[0], bytes[1])).toBe(0);
    }
  });

  test('a blank stays blank and no value stands in a cell nobody speaks of', () => {
    const workspace = planOver(['seller', 'customer'], 4);
    workspace.run({
      name: 'territories/move',
      moves: randomMoves(workspace, 2),
      from: day('2026-01-01'),
      targets: 'move',
    });
    expectSound(workspace);
  });

  describe('is refused, and changes nothing', () => {
    const refused = (workspace: SmallWorkspace, command: Command) => {
      const before = canonicalBytes(workspace.document);
      const done = attempt(workspace, command);
      expect(Buffer.compare(canonicalBytes(workspace.document), before)).toBe(0);
      return done.ok ? [] : done.issues;
    };
    const cell = (workspace: SmallWorkspace, seller: string) => ({
      column: WORKING_TARGET,
      at: { seller: code(workspace, 'seller', seller) },
      periods: ['2026-06'],
    });

    test.each(['Ann', 'Bob'])('where a number of %s is locked, by the name of the lock', (seller) => {
      const workspace = plainPlan();
      workspace.run({ name: 'holds/add', cell: cell(workspace, seller), kind: 'freeze' });
      const [issue] = refused(workspace, moveOf(workspace, { Birch: 'Bob' }));
      expect(issue).toMatchObject({ code: 'territory/held' });
      expect(JSON.stringify(issue)).toContain(seller);
      expect(attempt(workspace, moveOf(workspace, { Birch: 'Bob' }, { targets: 'stay' })).ok).toBe(true);
    });

    test('where a locked total would break; one above both sellers does not', () => {
      const workspace = plainPlan();
      const all = { column: WORKING_TARGET, at: {}, periods: ['2026-06'] };
      workspace.run({ name: 'holds/add', cell: all, kind: 'total' });
      const other = plainPlan();
      other.run({ name: 'holds/add', cell: cell(other, 'Ann'), kind: 'total' });
      expect(refused(other, moveOf(other, { Birch: 'Bob' }))).toMatchObject([{ code: 'territory/held' }]);
      expect(attempt(workspace, moveOf(workspace, { Birch: 'Bob' })).ok).toBe(true);
    });

    test('where a lasting limit would be broken', () => {
      const workspace = plainPlan();
      workspace.run({ name: 'limits/set', cell: cell(workspace, 'Bob'), min: null, max: 250 });
      expect(refused(workspace, moveOf(workspace, { Birch: 'Bob' }))).toMatchObject([{ code: 'territory/limit' }]);
    });

    test('for two sellers at once, a stranger, nobody new, or before a later move', () => {
      const workspace = plainPlan();
      const birch = moveOf(workspace, { Birch: 'Bob' });
      const twice = { ...birch, moves: [...birch.moves, { ...birch.moves[0], seller: 0 }] };
      expect(refused(workspace, twice)).toMatchObject([{ code: 'territory/twice' }]);
      expect(refused(workspace, { ...birch, moves: [{ customer: 99, seller: 0 }] })).toMatchObject([
        { code: 'member/unknown' },
      ]);
      expect(refused(workspace, moveOf(workspace, { Birch: 'Ann' }))).toMatchObject([{ code: 'territory/nobody' }]);
      workspace.run({ ...birch, from: day('2026-09-01'), targets: 'stay' });
      expect(refused(workspace, birch)).toMatchObject([{ code: 'territory/later' }]);
    });

    test('without a reason where the plan is approved, unless targets stay', () => {
      const workspace = plainPlan();
      const digest = () => 'd';
      for (const name of ['approvals/submit', 'approvals/approve'] as const) {
        const done = runCommand(workspace.document, { name }, { ...context(20), seq: name.length, digest });
        expect(done.ok).toBe(true);
      }
      expect(refused(workspace, moveOf(workspace, { Birch: 'Bob' }))).toMatchObject([{ code: 'reason/needed' }]);
      expect(
        attempt(workspace, moveOf(workspace, { Birch: 'Bob' }, { reason: 'leaves', from: day('2026-09-01') })).ok,
      ).toBe(true);
    });
  });
});
