import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountFromText } from '~/exchange/csv/amountText';
import { cellNumber, cellPercent, markEvidence } from '~/exchange/table/cellNumber';
import { createExactSum, decimalText } from '~/exchange/table/exactSum';
import { numberText } from '~/exchange/table/gridCell';
import { quickEvidence, quickNumber } from '~/exchange/table/quickNumber';

const written = fc
  .array(fc.constantFrom('1', '2', '0', '34', '567', '.', ',', '-', '¥', '￥', '$', ' ', '元', '€', '000', '8,901'), {
    maxLength: 9,
  })
  .map((parts) => parts.join(''));
const marks = fc.constantFrom('.' as const, ',' as const);

describe('numbers', () => {
  it('read quickly are those of the reader that knows all ways', () => {
    fc.assert(
      fc.property(written, marks, (text, mark) => {
        const quick = quickNumber(text, mark);
        if (quick === null) return true;
        const value = amountFromText(text, mark);
        return value !== null && quick === decimalText(value.coefficient, value.scale);
      }),
      { numRuns: 20_000, seed: 41 },
    );
  });

  it('speak for a mark only where the other one does not explain them', () => {
    fc.assert(
      fc.property(written, (text) => {
        const evidence = quickEvidence(text);
        const point = amountFromText(text, '.');
        const comma = amountFromText(text, ',');
        if (evidence === 'point') return comma === null || text.startsWith('0') || point !== null;
        if (evidence === 'comma') return point === null || comma !== null;
        return evidence !== 'open' || (point !== null && comma !== null);
      }),
      { numRuns: 20_000, seed: 42 },
    );
  });

  it('are told by their shape', () => {
    const shapes = [
      '1234',
      '1,234',
      '1.234',
      '1,234.5',
      '1.234,5',
      '12,50',
      '12.50',
      '0.125',
      '1.234.567',
      '12345.678',
      '12%',
      '１，２３４．５',
    ];
    expect(shapes.map(markEvidence)).toEqual([
      'plain',
      'open',
      'open',
      'point',
      'comma',
      'comma',
      'point',
      'point',
      'comma',
      'point',
      'plain',
      'point',
    ]);
  });

  it('keep every digit in their unit', () => {
    const cases: [string | number, number, string | null][] = [
      ['1.5', 4, '15000'],
      ['-0.00', 0, '0'],
      ['123456789012345678', 0, '123456789012345678'],
      ['1234.567', 4, '12345670'],
      ['(1,200.10)', 0, '-1200.1'],
      ['1.2万', 0, '12000'],
      ['3.5亿', 0, '350000000'],
      ['1.5百万', 0, '1500000'],
      ['500-', 0, '-500'],
      ['¥(500)', 0, '-500'],
      ['人民币 12.5元', 0, '12.5'],
      ['12 34', 0, null],
      ['1,23', 0, null],
      [0.1 + 0.2, 0, '0.3'],
      [1e21, 0, '1000000000000000000000'],
      [1.5e-7, 0, '0.00000015'],
      [12.345, 4, '123450'],
    ];
    for (const [cell, power, expected] of cases) expect([cell, cellNumber(cell, '.', power)]).toEqual([cell, expected]);
    expect(['12.5%', '１２％', '-3%', '12'].map((text) => cellPercent(text, '.'))).toEqual([
      '0.125',
      '0.12',
      '-0.03',
      null,
    ]);
    expect(numberText(-0)).toBe('0');
  });

  it('are summed exactly, in any order and of any size', () => {
    const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(6));
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 30 }), (numbers) => {
        const sum = createExactSum();
        for (const [coefficient, scale] of numbers) sum.add(decimalText(coefficient, scale));
        const exact = numbers.reduce(
          (total, [coefficient, scale]) => total + coefficient * 10n ** BigInt(6 - scale),
          0n,
        );
        return sum.text() === decimalText(exact, 6);
      }),
      { numRuns: 500, seed: 43 },
    );
  });
});
