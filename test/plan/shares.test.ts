import { expect, test } from 'vitest';
import { buildView, createLineTable, type View, type ViewLevel } from '~/engine/cube/index';
import { levelRepeats, repeatedShares } from '~/plan/shares';

/** Two regions (1, 2), each selling products 3 and 4. Nodes: root, regions, then products region by region. */
function twoByTwo(): View {
  const same = Uint32Array.of(0, 1, 2, 3, 4);
  const order: ViewLevel[] = [
    { dimension: 'region', column: 0, ancestorOf: same },
    { dimension: 'product', column: 1, ancestorOf: same },
  ];
  const codes = [Uint32Array.of(1, 1, 2, 2), Uint32Array.of(3, 4, 3, 4)];
  const made = createLineTable({ dimensions: ['region', 'product'], codes, order });
  if (!made.ok) throw new Error('no lines');
  return buildView(made.value.lines, order);
}

const now = Float64Array.of(100, 60, 40, 60, 0.5, 0.5, 39.5);

test('shares that repeat from year to year are taken as they are', () => {
  const view = twoByTwo();
  expect(levelRepeats(view, now, now)).toEqual([true, true]);
  const weights = [...repeatedShares(view, now, now)];
  expect(weights[0] / weights[1]).toBeCloseTo(120, 6);
});

test('below the depth where shares repeat, the company-wide share of a product counts, not one year of one region', () => {
  const view = twoByTwo();
  const before = Float64Array.of(100, 60, 40, 0.5, 59.5, 39.5, 0.5);
  expect(levelRepeats(view, now, before)).toEqual([true, false]);
  const weights = [...repeatedShares(view, now, before)];
  // Company: product 3 sells 60.5 of 100.5, product 4 sells 40; both regions follow that.
  expect(weights[0]).toBeCloseTo((0.6 * 60.5) / 100.5, 9);
  expect(weights[2]).toBeCloseTo((0.4 * 60.5) / 100.5, 9);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
});
