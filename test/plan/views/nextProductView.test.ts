import { describe, expect, test } from 'vitest';
import type { NextQuery, NextRule } from '~/domain/nextProduct';
import { basketStudy } from '~/engine/customers/index';
import { nextInput } from '~/plan/customers/nextInput';
import { keepStudy, knownStudy } from '~/plan/customers/nextStudy';
import { membersOf, type PlanDocument } from '~/plan/document';
import { type NextScene, nextOrder } from '~/plan/views/nextProductOrder';
import { callRow, nextProductView } from '~/plan/views/nextProductView';
import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, type OrderLine } from '../support/smallWorkspace';

const RULE: NextRule = { by: 'customer', level: null, months: 12, least: 5 };
const query = (more: Partial<NextQuery> = {}): NextQuery => ({
  ...RULE,
  seller: null,
  tier: null,
  item: null,
  search: '',
  list: 'calls',
  sort: { by: 'expected', descending: true },
  first: 0,
  count: 500,
  ...more,
});

/**
 * A hundred customers: forty bought drill and bits, ten the drill alone, fifty only paint; bits cost 2,000 a year. Two years
 * before, customer 41 bought bits once.
 */
function hundredCustomers() {
  const lines: OrderLine[] = [];
  for (let k = 1; k <= 100; k += 1) {
    const line = { on: `2025-0${1 + (k % 9)}-11`, customer: `Firm ${k}`, seller: k % 2 === 0 ? 'Ann' : 'Bob' };
    if (k <= 50) lines.push({ ...line, product: 'Drill', amount: 9000 });
    if (k <= 40) lines.push({ ...line, on: '2025-10-02', product: 'Bits', amount: 2500 });
    if (k <= 40) lines.push({ ...line, on: '2025-10-09', product: 'Bits', amount: -500 });
    if (k > 50) lines.push({ ...line, product: 'Paint', amount: 300 });
  }
  lines.push({ on: '2024-02-01', customer: 'Firm 41', seller: 'Bob', product: 'Bits', amount: 10 });
  lines.push({ on: '2025-11-01', customer: 'Firm 42', seller: 'Ann', product: 'Drill', amount: -9000 });
  const workspace = createWorkspace('2026-01-01');
  const trees = [
    {
      dimension: 'product',
      levels: ['category', 'product'],
      parents: { Drill: 'Tools', Bits: 'Tools', Paint: 'Colours' },
    },
  ];
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, { coverage: { from: '2024-01-01', to: '2025-12-31' }, trees }),
  );
  return workspace.document;
}

function sceneOf(document: PlanDocument, rule: NextRule = RULE): NextScene {
  const source = nextInput(document, createViewCache(), rule);
  if (!source) throw new Error('no orders');
  const { next, byCode } = membersOf(document, 'customer');
  const codeOf = (name: string): number => membersOf(document, 'seller').byCode.findIndex((one) => one?.name === name);
  const number = (code: number): number => Number((byCode[code]?.name ?? '').split(' ')[1] ?? 0);
  return {
    made: { rule, source, study: basketStudy(source.input) },
    tier: new Uint8Array(next).fill(2),
    owner: Uint32Array.from({ length: next }, (_, code) => codeOf(number(code) % 2 === 0 ? 'Ann' : 'Bob')),
    lastDay: new Int32Array(next).fill(day('2025-06-01')),
    alive: null,
    reading: null,
  };
}

describe('the call list', () => {
  const document = hundredCustomers();
  const scene = sceneOf(document);
  const view = nextProductView(document, query(), scene);

  test('is those with a drill and without bits, at the share of buyers times what bits cost', () => {
    expect(view.calls.map(({ name }) => name).sort()).toEqual(
      [42, 43, 44, 45, 46, 47, 48, 49, 50].map((k) => `Firm ${k}`).sort(),
    );
    for (const call of view.calls) {
      expect(call.item).toBe('Bits');
      expect(call.why).toMatchObject({ left: ['Drill'], right: 'Bits', of: 50, together: 40 });
      expect(call.why.confidence).toBeCloseTo(0.8, 12);
      expect(call.why.lift).toBeCloseTo(0.8 / 0.4, 12);
      // Returns are taken off: 2,500 − 500.
      expect(call.expected).toBe(1600);
    }
    expect(view.called).toBe(9);
    expect(view.expected).toBe(9 * 1600);
  });

  test('names nobody for what was bought long ago, though rules look at a year', () => {
    expect(view.calls.map(({ name }) => name)).not.toContain('Firm 41');
    expect(view.baskets).toBe(100);
  });

  test('narrows by seller, product and words, and counts calls of each', () => {
    const ann = view.sellers.find(({ name }) => name === 'Ann');
    expect(ann?.calls).toBe(5);
    const own = nextProductView(document, query({ seller: ann?.code ?? -1 }), scene);
    expect(own.calls.every(({ seller }) => seller === 'Ann')).toBe(true);
    expect(own.matching).toBe(5);
    expect(nextProductView(document, query({ search: 'firm 47' }), scene).matching).toBe(1);
    expect(nextProductView(document, query({ tier: 'A' }), scene).matching).toBe(0);
    const [bits] = view.advised;
    expect(bits.name).toBe('Bits');
    expect(nextProductView(document, query({ item: bits.code }), scene).matching).toBe(9);
  });

  test('a window is a part of the whole in the same order', () => {
    const order = nextOrder(document, query(), scene);
    const part = nextProductView(document, query({ first: 3, count: 2 }), scene);
    expect(part.calls).toEqual([callRow(document, scene, order[3]), callRow(document, scene, order[4])]);
  });

  test('rules are a list of their own', () => {
    const rules = nextProductView(
      document,
      query({ list: 'rules', sort: { by: 'confidence', descending: true } }),
      scene,
    );
    expect(rules.together.map(({ left, right }) => [left.join(), right])).toEqual([
      ['Bits', 'Drill'],
      ['Drill', 'Bits'],
    ]);
    expect(rules.calls).toEqual([]);
  });

  test('by order nothing goes together here: drill and bits came on different days', () => {
    const byOrder = nextProductView(document, query({ by: 'order' }), sceneOf(document, { ...RULE, by: 'order' }));
    expect(byOrder.rules).toBe(0);
    expect(byOrder.calls).toEqual([]);
  });

  test('products can be looked at by category', () => {
    expect(view.levels.map(({ id, items }) => [id, items])).toEqual([
      ['category', 2],
      ['product', 3],
    ]);
    expect(view.level).toBe('product');
    const coarse = nextProductView(
      document,
      query({ level: 'category' }),
      sceneOf(document, { ...RULE, level: 'category' }),
    );
    expect(coarse.level).toBe('category');
    expect(coarse.items).toBe(2);
  });

  test('a study is kept until orders or members change', () => {
    keepStudy(document, scene.made, document.factsVersion);
    expect(knownStudy(document, RULE)).toBe(scene.made);
    expect(knownStudy(document, { ...RULE, least: 6 })).toBeNull();
    keepStudy(document, { ...scene.made, rule: { ...RULE, least: 6 } }, document.factsVersion - 1);
    expect(knownStudy(document, { ...RULE, least: 6 })).toBeNull();
  });
});

test('without orders that name customers and products there is nothing to offer', () => {
  const { document, run } = createWorkspace('2026-01-01');
  expect(nextInput(document, createViewCache(), RULE)).toBeNull();
  run(
    { name: 'orders/import', draft: 'd' },
    batchOf([{ on: '2025-01-01', amount: 5, customer: 'A' }], { coverage: { from: '2025-01-01', to: '2025-12-31' } }),
  );
  expect(nextInput(document, createViewCache(), RULE)).toBeNull();
  expect(nextProductView(document, query(), null).asOf).toBeNull();
});
