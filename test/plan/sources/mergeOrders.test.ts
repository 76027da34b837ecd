import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderBatch, OrderSegment } from '~/domain/order';
import type { PackBatch } from '~/domain/pack';
import type { MergeRule } from '~/domain/packView';
import { canonicalBytes } from '~/plan/canonical';
import { createDocument, orderSegments, type PlanDocument } from '~/plan/document';
import { replay } from '~/plan/replay';
import { type Applied, runCommand } from '~/plan/run';

interface Line {
  row: number;
  amount: number;
  customer: number;
}

const batchOf = (lines: readonly Line[], identity: OrderBatch['identity'] = 'line'): OrderBatch => ({
  name: 'orders',
  dimensions: [
    {
      dimension: 'customer',
      levels: ['customer'],
      members: ['', 'A', 'B', 'C'].map((name) => ({ name, level: 'customer', parent: 0 })),
    },
  ],
  segments: lines.length === 0 ? [] : [segmentOf(lines)],
  coverage: { from: 0, to: 10 },
  identity,
  report: {
    source: 'orders',
    rowsIn: lines.length,
    kept: lines.length,
    reported: 0,
    byReason: {},
    warnings: {},
    amount: lines.reduce((sum, { amount }) => sum + amount, 0),
    rows: [],
    headers: [],
    unmatched: [],
  },
});

const segmentOf = (lines: readonly Line[]): OrderSegment => ({
  count: lines.length,
  day: Int32Array.from(lines, () => 5),
  codes: { customer: Uint32Array.from(lines, ({ customer }) => customer) },
  amount: Float64Array.from(lines, ({ amount }) => amount),
  quantity: null,
  order: Float64Array.from(lines, ({ row }) => 1000 + row),
  row: Float64Array.from(lines, ({ row }) => row),
});

let seq = 0;

function taken(document: PlanDocument, lines: readonly Line[], rule: MergeRule = 'update'): Applied | null {
  seq += 1;
  const pack: PackBatch = { orders: { batch: batchOf(lines), rule }, tables: [], profiles: [] };
  const context = { today: 0, now: 'now', seq, batchOf: () => null, packOf: () => pack };
  const applied = runCommand(document, { name: 'sources/import', draft: 'd' }, context);
  return applied.ok ? applied.value : null;
}

function removed(document: PlanDocument, id: string): void {
  seq += 1;
  const context = { today: 0, now: 'now', seq, batchOf: () => null };
  const applied = runCommand(document, { name: 'orders/removeImport', import: id }, context);
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
}

/** What stands, by row: the amount. */
function standing(document: PlanDocument): Map<number, number> {
  const rows = new Map<number, number>();
  for (const { row, amount, count } of orderSegments(document)) {
    for (let i = 0; i < count; i += 1) {
      expect(rows.has(row[i])).toBe(false);
      rows.set(row[i], amount[i]);
    }
  }
  return rows;
}

const lines = fc.uniqueArray(
  fc.record({
    row: fc.integer({ min: 1, max: 12 }),
    amount: fc.integer({ min: -50, max: 50 }),
    customer: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: ({ row }) => row, maxLength: 10 },
);
const step = fc.record({ lines, rule: fc.constantFrom<MergeRule>('update', 'onlyNew', 'replace') });

describe('orders that meet those that are there', () => {
  it('what stands is what the rules say, one line per row, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
        const document = createDocument();
        const expected = new Map<number, number>();
        for (const { lines: given, rule } of steps) {
          taken(document, given, rule);
          if (rule === 'replace')
            for (const row of [...expected.keys()]) if (!given.some((line) => line.row === row)) expected.delete(row);
          for (const { row, amount } of given) if (rule !== 'onlyNew' || !expected.has(row)) expected.set(row, amount);
        }
        expect(new Map([...standing(document)].sort((a, b) => a[0] - b[0]))).toEqual(
          new Map([...expected].sort((a, b) => a[0] - b[0])),
        );
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  it('the same again is refused and leaves every byte; the order of rows changes no total', () => {
    fc.assert(
      fc.property(lines, (given) => {
        fc.pre(given.length > 0);
        const document = createDocument();
        taken(document, given);
        const before = canonicalBytes(document);
        expect(taken(document, [...given].reverse())).toBeNull();
        expect(canonicalBytes(document)).toEqual(before);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('undo gives the bytes before, and taking imports out gives back what the others say', () => {
    fc.assert(
      fc.property(lines, lines, lines, (first, second, third) => {
        const document = createDocument();
        taken(document, first);
        const alone = standing(document);
        const before = canonicalBytes(document);
        const applied = taken(document, second);
        if (!applied) return;
        replay(document, applied.change, { direction: 'back', segments: new Map() });
        expect(canonicalBytes(document)).toEqual(before);
        replay(document, applied.change, { direction: 'forward', segments: new Map() });
        const id = (): string => [...document.records.import.keys()].at(-1) ?? '';
        const middle = id();
        const last = taken(document, third) ? id() : null;
        // In either order, only the first is left in the end.
        removed(document, middle);
        if (last !== null) removed(document, last);
        const left = standing(document);
        for (const [row, amount] of alone) expect([row, left.get(row)]).toEqual([row, amount]);
        expect(left.size).toBe(alone.size);
      }),
      { seed: 6, numRuns: 150 },
    );
  });

  it('an order number that never comes twice tells a row; one that does, does not', () => {
    const document = createDocument();
    taken(document, [{ row: 1, amount: 10, customer: 1 }]);
    seq += 1;
    const changed = batchOf([{ row: 1, amount: 99, customer: 1 }], 'number');
    changed.segments[0].row[0] = 777;
    const pack: PackBatch = { orders: { batch: changed, rule: 'update' }, tables: [], profiles: [] };
    const context = { today: 0, now: 'now', seq, batchOf: () => null, packOf: () => pack };
    expect(runCommand(document, { name: 'sources/import', draft: 'd' }, context).ok).toBe(true);
    expect([...standing(document)]).toEqual([[777, 99]]);
  });
});
