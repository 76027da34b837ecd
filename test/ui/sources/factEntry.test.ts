import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '~/domain/period';
import type { FieldType, SourceField } from '~/domain/source';
import { entryText, readEntry } from '~/ui/pages/sources/facts/factEntry';
import { factKindOf } from '~/ui/pages/sources/facts/factKindOf';

const context = { minorUnit: 2, locale: 'en' };
const field = (type: FieldType, required?: true): SourceField => ({ id: 'x', type, ...(required ? { required } : {}) });
const read = (type: FieldType, text: string) => readEntry(field(type), text, context);

describe('a value of a fact in its field', () => {
  it('reads back as what it was, whatever its type', () => {
    const cases: [FieldType, fc.Arbitrary<number>][] = [
      ['day', fc.integer({ min: 0, max: 40_000 })],
      ['month', fc.integer({ min: 0, max: 1_200 })],
      ['amount', fc.integer({ min: -1e12, max: 1e12 })],
      ['quantity', fc.integer({ min: 0, max: 1e6 })],
      ['number', fc.integer({ min: 0, max: 1e6 }).map((n) => n / 4)],
      ['percent', fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000)],
      ['flag', fc.integer({ min: 0, max: 1 })],
    ];
    for (const [type, values] of cases) {
      fc.assert(
        fc.property(values, (value) => {
          expect(read(type, entryText(field(type), value, context))).toEqual({ ok: true, value });
        }),
        { seed: 7, numRuns: 200 },
      );
    }
  });

  it('is blank where nothing stands, never zero, and a required one may not be blank', () => {
    for (const type of ['day', 'amount', 'flag', 'text'] as const) {
      expect(read(type, '  ')).toEqual({ ok: true, value: null });
      expect(entryText(field(type), null, context)).toBe('');
      expect(readEntry(field(type, true), '', context).ok).toBe(false);
    }
    expect(read('amount', '0')).toEqual({ ok: true, value: 0 });
  });

  it('understands amounts as people type them, in minor units', () => {
    expect(read('amount', '1,234.5')).toEqual({ ok: true, value: 123_450 });
    expect(read('amount', '3k')).toEqual({ ok: true, value: 300_000 });
    expect(read('percent', '12')).toEqual(read('percent', '12%'));
  });

  it('refuses what is no number and no day', () => {
    expect(read('amount', 'many').ok).toBe(false);
    for (const text of ['2026-02-30', '2026-13-01', '03/04/2026']) expect(read('day', text).ok).toBe(false);
    expect(read('day', '2026-02-28')).toEqual({ ok: true, value: dayOf(2026, 2, 28) });
  });
});

describe('kinds that are facts', () => {
  it('have a list of rows; orders, members, targets, holidays and unknown words have none', () => {
    expect(factKindOf('visits')).toBe('visits');
    for (const name of ['orders', 'customers', 'targets', 'holidays', 'constructor', '', undefined]) {
      expect(factKindOf(name)).toBeNull();
    }
  });
});
