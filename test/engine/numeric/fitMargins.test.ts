import { describe, expect, it } from 'vitest';
import { createRandom, fitMargins } from '~/engine/numeric';

const rowSums = (x: Float64Array, rows: number, cols: number): number[] =>
  Array.from({ length: rows }, (_, r) => x.subarray(r * cols, (r + 1) * cols).reduce((a, b) => a + b, 0));
const colSums = (x: Float64Array, rows: number, cols: number): number[] =>
  Array.from({ length: cols }, (_, c) =>
    Array.from({ length: rows }, (_r, r) => x[r * cols + c]).reduce((a, b) => a + b, 0),
  );

describe('fitting a grid to both margins', () => {
  it('both margins (IPF): seed 40 30 / 20 10, rows 80, 40, columns 70, 50', () => {
    const fitted = fitMargins({
      weight: Float64Array.of(40, 30, 20, 10),
      rowTotal: Float64Array.of(80_000, 40_000),
      colTotal: Float64Array.of(70_000, 50_000),
    });
    expect(fitted).toEqual({ ok: true, amounts: Float64Array.of(44_081, 35_919, 25_919, 14_081) });
  });

  it('is exact on both margins for random grids with zeros, up to large totals, and next to the exact fit', () => {
    const random = createRandom(61);
    for (let round = 0; round < 400; round++) {
      const rows = 1 + Math.floor(random() * 12);
      const cols = 1 + Math.floor(random() * 12);
      const weight = Float64Array.from({ length: rows * cols }, () => (random() < 0.3 ? 0 : Math.ceil(random() * 1e6)));
      // Totals of some filled grid on the same cells: so there is an answer.
      const scale = 2 ** Math.floor(random() * 44 - 4);
      const some = weight.map((w) => Math.floor(w === 0 ? 0 : random() * scale));
      const fitted = fitMargins({
        weight,
        rowTotal: Float64Array.from(rowSums(some, rows, cols)),
        colTotal: Float64Array.from(colSums(some, rows, cols)),
      });
      if (!fitted.ok) throw new Error(`round ${round}: ${fitted.missing} missing`);
      expect(rowSums(fitted.amounts, rows, cols)).toEqual(rowSums(some, rows, cols));
      expect(colSums(fitted.amounts, rows, cols)).toEqual(colSums(some, rows, cols));
      expect(fitted.amounts.every((x, i) => x >= 0 && Number.isInteger(x) && (weight[i] > 0 || x === 0))).toBe(true);
    }
  });

  it('leaves free rows and columns to take what they must', () => {
    const fitted = fitMargins({
      weight: Float64Array.of(1, 1, 1, 2, 2, 2),
      rowTotal: Float64Array.of(30, Number.NaN),
      colTotal: Float64Array.of(20, 30, Number.NaN),
    });
    if (!fitted.ok) throw new Error('refused');
    expect(rowSums(fitted.amounts, 2, 3)[0]).toBe(30);
    expect(colSums(fitted.amounts, 2, 3).slice(0, 2)).toEqual([20, 30]);
  });

  it('says how much cannot be placed where the cells with weight do not allow the totals', () => {
    expect(
      fitMargins({
        weight: Float64Array.of(1, 0, 0, 1),
        rowTotal: Float64Array.of(5, 5),
        colTotal: Float64Array.of(7, 3),
      }),
    ).toEqual({ ok: false, missing: 4 });
    expect(
      fitMargins({
        weight: Float64Array.of(0, 0, 1, 1),
        rowTotal: Float64Array.of(5, 5),
        colTotal: Float64Array.of(5, 5),
      }).ok,
    ).toBe(false);
  });

  it('stays within one unit of the exact fit', () => {
    const random = createRandom(62);
    for (let round = 0; round < 50; round++) {
      const weight = Float64Array.from({ length: 60 * 12 }, () => Math.ceil(random() * 100));
      const rows = rowSums(weight, 60, 12);
      const cols = colSums(weight, 60, 12);
      // The weights themselves are the exact fit of thrice the margins, a third of a unit off at most.
      const fitted = fitMargins({
        weight,
        rowTotal: Float64Array.from(rows, (t) => t * 3),
        colTotal: Float64Array.from(cols, (t) => t * 3),
      });
      expect(fitted.ok && fitted.amounts.every((x, i) => Math.abs(x - weight[i] * 3) < 1)).toBe(true);
    }
  });
});
