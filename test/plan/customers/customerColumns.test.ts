import { describe, expect, test } from 'vitest';
import { CUSTOMER_FIGURES, type CustomerFigure } from '~/domain/segmentation';
import { customerColumn } from '~/plan/customers/customerColumns';
import { changeRecords } from '~/plan/document';
import { added, updated } from '~/plan/records';
import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, type OrderLine, type SmallWorkspace } from '../support/smallWorkspace';

const LINES: OrderLine[] = [
  // 2025: 300 on two days in three orders, two categories; 2024: 200.
  { on: '2024-05-01', amount: 200, customer: 'Acme', product: 'Tea', seller: 'Ann', order: 1 },
  { on: '2025-02-01', amount: 100, customer: 'Acme', product: 'Tea', seller: 'Ann', order: 2 },
  { on: '2025-02-01', amount: 50, customer: 'Acme', product: 'Coffee', seller: 'Ann', order: 3 },
  { on: '2025-12-01', amount: 150, customer: 'Acme', product: 'Bread', seller: 'Bob', order: 4 },
  // A return lowers the sales and is no order.
  { on: '2025-12-20', amount: -30, customer: 'Acme', product: 'Bread', seller: 'Bob', order: 5 },
  // Nothing before 2025.
  { on: '2025-06-30', amount: 80, customer: 'Birch', product: 'Cake', seller: 'Ann', order: 6 },
  // Nothing since 2024.
  { on: '2024-01-31', amount: 500, customer: 'Cedar', product: 'Tea', seller: 'Cid', order: 7 },
];

function shop(lines = LINES, coverage = { from: '2024-01-01', to: '2025-12-31' }): SmallWorkspace {
  const workspace = createWorkspace('2026-01-05');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, {
      coverage,
      trees: [
        {
          dimension: 'product',
          levels: ['category', 'product'],
          parents: { Tea: 'Drinks', Coffee: 'Drinks', Bread: 'Food', Cake: 'Food' },
        },
        {
          dimension: 'customer',
          levels: ['customer'],
          parents: {},
          attributes: { Acme: { industry: 'Retail', size: 3 }, Birch: { industry: 'Trade', seller: 'cid' } },
        },
      ],
    }),
  );
  return workspace;
}

const codeOf = ({ document }: SmallWorkspace, name: string, dimension = 'customer'): number =>
  document.members.get(dimension)?.byCode.findIndex((member) => member?.name === name) ?? -1;

const scene = ({ document }: SmallWorkspace, today = day('2026-01-05')) => ({
  document,
  cache: createViewCache(),
  today,
});

function figure(workspace: SmallWorkspace, name: CustomerFigure): (number | null)[] {
  const column = customerColumn(scene(workspace), { kind: 'figure', figure: name });
  if (column.kind !== 'number') throw new TypeError('a figure is a number');
  return ['Acme', 'Birch', 'Cedar'].map((customer) => {
    const value = column.values[codeOf(workspace, customer)];
    return Number.isNaN(value) ? null : value;
  });
}

describe('the figures of customers', () => {
  const workspace = shop();

  test('are those of the last twelve months, blank where nothing can be said', () => {
    expect(figure(workspace, 'sales12')).toEqual([270, 80, 0]);
    expect(figure(workspace, 'salesBefore')).toEqual([200, 0, 500]);
    expect(figure(workspace, 'growth')).toEqual([0.35, null, -1]);
    expect(figure(workspace, 'frequency')).toEqual([2, 1, 0]);
    expect(figure(workspace, 'orders')).toEqual([3, 1, 0]);
    expect(figure(workspace, 'averageOrder')).toEqual([90, 80, null]);
    expect(figure(workspace, 'recencyDays')).toEqual([30, 184, 700]);
    expect(figure(workspace, 'firstOrderDays')).toEqual([609, 184, 700]);
    expect(figure(workspace, 'categories')).toEqual([2, 1, 0]);
    expect(figure(workspace, 'share')).toEqual([270 / 350, 80 / 350, 0]);
    expect(figure(workspace, 'score')[0]).toBeGreaterThan(figure(workspace, 'score')[2] ?? 0);
  });

  test('say nothing of a year before that is not known whole', () => {
    const short = shop(LINES, { from: '2024-01-02', to: '2025-12-31' });
    expect(figure(short, 'salesBefore')).toEqual([null, null, null]);
    expect(figure(short, 'growth')).toEqual([null, null, null]);
  });

  test('are the same whatever the order of the rows', () => {
    const turned = shop([...LINES].reverse());
    for (const name of CUSTOMER_FIGURES) expect(figure(turned, name)).toEqual(figure(workspace, name));
  });

  test('are all blank without orders', () => {
    const empty = createWorkspace('2026-01-05');
    changeRecords(empty.document, [
      added('member', {
        id: 'customer:1',
        dimension: 'customer',
        code: 1,
        key: 'acme',
        name: 'Acme',
        aliases: [],
        level: 'customer',
        attributes: {},
      }),
    ]);
    for (const name of CUSTOMER_FIGURES) {
      const column = customerColumn(scene(empty), { kind: 'figure', figure: name });
      expect(column.kind === 'number' && column.values[1]).toBeNaN();
    }
  });
});

test('an attribute is a number where all who have it have one, else text', () => {
  const workspace = shop();
  const size = customerColumn(scene(workspace), { kind: 'attribute', attribute: 'size' });
  expect(size.kind === 'number' && size.values[codeOf(workspace, 'Acme')]).toBe(3);
  expect(size.kind === 'number' && size.values[codeOf(workspace, 'Birch')]).toBeNaN();
  const industry = customerColumn(scene(workspace), { kind: 'attribute', attribute: 'industry' });
  if (industry.kind !== 'text') throw new TypeError('text expected');
  const said = ['Acme', 'Birch', 'Cedar'].map((name) => industry.texts[industry.codes[codeOf(workspace, name)]]);
  expect(said).toEqual(['Retail', 'Trade', '']);
});

describe('the owner of a customer', () => {
  const owner = (workspace: SmallWorkspace, today: string): string[] => {
    const column = customerColumn(scene(workspace, day(today)), { kind: 'member', dimension: 'seller' });
    if (column.kind !== 'member') throw new TypeError('a member expected');
    return ['Acme', 'Birch', 'Cedar'].map(
      (name) => workspace.document.members.get('seller')?.byCode[column.codes[codeOf(workspace, name)]]?.name ?? '',
    );
  };

  test('is who its record names, else who sold to it last', () => {
    expect(owner(shop(), '2026-01-05')).toEqual(['Bob', 'Cid', 'Cid']);
  });

  test('changes hands on the day that was said, the newest change up to it counting', () => {
    const workspace = shop();
    const change = (id: string, seller: string, from: string) =>
      added('ownership', {
        id,
        customer: codeOf(workspace, 'Birch'),
        seller: codeOf(workspace, seller, 'seller'),
        from: day(from),
      });
    changeRecords(workspace.document, [change('b', 'Bob', '2026-02-01'), change('a', 'Ann', '2026-01-10')]);
    expect(owner(workspace, '2026-01-09')).toEqual(['Bob', 'Cid', 'Cid']);
    expect(owner(workspace, '2026-01-10')).toEqual(['Bob', 'Ann', 'Cid']);
    expect(owner(workspace, '2026-03-01')).toEqual(['Bob', 'Bob', 'Cid']);
  });

  test('follows another name in its record at once', () => {
    const workspace = shop();
    const birch = workspace.document.members.get('customer')?.byCode[codeOf(workspace, 'Birch')];
    if (!birch) throw new Error('no Birch');
    changeRecords(workspace.document, [
      updated('member', birch, { ...birch, attributes: { seller: codeOf(workspace, 'Ann', 'seller') } }),
    ]);
    expect(owner(workspace, '2026-01-05')).toEqual(['Bob', 'Ann', 'Cid']);
  });
});
