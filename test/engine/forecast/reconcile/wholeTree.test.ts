import { expect, test } from 'vitest';
import { reconcile, treeStructure, wholeTree } from '~/engine/forecast';
import { randomTree } from './randomTree';

const SEEDS = Array.from({ length: 120 }, (_, i) => i + 1);

test('a total of 10 over three equal leaves gives the earlier one the unit that is left', () => {
  const parent = Int32Array.from([-1, 0, 0, 0]);
  const third = 10 / 3;
  const values = Float64Array.of(10, third, third, third);
  expect([...wholeTree(values, { parent, structure: treeStructure(parent) })]).toEqual([10, 4, 3, 3]);
});

test('whole values add up exactly, keep immutable ones, and move nothing by a unit or more', () => {
  for (const seed of SEEDS) {
    const { parent, structure, base, residuals, random } = randomTree(seed, { steps: 1 });
    const whole = base.map((own) => own.map(Math.round));
    const node = Math.floor(random() * parent.length);
    const immutable = whole.map((_, n) => (n === node ? Uint8Array.of(1) : null));
    const { values } = reconcile(whole, { structure, method: 'mintShrink', residuals, immutable });
    const flat = Float64Array.from(values, ([value]) => value);
    const isFixed = Uint8Array.from(immutable, (own) => own?.[0] ?? 0);
    const units = wholeTree(flat, { parent, structure, immutable: isFixed });
    expect(units[node]).toBe(whole[node][0]);
    const sums = new Float64Array(parent.length);
    const isInner = new Uint8Array(parent.length);
    parent.forEach((up, n) => {
      if (up < 0) return;
      sums[up] += units[n];
      isInner[up] = 1;
    });
    units.forEach((value, n) => {
      expect(Number.isInteger(value) && !Object.is(value, -0)).toBe(true);
      if (isInner[n] === 1) expect(sums[n]).toBe(value);
      if (isFixed[n] === 0) expect(Math.abs(value - flat[n])).toBeLessThan(1 + 1e-6);
      if (flat[n] >= 0) expect(value).toBeGreaterThanOrEqual(0);
    });
  }
});

test('a node whose leaves are all immutable is their sum', () => {
  const parent = Int32Array.from([-1, 0, 0, 1, 1]);
  const structure = treeStructure(parent);
  const values = Float64Array.of(20.6, 12, 8.6, 5, 7);
  const immutable = Uint8Array.of(0, 0, 0, 1, 1);
  expect([...wholeTree(values, { parent, structure, immutable })]).toEqual([21, 12, 9, 5, 7]);
});
