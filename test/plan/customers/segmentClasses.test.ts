import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, CustomerColumn, Division } from '~/domain/segmentation';
import { segmentClasses } from '~/plan/customers/segmentClasses';
import { memberName } from '~/plan/document';
import { segmentChoices } from '~/plan/views/segmentChoices';
import { segmentView } from '~/plan/views/segmentView';
import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, type OrderLine } from '../support/smallWorkspace';

const SALES: CustomerColumn = { kind: 'figure', figure: 'sales12' };
const REGION: CustomerColumn = { kind: 'member', dimension: 'region' };
const INDUSTRY: CustomerColumn = { kind: 'attribute', attribute: 'industry' };
const atLeast = (value: number | null): Condition => ({ column: SALES, is: 'atLeast', value });

const FIRMS = [
  { name: 'Acme', amount: 600, region: 'East', industry: 'Steel' },
  { name: 'Birch', amount: 300, region: 'East', industry: 'Food' },
  { name: 'Cedar', amount: 60, region: 'West', industry: 'Steel' },
  { name: 'Dune', amount: 30, region: 'West', industry: '' },
  { name: 'Elm', amount: 10, region: 'West', industry: 'Food' },
];

function sceneOf(firms = FIRMS) {
  const workspace = createWorkspace('2026-01-01');
  const lines: OrderLine[] = firms.map(({ name, amount, region }) => ({
    on: '2025-06-10',
    amount,
    customer: name,
    region,
  }));
  const attributes = Object.fromEntries(
    firms.flatMap(({ name, industry }) => (industry === '' ? [] : [[name, { industry }]])),
  );
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, {
      coverage: { from: '2025-01-01', to: '2025-12-31' },
      trees: [{ dimension: 'customer', levels: ['customer'], parents: {}, attributes }],
    }),
  );
  return { document: workspace.document, cache: createViewCache(), today: day('2026-01-01') };
}

type Scene = ReturnType<typeof sceneOf>;

/** Names of the class of every customer by its name. */
function classOf(scene: Scene, division: Division): Record<string, string> {
  const { names, of } = segmentClasses(scene, division);
  const found: Record<string, string> = {};
  for (let code = 1; code < of.length; code += 1) {
    found[memberName(scene.document, 'customer', code)] = of[code] === 0 ? '' : names[of[code] - 1].id;
  }
  return found;
}

describe('classes by rules', () => {
  const division: Division = {
    kind: 'rules',
    classes: [
      { id: 'big', name: 'Big', all: [atLeast(100)] },
      { id: 'steel', name: 'Steel', all: [{ column: INDUSTRY, is: 'is', value: 'steel' }] },
      { id: 'west', name: 'West', all: [atLeast(20), { column: REGION, is: 'contains', value: 'WES' }] },
    ],
  };
  const scene = sceneOf();

  it('go to the first that fits; what none takes is with the others', () => {
    expect(classOf(scene, division)).toEqual({ Acme: 'big', Birch: 'big', Cedar: 'steel', Dune: 'west', Elm: '' });
  });

  it('tell who fitted too and was taken before', () => {
    // Acme is steel as well, Cedar is in the west as well.
    expect(segmentClasses(scene, division).taken).toEqual([0, 1, 1]);
  });

  it('add up to all customers and all sales', () => {
    const view = segmentView(scene, division);
    expect(view.groups.map(({ customers, sales }) => [customers, sales])).toEqual([
      [2, 900],
      [1, 60],
      [1, 30],
    ]);
    expect([view.others.customers, view.others.sales]).toEqual([1, 10]);
    expect([view.customers, view.sales]).toEqual([5, 1000]);
  });

  it('take everybody who is left where there is no condition, also one without a value yet', () => {
    const rest: Division = { kind: 'rules', classes: [{ id: 'all', name: 'All', all: [] }] };
    expect(Object.values(classOf(scene, rest)).every((id) => id === 'all')).toBe(true);
    const open: Division = { kind: 'rules', classes: [{ id: 'all', name: 'All', all: [atLeast(null)] }] };
    expect(classOf(scene, open)).toEqual(classOf(scene, rest));
  });
});

describe('classes by equal parts', () => {
  it('run from the smallest and never part equal values', () => {
    const scene = sceneOf(FIRMS.map((firm, i) => ({ ...firm, amount: i < 3 ? 50 : 90 })));
    expect(classOf(scene, { kind: 'quantiles', column: SALES, parts: 2, names: [] })).toEqual({
      Acme: 'q1',
      Birch: 'q1',
      Cedar: 'q1',
      Dune: 'q2',
      Elm: 'q2',
    });
  });

  it('say where they end, and leave who has no value with the others', () => {
    const scene = sceneOf();
    expect(segmentClasses(scene, { kind: 'quantiles', column: SALES, parts: 2, names: [] }).cuts).toEqual([60]);
    const growth: CustomerColumn = { kind: 'figure', figure: 'growth' };
    expect(Object.values(classOf(scene, { kind: 'quantiles', column: growth, parts: 3, names: [] }))).toEqual(
      Array(5).fill(''),
    );
  });
});

describe('classes two ways', () => {
  const division: Division = { kind: 'matrix', rows: REGION, columns: INDUSTRY };
  const scene = sceneOf();

  it('cross the values that occur, a blank is with the others', () => {
    const view = segmentView(scene, division);
    expect(view.axes?.rows.map(({ name }) => name)).toEqual(['East', 'West']);
    expect(view.axes?.columns.map(({ name }) => name)).toEqual(['Steel', 'Food']);
    expect(view.groups.map(({ customers }) => customers)).toEqual([1, 1, 1, 1]);
    expect(view.groups.map(({ sales }) => sales)).toEqual([600, 300, 60, 10]);
    expect([view.others.customers, view.others.sales]).toEqual([1, 30]);
  });

  it('cut figures into thirds', () => {
    const view = segmentView(scene, { kind: 'matrix', rows: SALES, columns: REGION });
    expect(view.axes?.rows.map(({ part }) => part?.no)).toEqual([1, 2, 3]);
    expect(view.groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(5);
  });
});

describe('the order of customers and orders', () => {
  it('changes no class', () => {
    const divisions: Division[] = [
      { kind: 'quantiles', column: SALES, parts: 3, names: [] },
      {
        kind: 'rules',
        classes: [{ id: 'a', name: 'A', all: [{ column: { kind: 'class', of: 'abc' }, is: 'is', value: 'A' }] }],
      },
      {
        kind: 'rules',
        classes: [{ id: 'a', name: 'A', all: [{ column: { kind: 'class', of: 'tier' }, is: 'is', value: 'A' }] }],
      },
      { kind: 'matrix', rows: SALES, columns: { kind: 'class', of: 'stage' } },
    ];
    const amounts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(amounts, (values) => {
        const firms = FIRMS.map((firm, i) => ({ ...firm, amount: values[i] * 10 }));
        const there = sceneOf(firms);
        const back = sceneOf([...firms].reverse());
        for (const division of divisions) expect(classOf(back, division)).toEqual(classOf(there, division));
      }),
      { seed: 41, numRuns: 25 },
    );
  });
});

describe('what can be chosen', () => {
  it('are figures, classes, members and attributes, with what occurs, most frequent first', () => {
    const { columns } = segmentChoices(sceneOf());
    const known = (column: CustomerColumn) =>
      columns.find((one) => JSON.stringify(one.column) === JSON.stringify(column));
    expect(known(SALES)).toMatchObject({ kind: 'number', known: 5, values: [] });
    expect(known(REGION)?.values.map(({ name, customers }) => [name, customers])).toEqual([
      ['West', 3],
      ['East', 2],
    ]);
    expect(known(INDUSTRY)).toMatchObject({ kind: 'text', known: 4 });
    expect(
      known({ kind: 'class', of: 'abc' })
        ?.values.map(({ name }) => name)
        .sort(),
    ).toEqual(['A', 'C']);
  });
});
