import { describe, expect, it } from 'vitest';
import { histogramPieces } from '~/ui/pages/customers/tiers/histogramPieces';
import { moveMatrix } from '~/ui/pages/customers/tiers/moveMatrix';
import { cellMix, rfmFinding } from '~/ui/pages/customers/tiers/rfmFinding';

const zeros = (size: number) => Array.from({ length: size }, () => new Array<number>(size).fill(0));

describe('the finding over the RFM matrix', () => {
  it('names recent and frequent customers with their share of sales', () => {
    const counts = zeros(3);
    const revenue = zeros(3);
    counts[2][2] = 36;
    revenue[2][2] = 600;
    counts[0][0] = 66;
    revenue[0][0] = 400;
    expect(rfmFinding({ size: 3, counts, revenue })).toEqual({ kind: 'core', customers: 36, share: 0.6 });
  });

  it('rather names frequent buyers gone quiet once they are a tenth of sales', () => {
    const counts = zeros(5);
    const revenue = zeros(5);
    counts[4][4] = 10;
    revenue[4][4] = 900;
    counts[1][3] = 4;
    revenue[1][3] = 99;
    expect(rfmFinding({ size: 5, counts, revenue }).kind).toBe('core');
    revenue[1][3] = 100;
    expect(rfmFinding({ size: 5, counts, revenue })).toEqual({ kind: 'slipping', customers: 4, share: 0.1 });
  });

  it('has nothing to name among nobody, and no share without sales', () => {
    expect(rfmFinding({ size: 3, counts: zeros(3), revenue: zeros(3) })).toEqual({
      kind: 'none',
      customers: 0,
      share: null,
    });
  });

  it('mixes 3 to 46 % of accent into a cell, and none where nobody is', () => {
    expect([cellMix(0, 66), cellMix(1, 66), cellMix(66, 66), cellMix(0, 0)]).toEqual([0, 4, 46, 0]);
  });
});

describe('tiers before against after', () => {
  const tiers = [
    { tier: 'A' as const, customers: 42, revenue: 1 },
    { tier: 'B' as const, customers: 117, revenue: 1 },
    { tier: 'C' as const, customers: 341, revenue: 1 },
  ];
  const moves = [
    { from: 'A' as const, to: 'B' as const, customers: 4 },
    { from: 'B' as const, to: 'A' as const, customers: 7 },
    { from: 'B' as const, to: 'C' as const, customers: 7 },
    { from: 'C' as const, to: 'A' as const, customers: 1 },
    { from: 'C' as const, to: 'B' as const, customers: 15 },
  ];

  it('adds up in rows and columns, and counts who moves up and down', () => {
    const matrix = moveMatrix({ tiers, moves });
    expect(matrix.rows.map(({ cells }) => cells.map(({ customers }) => customers))).toEqual([
      [34, 4, 0],
      [7, 98, 7],
      [1, 15, 334],
    ]);
    expect(matrix.rows.map(({ total }) => total)).toEqual([38, 112, 350]);
    expect([matrix.moves, matrix.up, matrix.down, matrix.total]).toEqual([34, 23, 11, 500]);
  });

  it('moves nobody without a rule to try', () => {
    const matrix = moveMatrix({ tiers, moves: [] });
    expect(matrix.moves).toBe(0);
    expect(matrix.rows.map(({ total }) => total)).toEqual([42, 117, 341]);
  });
});

describe('the histogram of scores', () => {
  it('splits the bar a cut goes through, and gives each piece its tier', () => {
    const pieces = histogramPieces({
      histogram: [
        { from: 40, to: 45, count: 3 },
        { from: 45, to: 50, count: 0 },
        { from: 70, to: 75, count: 2 },
      ],
      cuts: { a: 72, b: 44 },
    });
    expect(pieces).toEqual([
      { from: 40, to: 44, count: 3, tier: 'C' },
      { from: 44, to: 45, count: 3, tier: 'B' },
      { from: 70, to: 72, count: 2, tier: 'B' },
      { from: 72, to: 75, count: 2, tier: 'A' },
    ]);
  });

  it('is all C where no cut is', () => {
    const bars = [{ from: 95, to: 100, count: 1 }];
    expect(histogramPieces({ histogram: bars, cuts: { a: null, b: null } })[0].tier).toBe('C');
  });
});
