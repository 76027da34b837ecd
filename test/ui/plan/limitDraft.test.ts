import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { isInside, limitCommand } from '~/ui/pages/plan/limits/limitDraft';

const cell = { column: WORKING_TARGET, at: {}, periods: ['2026-01'] };
const options = { cell, current: 1_000_00, reading: { minorUnit: 2, unit: 10_000, locale: 'zh-CN' } } as const;

test('bounds are read in the unit that is shown, and a blank side has none', () => {
  expect(limitCommand({ min: '12', max: '' }, options)).toEqual({
    ok: true,
    value: { name: 'limits/set', cell, min: 12_000_000, max: null },
  });
});

test('a change in percent starts from what the cell holds', () => {
  expect(limitCommand({ min: '-10%', max: '+10%' }, options)).toMatchObject({ value: { min: 90_000, max: 110_000 } });
});

test('what is not understood and what is crossed is told', () => {
  expect(limitCommand({ min: 'x', max: '' }, options)).toMatchObject({ ok: false });
  expect(limitCommand({ min: '2', max: '1' }, options)).toMatchObject({
    ok: false,
    issues: [{ code: 'limit/crossed' }],
  });
});

test('both blank takes the limit away', () => {
  expect(limitCommand({ min: ' ', max: '' }, options)).toMatchObject({ value: { min: null, max: null } });
});

test('blank keeps to any bounds, an amount only to those around it', () => {
  expect([
    isInside(null, { min: 1, max: 2 }),
    isInside(1, { min: 1, max: 1 }),
    isInside(0, { min: 1, max: null }),
    isInside(3, { min: null, max: 2 }),
    isInside(3, { min: null, max: null }),
  ]).toEqual([true, true, false, false, true]);
});
