import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, guardedCell, unguarded } from '~/exchange/csv/formulaGuard';

const START = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

describe('text that looks like a formula', () => {
  it('gets an apostrophe for every sign a spreadsheet runs', () => {
    for (const sign of START) {
      for (const text of [`${sign}HYPERLINK("x")`, `${sign}1`]) expect(guarded(text)).toBe(`'${text}`);
      expect(guardedCell(`${sign}HYPERLINK("x")`)).toBe(`'${sign}HYPERLINK("x")`);
    }
  });

  it('leaves numbers numbers and other text alone', () => {
    for (const text of ['-1200.50', '+5', '-1,234.5', '-3%', '1e-5', 'abc', "'tis", '', '5=5', '￥－5'])
      expect(guardedCell(text)).toBe(text);
  });

  it('guards what only begins like a number', () => {
    expect(guardedCell('-1+cmd|calc!A1')).toBe("'-1+cmd|calc!A1");
  });

  it('comes back as it was, whatever it was', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('', "'", "''"), fc.constantFrom(...START, ''), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (cell) => [guarded, guardedCell].every((guard) => unguarded(guard(cell)) === cell)),
      { seed: 5, numRuns: 500 },
    );
  });

  it('never reaches a file unguarded', () => {
    fc.assert(
      fc.property(fc.constantFrom(...START), fc.string({ minLength: 1 }), (sign, rest) => {
        const out = guardedCell(`${sign}${rest}`);
        return out.startsWith("'") || /^[-+][\d.,eE+-]+%?$/.test(out);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
