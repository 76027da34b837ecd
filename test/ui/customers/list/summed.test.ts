import { expect, test } from 'vitest';
import type { ListCells } from '~/domain/customerList';
import { summed } from '~/ui/pages/customers/list/useListRange';

const cells = (kind: ListCells['kind'], numbers: number[]): ListCells => ({
  column: 'sales12',
  kind,
  numbers: Float64Array.from(numbers),
  texts: null,
  total: null,
});
const names: ListCells = { column: 'name', kind: 'text', numbers: null, texts: ['a', '', 'c'], total: null };
const say = (value: number) => String(value);

test('a selection counts what is filled, and sums what is of one kind', () => {
  const money = cells('money', [100, Number.NaN, 201]);
  expect(summed([names, money], say)).toEqual({ count: 4, sum: '301', average: '151' });
  expect(summed([cells('share', [0.1, 0.3])], say)).toEqual({ count: 2, sum: null, average: '0.2' });
  expect(summed([money, cells('share', [0.5])], say)).toEqual({ count: 3, sum: null, average: null });
  expect(summed([names], say)).toEqual({ count: 2, sum: null, average: null });
  expect(summed([cells('money', [Number.NaN])], say)).toEqual({ count: 0, sum: null, average: null });
});

test('states, days and pictures are in no sum', () => {
  expect(summed([cells('flag', [1, 2]), cells('day', [20_000])], say)).toMatchObject({ sum: null, average: null });
  expect(summed([cells('trend', [1, 2, 3])], say)).toEqual({ count: 0, sum: null, average: null });
});
