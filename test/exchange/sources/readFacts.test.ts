import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactKind } from '~/domain/fact';
import { dayOf } from '~/domain/period';
import { SOURCE_KINDS, type SourceField } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { readFacts } from '~/exchange/sources/readFacts';
import type { TableTexts } from '~/exchange/sources/tableSource';

const KINDS = SOURCE_KINDS.filter((kind): kind is FactKind => SOURCES[kind].stored === 'facts');

const GOOD: Record<SourceField['type'], string[]> = {
  member: ['海纳', 'Acme', ' acme ', 'ＡＣＭＥ', ''],
  day: ['2026-03-05', '2026/3/6', '2026年3月7日', '20260308', '46090', ''],
  month: ['2026-03', '2026年4月', '202605', 'Mar-26', '2026-06-15', ''],
  amount: ['1,234.50', '￥1，234', '(500)', '1.2万', '12', '-3.005', ''],
  quantity: ['1', '2.5', '1,000', '3件', ''],
  number: ['7', '2026年', '0.25', ''],
  percent: ['12%', '0.12', ''],
  flag: ['是', '否', 'yes', 'N', ''],
  text: ['说明', '=1+1', '__proto__', 'F001', ''],
  choice: ['won', 'closed', '满意度', '处理中', 'nps', ''],
};
const BAD = ['约三千', '13/45/2026', '??', '1,23', 'maybe'];

const table = fc.constantFrom(...KINDS).chain((kind) => {
  const { fields } = SOURCES[kind];
  const row = fc.tuple(
    ...fields.map(({ type }) =>
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...GOOD[type]) },
        { weight: 1, arbitrary: fc.constantFrom(...BAD) },
      ),
    ),
  );
  return fc.record({ kind: fc.constant(kind), rows: fc.array(row, { maxLength: 30 }) });
});

const read = (kind: FactKind, rows: readonly string[][]) => {
  const headers = SOURCES[kind].fields.map(({ id }) => id);
  const texts: TableTexts = {
    headers,
    rows: rows.map((row) => [...row]),
    numbers: rows.map((_, i) => i + 2),
    broken: [{ row: 99, code: 'import/raggedRow', cells: ['x'] }],
  };
  const source = { id: 't', file: 't.csv', unit: 1, dateOrder: 'mdy', decimalMark: '.' } as const;
  const fields = Object.fromEntries(headers.map((id) => [id, id]));
  return readFacts(texts, { kind, fields, source, minorUnit: 2, aliases: [] });
};

describe('facts out of a table', () => {
  it('rows in = kept + reported and amounts in = kept + reported, every reported row with its reason', () => {
    fc.assert(
      fc.property(table, ({ kind, rows }) => {
        const { read: said, segment, rows: numbers } = read(kind, rows);
        expect(said.rowsIn).toBe(rows.length + 1);
        expect(said.kept + said.reported).toBe(said.rowsIn);
        expect([segment.count, numbers.length]).toEqual([said.kept, said.kept]);
        expect(Object.values(said.byReason).reduce((sum, count) => sum + count, 0)).toBe(said.reported);
        expect(said.rejected).toHaveLength(said.reported);
        if (said.amountIn !== null) expect(said.amountIn).toBe((said.amountKept ?? 0) + (said.amountReported ?? 0));
        const required = SOURCES[kind].fields.filter((field) => field.required && segment.numbers[field.id]);
        for (const { id } of required)
          expect([...segment.numbers[id]].every((value) => !Number.isNaN(value))).toBe(true);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('the order of rows changes no total', () => {
    fc.assert(
      fc.property(table, ({ kind, rows }) => {
        const { rejected: _a, errors: _b, ...there } = read(kind, rows).read;
        const { rejected: _c, errors: _d, ...back } = read(kind, [...rows].reverse()).read;
        expect(back).toEqual(there);
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  it('reads the signs people write, rounds once half away from zero, and folds names to one member', () => {
    const rows = [
      ['2026-03-05', '海纳', '张伟', '1.2万', 'F1', ''],
      ['2026年3月6日', 'Acme', '', '(1,234.505)', 'F2', ''],
      ['3/7/2026', ' ＡＣＭＥ', '', '￥0.005', '', ''],
    ];
    const { segment, dimensions, from, to } = read('collections', rows);
    expect([...segment.numbers.amount]).toEqual([1_200_000, -123_451, 1]);
    expect([...segment.codes.customer]).toEqual([1, 2, 2]);
    expect(dimensions[0].members.map(({ name }) => name)).toEqual(['', '海纳', 'Acme']);
    expect([from, to]).toEqual([dayOf(2026, 3, 5), dayOf(2026, 3, 7)]);
  });
});
