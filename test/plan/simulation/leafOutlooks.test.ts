import { describe, expect, it } from 'vitest';
import type { NodeOutlook } from '~/domain/outlook';
import { buildView, createLineTable, type View } from '~/engine/cube';
import { normalQuantile } from '~/engine/numeric';
import { leafShape, NO_FACTOR } from '~/engine/simulation';
import { withoutDeals } from '~/plan/simulation/dealEvents';
import { homesOf, leafGroups } from '~/plan/simulation/leafGroups';
import { drawnDepth, leafOutlooks } from '~/plan/simulation/leafOutlooks';

const Z80 = normalQuantile(0.9);
const self = Uint32Array.of(0, 1, 2, 3);

/** Two regions; seller 1 in both, seller 2 in the second: the whole, 2 regions, 3 leaves. */
function tree(): View {
  const order = ['region', 'seller'].map((dimension, column) => ({ dimension, column, ancestorOf: self }));
  const made = createLineTable({
    dimensions: ['region', 'seller'],
    codes: [Uint32Array.of(1, 2, 2), Uint32Array.of(1, 1, 2)],
    order,
  });
  if (!made.ok) throw new Error('lines repeat');
  return buildView(made.value.lines, order);
}

const outlook = (actual: number, mean: number | null, own: Partial<NodeOutlook> = {}): NodeOutlook => ({
  at: {},
  actual,
  lastYear: null,
  year: mean === null ? null : { mean, lower: mean - 10, upper: mean + 10 },
  periods: [],
  months: mean === null ? 0 : 24,
  ...own,
});

describe('what the leaves of a year may come to', () => {
  it('is each one’s own outlook, fitted so that their means add up to that of the whole', () => {
    const nodes = [
      outlook(60, 120),
      outlook(20, 45),
      outlook(40, 60),
      outlook(20, 45),
      outlook(20, 30),
      outlook(20, 30),
    ];
    const leaves = leafOutlooks(tree(), nodes, new Float64Array(6).fill(Number.NaN));
    const means = leaves.middle.map((middle, i) => middle + leafShape(leaves.down[i], leaves.up[i]).surplus);
    expect(means.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(120, 4);
    // 60 are open where 45 were expected: everything open grows by a third, what has come stays.
    expect(leaves.middle[0]).toBeCloseTo(20 + (25 * 60) / 45, 4);
    expect(Array.from(leaves.certain)).toEqual([20, 20, 20, 0]);
    expect([leaves.thin, leaves.silent]).toEqual([0, 0]);
  });

  it('is a share of the node above by target where the own history is short, with √share of its range', () => {
    const nodes = [
      outlook(0, 100),
      outlook(0, 40),
      outlook(0, 60),
      outlook(0, 40),
      outlook(0, 50, { months: 5 }),
      outlook(0, null),
    ];
    const leaves = leafOutlooks(tree(), nodes, Float64Array.of(100, 40, 60, 40, 45, 15));
    expect(Array.from(leaves.middle.subarray(0, 3), (x) => Math.round(x))).toEqual([40, 45, 15]);
    expect(leaves.down[1]).toBeCloseTo((10 / Z80) * Math.sqrt(0.75), 4);
    expect([leaves.thin, leaves.silent]).toEqual([2, 0]);
  });

  it('is foretold from less than a year where the whole has no more, and never nothing', () => {
    const young = (mean: number) => outlook(0, mean, { months: 6 });
    const nodes = [young(100), young(40), young(60), young(40), young(40), young(20)];
    const leaves = leafOutlooks(tree(), nodes, Float64Array.of(100, 40, 60, 40, 45, 15));
    const means = leaves.middle.map((middle, i) => middle + leafShape(leaves.down[i], leaves.up[i]).surplus);
    expect(means.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(100, 4);
    expect([leaves.thin, leaves.silent]).toEqual([0, 0]);
  });

  it('is what has come where nothing is foretold, and says so', () => {
    const nodes = [
      outlook(50, 100),
      outlook(30, null),
      outlook(20, 60),
      outlook(30, null),
      outlook(10, 30),
      outlook(10, 30),
    ];
    const targets = Float64Array.of(Number.NaN, Number.NaN, 60, Number.NaN, 30, 30);
    const leaves = leafOutlooks(tree(), nodes, targets);
    expect(leaves.middle[0]).toBe(30);
    expect(leaves.down[0] + leaves.up[0]).toBe(0);
    expect(leaves.silent).toBe(1);
  });

  it('keeps what is sold outside the planned lines for the whole alone, now and for the rest of the year', () => {
    const nodes = [
      outlook(100, 200),
      outlook(40, 80),
      outlook(40, 80),
      outlook(40, 80),
      outlook(20, 40),
      outlook(20, 40),
    ];
    const leaves = leafOutlooks(tree(), nodes, new Float64Array(6));
    expect(leaves.certain[3]).toBe(20);
    expect(leaves.middle[3]).toBeCloseTo(40, 4);
    expect(leaves.down[3]).toBeGreaterThan(0);
  });
});

describe('the level that is drawn', () => {
  const known = outlook(0, 50);
  const young = outlook(0, 50, { months: 6 });
  it('is the deepest one with four fifths of the target on histories of a year', () => {
    const targets = Float64Array.of(100, 50, 50, 50, 40, 10);
    expect(drawnDepth(tree(), [known, known, known, known, known, young], targets)).toBe(2);
    expect(drawnDepth(tree(), [known, known, known, known, young, known], targets)).toBe(1);
  });
  it('is the first level where the whole alone has enough', () => {
    const nodes = [known, ...new Array<NodeOutlook>(5).fill(young)];
    expect(drawnDepth(tree(), nodes, new Float64Array(6).fill(1))).toBe(1);
  });
  it('asks no node for more months than the whole has, which may be younger than a year', () => {
    const targets = Float64Array.of(100, 50, 50, 50, 40, 10);
    expect(drawnDepth(tree(), new Array(6).fill(young), targets)).toBe(2);
    const younger = outlook(0, 50, { months: 2 });
    expect(drawnDepth(tree(), [young, young, young, young, younger, young], targets)).toBe(1);
  });
});

describe('people across the tree', () => {
  it('are counted once, and their limit holds at the node that has all of theirs', () => {
    const view = tree();
    const groups = leafGroups(view, 1);
    expect(groups.codes).toEqual([1, 2]);
    expect(Array.from(groups.of)).toEqual([0, 0, 1]);
    // Seller 1 sells in both regions: only the whole holds all of it.
    expect(Array.from(homesOf(view, groups))).toEqual([0, 5]);
  });
  it('that are nobody belong to nobody', () => {
    const order = [{ dimension: 'seller', column: 0, ancestorOf: self }];
    const made = createLineTable({ dimensions: ['seller'], codes: [Uint32Array.of(0, 1)], order });
    if (!made.ok) throw new Error('lines repeat');
    expect(Array.from(leafGroups(buildView(made.value.lines, order), 0).of)).toEqual([NO_FACTOR, 0]);
  });
});

describe('deals drawn one by one', () => {
  it('take their uncertainty out of the leaf, of which a quarter stays at least', () => {
    const leaves = {
      middle: Float64Array.of(100, 100, 100),
      down: Float64Array.of(10, 10, 10),
      up: Float64Array.of(10, 10, 10),
      certain: new Float64Array(3),
      thin: 0,
      silent: 0,
    };
    const deal = (leaf: number, worth: number) => ({
      key: leaf,
      chance: 0.5,
      low: worth,
      likely: worth,
      high: worth,
      leaves: Uint32Array.of(leaf),
      shares: Float64Array.of(1),
      centred: true,
    });
    // A deal of 12 at even odds has a variance of 36: 64 of 100 stay.
    const left = withoutDeals(leaves, [deal(0, 12), deal(1, 500)]);
    expect(Array.from(left.down)).toEqual([8, 5, 10]);
    expect(left.middle).toBe(leaves.middle);
  });
});
