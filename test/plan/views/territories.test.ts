import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import type { BalanceQuery, ProposalQuery, TerritoryFigure, TerritoryMove } from '~/domain/territoryView';
import { TERRITORY_FIGURES } from '~/domain/territoryView';
import { createRandom } from '~/engine/numeric';
import { canonicalBytes } from '~/plan/canonical';
import { createFactCache } from '~/plan/facts';
import { sumFacts } from '~/plan/periodFacts';
import { readPastedMoves } from '~/plan/views/readPastedMoves';
import { createSheet, type Sheet } from '~/plan/views/sheet';
import { sheetFacts } from '~/plan/views/sheetFacts';
import { territoryBalance } from '~/plan/views/territoryBalance';
import { territoryList } from '~/plan/views/territoryList';
import { territoryProposal } from '~/plan/views/territoryProposal';
import { ownersOfDraft, targetBy, territoryScene } from '~/plan/views/territoryScene';
import { createViewCache } from '~/plan/views/viewCache';
import { territoryEffect } from '~/worker/territoryEffect';
import { planOf, randomOrders } from '../support/shapePlan';
import { batchOf, createWorkspace, day, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

const CLOCK = { today: day('2026-01-16'), now: '2026-01-16T08:00:00' };

function workspaceOf(dimensions = ['region', 'seller', 'product'], seed = 1): SmallWorkspace {
  const workspace = createWorkspace('2026-01-16');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(randomOrders(seed), {
      coverage: { from: '2024-01-01', to: '2025-12-31' },
      trees: [
        {
          dimension: 'customer',
          levels: ['customer'],
          parents: {},
          attributes: { Acme: { potential: 500_000 }, Birch: { potential: 90_000 } },
        },
      ],
    }),
  );
  workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions, target: 5_000_003 }) });
  workspace.run({
    name: 'service/setPackage',
    package: {
      id: '',
      name: '',
      tier: null,
      stage: null,
      cadenceDays: 30,
      responseHours: 8,
      closeDays: 5,
      hoursPerVisit: 2,
      costPerYear: 0,
    },
  });
  return workspace;
}

const sceneOf = ({ document }: SmallWorkspace) =>
  territoryScene(document, { today: CLOCK.today, cache: createViewCache() });

const query = (moves: TerritoryMove[], more: Partial<BalanceQuery> = {}): BalanceQuery => ({
  moves,
  from: day('2026-03-01'),
  by: 'seller',
  targets: 'move',
  ...more,
});

const LIST = {
  search: '',
  seller: null,
  region: null,
  tier: null,
  moved: false,
  sort: { by: 'name', descending: false },
  first: 0,
  count: 100,
} as const;

const code = ({ document }: SmallWorkspace, dimension: string, name: string): number =>
  document.members.get(dimension)?.byCode.findIndex((member) => member?.name === name) ?? -1;

function randomMoves(workspace: SmallWorkspace, seed: number): TerritoryMove[] {
  const random = createRandom(seed);
  const codes = sceneOf(workspace).codes;
  return Array.from(codes, (customer) => ({
    customer,
    seller: Math.floor(random() * (workspace.document.members.get('seller')?.next ?? 1)),
  })).filter(() => random() < 0.6);
}

describe('the balance of territories', () => {
  test('sums over all sellers do not change by moves, whatever figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (seed) => {
        const workspace = workspaceOf(undefined, (seed % 3) + 1);
        const scene = sceneOf(workspace);
        const asked = query(randomMoves(workspace, seed));
        const effect = territoryEffect(workspace.document, { ...asked, from: day('2026-03-01') }, CLOCK);
        const view = territoryBalance(scene, asked, effect.ok ? effect.value : null);
        const sum = (when: 'before' | 'after', figure: TerritoryFigure) =>
          view.rows.reduce((all, row) => all + (row[when][figure] ?? 0), 0);
        for (const figure of TERRITORY_FIGURES) {
          expect(sum('after', figure)).toBeCloseTo(sum('before', figure), 6);
          expect(sum('before', figure)).toBeCloseTo(view.total[figure] ?? 0, 6);
        }
        const flow = view.rows.reduce((all, { incoming, outgoing }) => all + incoming - outgoing, 0);
        expect(flow).toBe(0);
        for (const { before, after, incoming, outgoing } of view.rows)
          expect(after.customers).toBe(before.customers + incoming - outgoing);
      }),
      { numRuns: 12, seed: 3 },
    );
  });

  test('unassigned is a row of its own, and no part of how even things are', () => {
    const workspace = workspaceOf();
    const acme = code(workspace, 'customer', 'Acme');
    const view = territoryBalance(
      sceneOf(workspace),
      query([{ customer: acme, seller: 0 }], { targets: 'stay' }),
      null,
    );
    expect(view.rows.at(-1)).toMatchObject({ code: 0, capacity: null, incoming: 1, after: { customers: 1 } });
    const carriers = view.rows.filter((row) => row.code !== 0);
    const mean = carriers.reduce((sum, row) => sum + row.after.customers, 0) / carriers.length;
    expect(view.evenness.customers.after.mean).toBeCloseTo(mean, 12);
  });

  test('potential nobody has said is told as unknown, and is no zero', () => {
    const { total, potentialUnknown } = territoryBalance(sceneOf(workspaceOf()), query([]), null);
    expect(total).toMatchObject({ potential: 590_000, potentialKnown: 2, customers: 6 });
    expect(potentialUnknown).toBe(4);
  });

  test('the effect told before is what the deed then does, and telling it changes nothing', () => {
    for (const dimensions of [
      ['region', 'seller'],
      ['seller', 'customer', 'product'],
    ]) {
      const workspace = workspaceOf(dimensions, 2);
      const asked = { ...query(randomMoves(workspace, 4)), from: day('2026-03-01') };
      const bytes = canonicalBytes(workspace.document);
      const effect = territoryEffect(workspace.document, asked, CLOCK);
      expect(Buffer.compare(canonicalBytes(workspace.document), bytes)).toBe(0);
      if (!effect.ok || !effect.value) throw new Error('refused');
      expect(effect.value.amount).toBeGreaterThan(0);
      expect(effect.value.periods).toEqual({ first: '2026-03', last: '2026-12' });
      workspace.run({ name: 'territories/move', moves: asked.moves, from: asked.from, targets: 'move' });
      const after = targetBy(workspace.document, planOf(workspace), 'seller');
      for (const seller of effect.value.sellers) expect(after?.get(seller.code) ?? 0).toBe(seller.after);
    }
  });

  test('by region nothing moves, but who changes hands inside is counted', () => {
    const workspace = workspaceOf();
    const view = territoryBalance(sceneOf(workspace), query(randomMoves(workspace, 9), { by: 'region' }), null);
    expect(view.rows.some(({ incoming }) => incoming > 0)).toBe(true);
    for (const { before, after } of view.rows) expect(after).toEqual(before);
  });
});

describe('the list of customers', () => {
  test('filters by who has them now, and says whose they would be', () => {
    const workspace = workspaceOf();
    const scene = sceneOf(workspace);
    const acme = code(workspace, 'customer', 'Acme');
    const owner = ownersOfDraft(scene, { moves: [], from: null }).before[acme];
    const moves = [{ customer: acme, seller: 0 }];
    const list = territoryList(scene, { ...LIST, moves, from: null, seller: owner });
    expect(list.rows.find((row) => row.code === acme)).toMatchObject({ seller: owner, to: 0, toName: '' });
    expect(list.codes).toHaveLength(list.matching);
    expect(territoryList(scene, { ...LIST, moves, from: null, moved: true }).rows.map((row) => row.code)).toEqual([
      acme,
    ]);
  });

  test('windows put together are the whole list, in any order', () => {
    const scene = sceneOf(workspaceOf());
    for (const by of ['name', 'tier', 'seller', 'region', 'sales', 'potential', 'hours'] as const) {
      const asked = { ...LIST, moves: [], from: null, sort: { by, descending: true } };
      const whole = territoryList(scene, asked).rows.map((row) => row.code);
      const parts = [0, 2, 4].flatMap((first) => territoryList(scene, { ...asked, first, count: 2 }).rows);
      expect(parts.map((row) => row.code)).toEqual(whole);
      expect(new Set(whole).size).toBe(6);
    }
  });
});

describe('history by owners as it is now', () => {
  test('follows the changes of hands up to the day, also where a sheet is open, and the sum over sellers stays', () => {
    const workspace = workspaceOf(['seller', 'product']);
    const { document } = workspace;
    const [acme, ann, bob] = [
      code(workspace, 'customer', 'Acme'),
      code(workspace, 'seller', 'Ann'),
      code(workspace, 'seller', 'Bob'),
    ];
    workspace.run({
      name: 'territories/move',
      moves: [{ customer: acme, seller: ann }],
      from: day('2026-01-01'),
      targets: 'stay',
    });
    workspace.run({
      name: 'territories/move',
      moves: [{ customer: acme, seller: bob }],
      from: day('2026-03-01'),
      targets: 'stay',
    });
    const sheetOn = (ownersOn: number) => {
      const asked = { dimensions: ['seller'], column: WORKING_TARGET, open: null, owners: 'asIs' as const, ownersOn };
      const sheet = createSheet(document, asked, 1);
      if (!sheet.ok) throw new Error('no sheet');
      return sheet.value;
    };
    const cache = createFactCache();
    const lastYear = (sheet: Sheet) => {
      const facts = sheetFacts(document, planOf(workspace), sheet, cache);
      const of = (seller: number) =>
        facts ? (sumFacts(facts, sheet.nodes[sheet.ids.indexOf(`seller:${seller}`)], facts.lastYear).value ?? 0) : 0;
      return [ann, bob].map(of);
    };
    const bought = [...document.orders.values()]
      .flatMap((segment) => Array.from(segment.amount, (amount, i) => ({ amount, i, segment })))
      .filter(({ i, segment }) => segment.codes.customer?.[i] === acme && segment.day[i] >= day('2025-01-01'))
      .reduce((sum, { amount }) => sum + amount, 0);
    const open = sheetOn(day('2026-03-01'));
    const [before, after] = [lastYear(sheetOn(day('2026-02-28'))), lastYear(open)];
    expect(bought).toBeGreaterThan(0);
    expect(after).toEqual([before[0] - bought, before[1] + bought]);
    workspace.run({
      name: 'territories/move',
      moves: [{ customer: acme, seller: ann }],
      from: day('2026-03-01'),
      targets: 'stay',
    });
    expect(lastYear(open)).toEqual(before);
  });
});

describe('a pasted list', () => {
  const workspace = workspaceOf();
  const scene = sceneOf(workspace);
  const acme = code(workspace, 'customer', 'Acme');
  const owners = ownersOfDraft(scene, { moves: [], from: null }).before;
  const read = (text: string) => readPastedMoves(scene, text, owners);
  const [other, another] = ['Ann', 'Bob', 'Cid'].filter((name) => code(workspace, 'seller', name) !== owners[acme]);

  test('names count whatever case and width, in tabs or commas, with quotes or blank rows', () => {
    const seller = code(workspace, 'seller', other);
    expect(read(`ＡＣＭＥ\t${other.toLowerCase()}\r\n\r\n`)).toEqual({
      moves: [{ customer: acme, seller }],
      unread: [],
    });
    expect(read(`"Acme",${other}`).moves).toEqual([{ customer: acme, seller }]);
  });

  test('every row that says nothing is told with its number and why', () => {
    const { moves, unread } = read(
      [`Nobody\t${other}`, 'Acme\tNobody', `Acme\t${other}`, `Acme\t${another}`, 'Acme'].join('\n'),
    );
    expect(moves).toHaveLength(1);
    expect(unread.map(({ row, why }) => [row, why])).toEqual([
      [1, 'customer'],
      [2, 'seller'],
      [4, 'twice'],
      [5, 'seller'],
    ]);
  });
});

describe('a proposal', () => {
  const ask = (more: Partial<ProposalQuery>): ProposalQuery => ({
    moves: [],
    from: null,
    figure: 'sales',
    tolerance: 0.1,
    sameRegion: false,
    keepTierA: false,
    ...more,
  });

  test('leaves what the draft moves, keeps tier A where asked, and makes sales no less even', () => {
    for (const seed of [1, 2, 3]) {
      const workspace = workspaceOf(undefined, seed);
      const scene = sceneOf(workspace);
      const { moves } = territoryProposal(scene, ask({}));
      const { evenness } = territoryBalance(scene, query(moves), null);
      expect(evenness.sales.after.variation ?? 0).toBeLessThanOrEqual((evenness.sales.before.variation ?? 0) + 1e-9);
      const kept = territoryProposal(scene, ask({ keepTierA: true })).moves;
      expect(kept.every(({ customer }) => scene.tier[customer] !== 1)).toBe(true);
      if (moves.length === 0) continue;
      const again = territoryProposal(scene, ask({ moves: moves.slice(0, 1) })).moves;
      expect(again.some(({ customer }) => customer === moves[0].customer)).toBe(false);
    }
  });

  test('within regions nobody gets a customer of a region that is not theirs', () => {
    const workspace = workspaceOf(undefined, 2);
    const scene = sceneOf(workspace);
    const owners = ownersOfDraft(scene, { moves: [], from: null }).before;
    const home = (seller: number) => {
      const sums = new Map<number, number>();
      for (const c of scene.codes)
        if (owners[c] === seller) sums.set(scene.region[c], (sums.get(scene.region[c]) ?? 0) + (scene.sales?.[c] ?? 0));
      return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
    };
    for (const { customer, seller } of territoryProposal(scene, ask({ sameRegion: true, tolerance: 0 })).moves) {
      expect(home(seller)).toBe(scene.region[customer]);
      expect(home(owners[customer])).toBe(scene.region[customer]);
    }
  });
});
