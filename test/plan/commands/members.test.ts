import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { dayOf } from '~/domain/period';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { createFactCache, planFacts } from '~/plan/facts';
import { hierarchyOf } from '~/plan/members';
import { rampWeights } from '~/plan/rampWeights';
import { runCommand } from '~/plan/run';
import { memberList } from '~/plan/views/memberList';
import { shapePreview } from '~/plan/views/shapePreview';
import { shapeView } from '~/plan/views/shapeView';
import {
  allTotals,
  codeOf,
  createShapePlan,
  openOf,
  planOf,
  scatterEdits,
  stateOf,
  totalsAt,
} from '../support/shapePlan';
import { batchOf, day, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

const contextOf = (workspace: SmallWorkspace) => ({
  today: day('2026-01-16'),
  now: '',
  seq: workspace.steps.length + 1,
  batchOf: () => null,
});

function refused(workspace: SmallWorkspace, command: Command): string {
  const before = stateOf(workspace);
  const result = runCommand(workspace.document, command, contextOf(workspace));
  if (result.ok) throw new Error('was not refused');
  expect(stateOf(workspace)).toBe(before);
  return result.issues[0].code;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const wholeYear = (workspace: SmallWorkspace) => planOf(workspace).periods.map((period) => period.id);
const mainTree = (workspace: SmallWorkspace, dimension: string) => {
  const tree = hierarchyOf(workspace.document.records, planOf(workspace).id, dimension);
  if (!tree) throw new Error(`no tree over ${dimension}`);
  return tree;
};

describe('merging members', () => {
  it('sums their lines exactly, keeps every other node, and the one that stays answers to all names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const workspace = createShapePlan(seed);
        scatterEdits(workspace, seed, 15);
        const [ann, bob, cid] = ['Ann', 'Bob', 'Cid'].map((name) => codeOf(workspace, 'seller', name));
        const parts = [ann, bob, cid].map((seller) => totalsAt(workspace, { seller }));
        const before = allTotals(workspace, ['region', 'product']);
        workspace.run({ name: 'members/merge', dimension: 'seller', codes: [bob, cid], into: ann });
        expect(allTotals(workspace, ['region', 'product'])).toEqual(before);
        expect(totalsAt(workspace, { seller: ann })).toEqual(parts[0].map((own, p) => own + parts[1][p] + parts[2][p]));
        expect(totalsAt(workspace, { seller: bob })).toEqual(parts[1].map(() => 0));
        const members = workspace.document.members.get('seller');
        expect(members?.byCode[ann]?.aliases).toEqual(['Bob', 'Cid']);
        expect(members?.byKey.get('seller\u0000bob')).toBe(ann);
        expect(members?.byCode[bob]?.archived).toBe(true);
      }),
      { numRuns: 8, seed: 2 },
    );
  });

  it('past orders of the merged ones count at the one that stays, and nothing of them is lost', () => {
    const workspace = createShapePlan(31);
    const [ann, bob] = ['Ann', 'Bob'].map((name) => codeOf(workspace, 'seller', name));
    const soldBy = (seller: number): number => {
      const facts = planFacts(workspace.document, planOf(workspace), createFactCache());
      if (!facts) throw new Error('no facts');
      const place = facts.dimensions.indexOf('seller');
      return sum(
        facts.amount.map((month) => sum(Array.from(month).filter((_, row) => facts.codes[place][row] === seller))),
      );
    };
    const both = soldBy(ann) + soldBy(bob);
    workspace.run({ name: 'members/merge', dimension: 'seller', codes: [bob], into: ann });
    expect(soldBy(ann)).toBe(both);
    expect(soldBy(bob)).toBe(0);
  });

  it('an import that still uses the old name finds the one that stays, and a plan made later counts its past there', () => {
    const workspace = createShapePlan(34);
    const [ann, bob] = ['Ann', 'Bob'].map((name) => codeOf(workspace, 'seller', name));
    workspace.run({ name: 'members/merge', dimension: 'seller', codes: [bob], into: ann });
    const late = [{ on: '2026-01-05', amount: 700, seller: 'BOB', region: 'East', product: 'Pen', customer: 'Acme' }];
    const batch = batchOf(late, { coverage: { from: '2026-01-01', to: '2026-01-05' } });
    workspace.run({ name: 'orders/import', draft: 'late' }, batch);
    const newest = [...workspace.document.orders.values()].at(-1);
    expect(newest?.codes.seller[0]).toBe(ann);
    workspace.run({
      name: 'plan/create',
      settings: settingsOf({ dimensions: ['seller', 'region'], target: 100, base: 'lastYear' }),
    });
    expect(totalsAt(workspace, { seller: bob }).every((total) => total === 0)).toBe(true);
    expect(planOf(workspace).pools).toEqual([
      { dimension: 'seller', keep: [], member: ann, withUnassigned: false, only: [bob] },
    ]);
  });

  it('with itself, with another level, or across a locked total is refused', () => {
    const workspace = createShapePlan(32);
    const [ann, bob] = ['Ann', 'Bob'].map((name) => codeOf(workspace, 'seller', name));
    const merge = (codes: number[], into: number): Command => ({
      name: 'members/merge',
      dimension: 'seller',
      codes,
      into,
    });
    expect(refused(workspace, merge([ann], ann))).toBe('member/sameMember');
    const product = (name: string) => codeOf(workspace, 'product', name);
    const across: Command = {
      name: 'members/merge',
      dimension: 'product',
      codes: [product('Pen')],
      into: product('Drink'),
    };
    expect(refused(workspace, across)).toBe('member/level');
    const hold = (seller: number): Command => ({
      name: 'holds/add',
      cell: { column: WORKING_TARGET, at: { seller }, periods: wholeYear(workspace) },
      kind: 'total',
    });
    workspace.run(hold(ann));
    expect(refused(workspace, merge([bob], ann))).toBe('dimension/totalHeld');
    expect(refused(workspace, merge([ann], bob))).toBe('dimension/totalHeld');
  });

  it('of inner members moves their children, and no leaf value', () => {
    const workspace = createShapePlan(33);
    const [write, drink] = ['Write', 'Drink'].map((name) => codeOf(workspace, 'product', name));
    const all = totalsAt(workspace, {});
    workspace.run({ name: 'members/merge', dimension: 'product', codes: [drink], into: write });
    expect(totalsAt(workspace, { product: write })).toEqual(all);
  });
});

describe('splitting a member', () => {
  it('cuts each value by largest remainder; what the percents leave stays; every total stays', () => {
    const workspace = createShapePlan(41);
    const ann = codeOf(workspace, 'seller', 'Ann');
    const { lines } = openOf(workspace);
    const position = Array.from(lines.codes[1]).indexOf(ann);
    const at = Object.fromEntries(lines.dimensions.map((dimension, d) => [dimension, lines.codes[d][position]]));
    const periods = [wholeYear(workspace)[0]];
    workspace.run({ name: 'targets/setCell', cell: { column: WORKING_TARGET, at, periods }, amount: -101 });
    const before = allTotals(workspace, ['region', 'product']);
    const parts = [
      { to: 'Ann East', percent: 50 },
      { to: 'Ann West', percent: 25 },
    ];
    workspace.run({ name: 'members/split', dimension: 'seller', code: ann, parts });
    expect(allTotals(workspace, ['region', 'product'])).toEqual(before);
    const now = ['Ann', 'Ann East', 'Ann West'].map(
      (name) => totalsAt(workspace, { ...at, seller: codeOf(workspace, 'seller', name) })[0],
    );
    // −101 by 25 : 50 : 25 is −25.25, −50.5, −25.25: the one unit left goes to the half.
    expect(now).toEqual([-25, -51, -25]);
  });

  it('new members lie beside the old one in every tree', () => {
    const workspace = createShapePlan(42);
    const pen = codeOf(workspace, 'product', 'Pen');
    workspace.run({ name: 'members/split', dimension: 'product', code: pen, parts: [{ to: 'Pen 2', percent: 100 }] });
    const write = codeOf(workspace, 'product', 'Write');
    const fresh = codeOf(workspace, 'product', 'Pen 2');
    expect(mainTree(workspace, 'product').parent[fresh]).toBe(write);
    expect(hierarchyOf(workspace.document.records, null, 'product')?.parent[fresh]).toBe(write);
    expect(totalsAt(workspace, { product: pen }).every((total) => total === 0)).toBe(true);
  });

  it('beyond 100 percent, into a name that is taken, or of an inner member is refused', () => {
    const workspace = createShapePlan(43);
    const split = (name: string, parts: { to: string; percent: number }[]): Command => ({
      name: 'members/split',
      dimension: 'product',
      code: codeOf(workspace, 'product', name),
      parts,
    });
    expect(
      refused(
        workspace,
        split('Pen', [
          { to: 'x', percent: 60 },
          { to: 'y', percent: 41 },
        ]),
      ),
    ).toBe('member/percent');
    expect(refused(workspace, split('Pen', [{ to: 'x', percent: 0 }]))).toBe('member/percent');
    expect(refused(workspace, split('Pen', [{ to: ' INK ', percent: 10 }]))).toBe('member/duplicateKey');
    expect(refused(workspace, split('Write', [{ to: 'x', percent: 10 }]))).toBe('member/unknown');
  });
});

describe('moving members', () => {
  it('moves no leaf; branches follow; below itself or across levels is refused', () => {
    const workspace = createShapePlan(51);
    const [pen, write, drink] = ['Pen', 'Write', 'Drink'].map((name) => codeOf(workspace, 'product', name));
    const tree = mainTree(workspace, 'product').id;
    const before = [pen, write, drink].map((product) => totalsAt(workspace, { product }));
    const move = (codes: number[], to: number): Command => ({
      name: 'members/move',
      dimension: 'product',
      hierarchy: tree,
      codes,
      to,
    });
    workspace.run(move([pen], drink));
    const after = [pen, write, drink].map((product) => totalsAt(workspace, { product }));
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toEqual(before[1].map((total, p) => total - before[0][p]));
    expect(after[2]).toEqual(before[2].map((total, p) => total + before[0][p]));
    expect(refused(workspace, move([drink], pen))).toBe('member/cycle');
    expect(refused(workspace, move([drink], write))).toBe('member/level');
    expect(refused(workspace, { ...move([pen], write), hierarchy: 'none' } as Command)).toBe('hierarchy/unknown');
  });

  it('a locked total whose sum would change refuses', () => {
    const workspace = createShapePlan(52);
    const [pen, write, drink] = ['Pen', 'Write', 'Drink'].map((name) => codeOf(workspace, 'product', name));
    const cell = { column: WORKING_TARGET, at: { product: write }, periods: wholeYear(workspace) };
    workspace.run({ name: 'holds/add', cell, kind: 'total' });
    const hierarchy = mainTree(workspace, 'product').id;
    const move: Command = { name: 'members/move', dimension: 'product', hierarchy, codes: [pen], to: drink };
    expect(refused(workspace, move)).toBe('dimension/totalHeld');
  });

  it('a plan keeps its own tree until it adopts the one of the workspace', () => {
    const workspace = createShapePlan(53);
    const [pen, write, drink] = ['Pen', 'Write', 'Drink'].map((name) => codeOf(workspace, 'product', name));
    const hierarchy = mainTree(workspace, 'product').id;
    const move: Command = { name: 'members/move', dimension: 'product', hierarchy, codes: [pen], to: drink };
    workspace.run({ ...move, scope: 'workspace' } as Command);
    workspace.run({ ...move, to: write } as Command);
    expect(mainTree(workspace, 'product').parent[pen]).toBe(write);
    workspace.run({ name: 'plan/adoptHierarchy', dimension: 'product' });
    expect(mainTree(workspace, 'product').parent[pen]).toBe(drink);
  });
});

describe('adding and archiving members', () => {
  it('a new leaf has one blank line, with what all lines beside it share', () => {
    const workspace = createShapePlan(61);
    const before = allTotals(workspace, ['region', 'seller', 'product']);
    const count = openOf(workspace).lines.count;
    const write = codeOf(workspace, 'product', 'Write');
    workspace.run({ name: 'members/add', dimension: 'product', names: ['Nib', 'Cap'], level: 'item', parent: write });
    expect(openOf(workspace).lines.count).toBe(count + 2);
    expect(allTotals(workspace, ['region', 'seller', 'product'])).toMatchObject(before);
    expect(mainTree(workspace, 'product').parent[codeOf(workspace, 'product', 'Nib')]).toBe(write);
    const add = (names: string[], level: string, parent: number): Command => ({
      name: 'members/add',
      dimension: 'product',
      names,
      level,
      parent,
    });
    expect(refused(workspace, add(['nib'], 'item', write))).toBe('member/duplicateKey');
    expect(refused(workspace, add(['a', 'A'], 'item', write))).toBe('member/duplicateKey');
    expect(refused(workspace, add(['b'], 'shelf', 0))).toBe('hierarchy/unknown');
    expect(refused(workspace, add(['b'], 'category', write))).toBe('member/level');
  });

  it('a member with numbers is not archived; without them it is, and comes back', () => {
    const workspace = createShapePlan(62);
    const ann = codeOf(workspace, 'seller', 'Ann');
    const archive: Command = { name: 'members/archive', dimension: 'seller', codes: [ann], archived: true };
    expect(refused(workspace, archive)).toBe('member/inUse');
    const cell = { column: WORKING_TARGET, at: { seller: ann }, periods: wholeYear(workspace) };
    workspace.run({ name: 'targets/clearCell', cell });
    workspace.run(archive);
    expect(workspace.document.members.get('seller')?.byKey.has('seller\u0000ann')).toBe(false);
    workspace.run({ ...archive, archived: false } as Command);
    expect(workspace.document.members.get('seller')?.byKey.get('seller\u0000ann')).toBe(ann);
  });
});

describe('members that come and go in the year', () => {
  it('months outside are blank and locked; what was there is unassigned; each month keeps its total', () => {
    const workspace = createShapePlan(71);
    const bob = codeOf(workspace, 'seller', 'Bob');
    const before = allTotals(workspace, ['region', 'product']);
    const own = totalsAt(workspace, { seller: bob });
    const dates: Command = {
      name: 'members/setDates',
      dimension: 'seller',
      code: bob,
      from: dayOf(2026, 4, 1),
      to: dayOf(2026, 10, 15),
      rampMonths: 2,
    };
    workspace.run(dates);
    const outside = [0, 1, 2, 10, 11];
    expect(allTotals(workspace, ['region', 'product'])).toEqual(before);
    expect(totalsAt(workspace, { seller: bob })).toEqual(own.map((total, p) => (outside.includes(p) ? 0 : total)));
    expect(totalsAt(workspace, { seller: 0 })).toEqual(own.map((total, p) => (outside.includes(p) ? total : 0)));
    const cell = { column: WORKING_TARGET, at: { seller: bob }, periods: wholeYear(workspace) };
    workspace.run({ name: 'targets/setCell', cell, amount: 70_000 });
    const now = totalsAt(workspace, { seller: bob });
    expect(outside.map((p) => now[p])).toEqual([0, 0, 0, 0, 0]);
    expect(sum(now)).toBe(70_000);
    const january = { ...cell, periods: [wholeYear(workspace)[0]] };
    expect(refused(workspace, { name: 'targets/setCell', cell: january, amount: 5 })).toMatch(/^target\//);
  });

  it('locked numbers outside refuse the dates, and so does an end before the beginning', () => {
    const workspace = createShapePlan(72);
    const bob = codeOf(workspace, 'seller', 'Bob');
    const dates = (from: number | null, to: number | null): Command => ({
      name: 'members/setDates',
      dimension: 'seller',
      code: bob,
      from,
      to,
      rampMonths: 0,
    });
    expect(refused(workspace, dates(dayOf(2026, 5, 1), dayOf(2026, 4, 1)))).toBe('member/dates');
    const cell = { column: WORKING_TARGET, at: { seller: bob }, periods: [wholeYear(workspace)[0]] };
    workspace.run({ name: 'holds/add', cell, kind: 'freeze' });
    expect(refused(workspace, dates(dayOf(2026, 4, 1), null))).toBe('target/nothingFree');
    workspace.run(dates(dayOf(2025, 4, 1), null));
  });

  it('the ramp gives a quarter, a half, three quarters and all of the load over four months, by days in a part month', () => {
    const workspace = createShapePlan(73);
    const { periods } = planOf(workspace);
    const weights = rampWeights({ validFrom: dayOf(2026, 3, 1), rampMonths: 4, validTo: dayOf(2026, 11, 15) }, periods);
    expect(Array.from(weights)).toEqual([0, 0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 1, 0.5, 0]);
    expect(Array.from(rampWeights({}, periods))).toEqual(new Array(12).fill(1));
  });
});

describe('a ramp', () => {
  it('weighs an equal spread: over ten months a seller with a ramp of two gets half in the first', () => {
    const workspace = createShapePlan(74);
    const bob = codeOf(workspace, 'seller', 'Bob');
    workspace.run({ name: 'dimensions/drop', dimension: 'product' });
    workspace.run({ name: 'dimensions/drop', dimension: 'region' });
    workspace.run({
      name: 'members/setDates',
      dimension: 'seller',
      code: bob,
      from: dayOf(2026, 3, 1),
      to: null,
      rampMonths: 2,
    });
    const cell = { column: WORKING_TARGET, at: { seller: bob }, periods: wholeYear(workspace) };
    workspace.run({ name: 'targets/spread', cell, amount: 1900, basis: { kind: 'equal' }, unit: 1 });
    expect(totalsAt(workspace, { seller: bob })).toEqual([0, 0, 100, 200, 200, 200, 200, 200, 200, 200, 200, 200]);
  });
});

describe('members that an import brought after the plan was made', () => {
  it('keep the place the workspace gave them when a tree of the plan grows past them', () => {
    const workspace = createShapePlan(75);
    const batch = batchOf(
      [{ on: '2026-01-05', amount: 700, seller: 'Ann', region: 'East', product: 'Nib', customer: 'Elm' }],
      {
        coverage: { from: '2026-01-01', to: '2026-01-05' },
        trees: [{ dimension: 'product', levels: ['category', 'item'], parents: { Nib: 'Write' } }],
      },
    );
    workspace.run({ name: 'orders/import', draft: 'late' }, batch);
    const write = codeOf(workspace, 'product', 'Write');
    workspace.run({ name: 'members/add', dimension: 'product', names: ['Cap'], level: 'item', parent: write });
    expect(mainTree(workspace, 'product').parent[codeOf(workspace, 'product', 'Nib')]).toBe(write);
  });
});

describe('several trees over a dimension', () => {
  it('a second tree has its own nodes: holds and edits at them move the leaves below, and it goes with what names it', () => {
    const workspace = createShapePlan(81);
    const add: Command = { name: 'hierarchies/add', dimension: 'product', title: 'By brand', levels: ['brand'] };
    workspace.run(add);
    const tree = [...workspace.document.records.hierarchy.values()].find((found) => found.title === 'By brand');
    expect(tree?.levels).toEqual(['brand', 'item']);
    expect(refused(workspace, { ...add, title: 'Again' } as Command)).toBe('member/duplicateKey');
    workspace.run({ name: 'members/add', dimension: 'product', names: ['Zed'], level: 'brand', parent: 0 });
    const [zed, pen, cup] = ['Zed', 'Pen', 'Cup'].map((name) => codeOf(workspace, 'product', name));
    workspace.run({
      name: 'members/move',
      dimension: 'product',
      hierarchy: tree?.id ?? '',
      codes: [pen, cup],
      to: zed,
    });
    const own = [pen, cup].map((product) => totalsAt(workspace, { product }));
    expect(totalsAt(workspace, { product: zed })).toEqual(own[0].map((total, p) => total + own[1][p]));
    const cell = { column: WORKING_TARGET, at: { product: zed }, periods: wholeYear(workspace) };
    workspace.run({ name: 'targets/setCell', cell, amount: 12_345 });
    expect(sum([pen, cup].flatMap((product) => totalsAt(workspace, { product })))).toBe(12_345);
    workspace.run({ name: 'goals/set', cell, amount: 3 });
    workspace.run({ name: 'hierarchies/remove', hierarchy: tree?.id ?? '' });
    expect([...workspace.document.records.goal.values()].map((goal) => goal.cell.at)).toEqual([{}]);
    const main = mainTree(workspace, 'product').id;
    expect(refused(workspace, { name: 'hierarchies/remove', hierarchy: main })).toBe('hierarchy/unknown');
  });
});

describe('what is shown of the shape', () => {
  it('members come as the tree lays them, with lines and orders of what lies under them', () => {
    const workspace = createShapePlan(91);
    const query = { dimension: 'product', hierarchy: null, search: '', first: 0, count: 100 };
    const listed = memberList(workspace.document, query);
    if (!listed.ok) throw new Error('refused');
    const { members, total } = listed.value;
    expect(total).toBe(7);
    const write = members.findIndex((member) => member.name === 'Write');
    const below = members.filter((member) => member.parent === members[write].code);
    expect(members.slice(write + 1, write + 1 + below.length)).toEqual(below);
    expect(sum(below.map((member) => member.lines))).toBe(members[write].lines);
    expect(sum(members.filter(({ parent }) => parent === 0).map((member) => member.lines))).toBe(
      openOf(workspace).lines.count,
    );
    expect(sum(members.filter(({ parent }) => parent === 0).map((member) => member.orders))).toBe(120);
    const found = memberList(workspace.document, { ...query, search: 'P', first: 1, count: 1 });
    expect(found.ok && [found.value.total, found.value.members.length]).toEqual([3, 1]);
  });

  it('a preview tells lines, totals and losses, and leaves every byte as it was', () => {
    const workspace = createShapePlan(92);
    const cell = {
      column: WORKING_TARGET,
      at: { product: codeOf(workspace, 'product', 'Write') },
      periods: wholeYear(workspace),
    };
    workspace.run({ name: 'goals/set', cell, amount: 3 });
    const before = stateOf(workspace);
    const lines = openOf(workspace).lines.count;
    const seen = shapePreview(
      workspace.document,
      { name: 'dimensions/drop', dimension: 'product' },
      contextOf(workspace),
    );
    if (!seen.ok) throw new Error('refused');
    expect(seen.value.linesBefore).toBe(lines);
    expect(seen.value.linesAfter).toBeLessThan(lines);
    expect(seen.value.loses.map(({ kind, labels }) => [kind, ...labels])).toEqual([['goal', 'Write']]);
    const target = seen.value.totals.find(({ column }) => column === columnKey(WORKING_TARGET));
    expect(target).toMatchObject({ before: 5_000_003, after: 5_000_003 });
    const added: Command = { name: 'members/add', dimension: 'seller', names: ['New'], level: 'seller', parent: 0 };
    const plus = shapePreview(workspace.document, added, contextOf(workspace));
    expect(plus.ok && plus.value.linesAfter).toBe(lines + 1);
    const none: Command = { name: 'dimensions/drop', dimension: 'mood' };
    const refusal = shapePreview(workspace.document, none, contextOf(workspace));
    expect(refusal.ok && refusal.value.issues.map(({ code }) => code)).toEqual(['dimension/unknown']);
    expect(stateOf(workspace)).toBe(before);
  });

  it('the shape names the dimensions of the plan first, then what the workspace has besides', () => {
    const workspace = createShapePlan(93);
    workspace.run({ name: 'dimensions/rename', dimension: 'seller', to: 'Reps' });
    const keep = [codeOf(workspace, 'product', 'Pen')];
    workspace.run({ name: 'dimensions/setDepth', dimension: 'product', keep, pooled: 'Others' });
    const view = shapeView(workspace.document);
    if (!view.ok) throw new Error('refused');
    expect(view.value.dimensions.map(({ id, inPlan }) => [id, inPlan])).toEqual([
      ['region', true],
      ['seller', true],
      ['product', true],
      ['customer', false],
    ]);
    expect(view.value.dimensions[1].title).toBe('Reps');
    expect(view.value.dimensions[2]).toMatchObject({ pooled: 4, members: 9 });
    expect(view.value).toMatchObject({ firstYear: 2026, years: 1, basis: 'ordered', taxIncluded: true });
  });
});
