import { expect, test } from 'vitest';
import type { ValueView } from '~/domain/customerValue';
import { fitFinding } from '~/ui/pages/customers/value/fitFinding';

const counts = (rows: [expected: number, actual: number][]): ValueView['counts'] =>
  rows.map(([expected, actual], from) => ({ from, to: from, expected, actual }));
const check = (predicted: number, actual: number): ValueView['check'] => ({
  from: 0,
  to: 1,
  customers: 10,
  predicted,
  actual,
  meanError: 1,
  plainError: 1,
});

test('a model is judged by customers in the wrong class, and by the back test where many are', () => {
  expect(
    fitFinding({
      counts: counts([
        [48, 50],
        [52, 50],
      ]),
      check: null,
    }),
  ).toBe('good');
  expect(
    fitFinding({
      counts: counts([
        [40, 50],
        [60, 50],
      ]),
      check: null,
    }),
  ).toBe('rough');
  expect(
    fitFinding({
      counts: counts([
        [20, 50],
        [80, 50],
      ]),
      check: null,
    }),
  ).toBe('bad');
  expect(
    fitFinding({
      counts: counts([
        [20, 50],
        [80, 50],
      ]),
      check: check(95, 100),
    }),
  ).toBe('uneven');
  expect(
    fitFinding({
      counts: counts([
        [20, 50],
        [80, 50],
      ]),
      check: check(80, 100),
    }),
  ).toBe('bad');
  expect(
    fitFinding({
      counts: counts([
        [20, 50],
        [80, 50],
      ]),
      check: check(0, 0),
    }),
  ).toBe('bad');
  expect(fitFinding({ counts: [], check: null })).toBe('bad');
});
