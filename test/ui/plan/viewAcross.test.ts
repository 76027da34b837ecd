import { expect, test } from 'vitest';
import { viewAcross, viewInRows } from '~/ui/pages/plan/view/viewAcross';

const members = (dimension: string) => ({
  kind: 'members' as const,
  dimension,
  level: dimension,
  periods: ['2026-01'],
});
const start = {
  dimensions: ['region', 'seller', 'product'],
  hidden: ['customer'],
  across: { kind: 'time' as const },
  acrossFrom: null,
};

test('a dimension leaves the rows while it stands across, and comes back to its place', () => {
  const there = { ...start, ...viewAcross(start, members('seller')) };
  expect(there).toMatchObject({ dimensions: ['region', 'product'], hidden: ['seller', 'customer'], open: null });
  expect(viewAcross(there, { kind: 'time' })).toMatchObject({
    dimensions: start.dimensions,
    hidden: ['customer'],
    acrossFrom: null,
  });
});

test('one that was in no row stays in none', () => {
  const there = { ...start, ...viewAcross(start, members('customer')) };
  expect(there).toMatchObject({ dimensions: start.dimensions, acrossFrom: null });
  expect(viewAcross(there, { kind: 'time' })).toMatchObject({ dimensions: start.dimensions, hidden: ['customer'] });
});

test('of two after each other the first is back when the second goes across', () => {
  const first = { ...start, ...viewAcross(start, members('region')) };
  const second = { ...start, ...viewAcross(first, members('product')) };
  expect(second).toMatchObject({ dimensions: ['region', 'seller'], acrossFrom: 2 });
  expect(viewAcross(second, { kind: 'time' })).toMatchObject({ dimensions: start.dimensions });
});

test('another level of the same dimension keeps the place to go back to', () => {
  const first = { ...start, ...viewAcross(start, members('product')) };
  const second = { ...start, ...viewAcross(first, { ...members('product'), level: 'category' }) };
  expect(second).toMatchObject({ dimensions: ['region', 'seller'], acrossFrom: 2 });
  expect('open' in viewAcross(first, { ...members('product'), level: 'category' })).toBe(false);
});

test('a dimension that is put into the rows leaves its place across to time', () => {
  const across = { ...start, ...viewAcross(start, members('product')) };
  const rows = { dimensions: ['region', 'product'], hidden: ['seller', 'customer'] };
  expect(viewInRows(across, rows)).toEqual({ ...rows, open: null, across: { kind: 'time' }, acrossFrom: null });
  expect(viewInRows(across, { ...rows, dimensions: ['region'] })).not.toHaveProperty('across');
});
