import { describe, expect, test } from 'vitest';
import { CUSTOMER_FIGURES, type CustomerFigure } from '~/domain/segmentation';
import { customerColumn } from '~/plan/customers/customerColumns';
import { changeRecords } from '~/plan/document';
import { added, updated } from '~/plan/records';
import { codeOf, SHOP_LINES, sceneOf, smallShop } from '../support/smallShop';
import { createWorkspace, day, type SmallWorkspace } from '../support/smallWorkspace';

function figure(workspace: SmallWorkspace, name: CustomerFigure): (number | null)[] {
  const column = customerColumn(sceneOf(workspace), { kind: 'figure', figure: name });
  if (column.kind !== 'number') throw new TypeError('a figure is a number');
  return ['Acme', 'Birch', 'Cedar'].map((customer) => {
    const value = column.values[codeOf(workspace, customer)];
    return Number.isNaN(value) ? null : value;
  });
}

describe('the figures of customers', () => {
  const workspace = smallShop();

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
    const short = smallShop(SHOP_LINES, { from: '2024-01-02', to: '2025-12-31' });
    expect(figure(short, 'salesBefore')).toEqual([null, null, null]);
    expect(figure(short, 'growth')).toEqual([null, null, null]);
  });

  test('are the same whatever the order of the rows', () => {
    const turned = smallShop([...SHOP_LINES].reverse());
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
      const column = customerColumn(sceneOf(empty), { kind: 'figure', figure: name });
      expect(column.kind === 'number' && column.values[1]).toBeNaN();
    }
  });
});

test('an attribute is a number where all who have it have one, else text', () => {
  const workspace = smallShop();
  const size = customerColumn(sceneOf(workspace), { kind: 'attribute', attribute: 'size' });
  expect(size.kind === 'number' && size.values[codeOf(workspace, 'Acme')]).toBe(3);
  expect(size.kind === 'number' && size.values[codeOf(workspace, 'Birch')]).toBeNaN();
  const industry = customerColumn(sceneOf(workspace), { kind: 'attribute', attribute: 'industry' });
  if (industry.kind !== 'text') throw new TypeError('text expected');
  const said = ['Acme', 'Birch', 'Cedar'].map((name) => industry.texts[industry.codes[codeOf(workspace, name)]]);
  expect(said).toEqual(['Retail', 'Trade', '']);
});

describe('the owner of a customer', () => {
  const owner = (workspace: SmallWorkspace, today: string): string[] => {
    const column = customerColumn(sceneOf(workspace, day(today)), { kind: 'member', dimension: 'seller' });
    if (column.kind !== 'member') throw new TypeError('a member expected');
    return ['Acme', 'Birch', 'Cedar'].map(
      (name) => workspace.document.members.get('seller')?.byCode[column.codes[codeOf(workspace, name)]]?.name ?? '',
    );
  };

  test('is who its record names, else who sold to it last', () => {
    expect(owner(smallShop(), '2026-01-05')).toEqual(['Bob', 'Cid', 'Cid']);
  });

  test('changes hands on the day that was said, the newest change up to it counting', () => {
    const workspace = smallShop();
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
    const workspace = smallShop();
    const birch = workspace.document.members.get('customer')?.byCode[codeOf(workspace, 'Birch')];
    if (!birch) throw new Error('no Birch');
    changeRecords(workspace.document, [
      updated('member', birch, { ...birch, attributes: { seller: codeOf(workspace, 'Ann', 'seller') } }),
    ]);
    expect(owner(workspace, '2026-01-05')).toEqual(['Bob', 'Ann', 'Cid']);
  });
});
