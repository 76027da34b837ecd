import { describe, expect, it } from 'vitest';
import {
  buildFactTable,
  customerHistory,
  dayLedger,
  membersUnder,
  NEVER,
  ordersBetween,
  rowsBetween,
  salesBetween,
  selectFacts,
} from '~/engine/kpi';
import { day, type Line, numbersFrom, segmentOf } from './segmentOf';

const next = numbersFrom(42);
const lines: Line[] = Array.from({ length: 600 }, () => ({
  on: `2026-${1 + next(6)}-${1 + next(28)}`,
  amount: next(1000) - 200,
  customer: next(20),
  product: next(5),
  order: next(200),
}));
const facts = buildFactTable([segmentOf(lines.slice(0, 250)), segmentOf(lines.slice(250))], {
  dimensions: ['customer', 'product', 'region'],
});
const within = (from: string, to: string) =>
  lines.filter((line) => day(line.on) >= day(from) && day(line.on) <= day(to));
const total = (rows: Line[]) => rows.reduce((sum, line) => sum + line.amount, 0);

describe('the fact table', () => {
  it('keeps every line, in order of day', () => {
    expect(facts.count).toBe(600);
    expect([...facts.day]).toEqual([...facts.day].sort((a, b) => a - b));
    expect(facts.amount.reduce((sum, amount) => sum + amount, 0)).toBe(total(lines));
    expect(facts.orders).toBe(new Set(lines.map((line) => line.order)).size);
    expect(facts.codes.region).toBeUndefined();
  });

  it('finds any stretch of days as one range, also beyond its ends', () => {
    const [first, end] = rowsBetween(facts, day('2026-02-10'), day('2026-03-05'));
    expect(end - first).toBe(within('2026-02-10', '2026-03-05').length);
    expect(rowsBetween(facts, day('2020-01-01'), day('2030-01-01'))).toEqual([0, 600]);
    expect(rowsBetween(facts, day('2027-01-01'), day('2027-02-01'))).toEqual([600, 600]);
    expect(rowsBetween(facts, day('2026-03-05'), day('2026-02-10'))[0]).toBe(
      rowsBetween(facts, day('2026-03-05'), day('2026-02-10'))[1],
    );
  });

  it('selects the rows of a node and nothing else', () => {
    const inside = Uint8Array.of(0, 1, 0, 1, 0);
    const node = selectFacts(facts, [{ dimension: 'product', inside }]);
    const expected = lines.filter((line) => inside[line.product ?? 0] === 1);
    expect(node.count).toBe(expected.length);
    expect(node.amount.reduce((sum, amount) => sum + amount, 0)).toBe(total(expected));
    const [first, end] = rowsBetween(node, day('2026-04-01'), day('2026-04-30'));
    expect(end - first).toBe(expected.filter((line) => line.on.startsWith('2026-4-')).length);
    expect(selectFacts(facts, [{ dimension: 'region', inside: Uint8Array.of(0, 1) }]).count).toBe(0);
  });

  it('maps accounts to their settlement group', () => {
    const group = Uint32Array.from({ length: 20 }, (_, code) => (code < 10 ? 1 : code));
    const grouped = buildFactTable([segmentOf(lines)], { dimensions: ['customer'], replace: { customer: group } });
    expect(Math.min(...(grouped.codes.customer ?? []))).toBe(1);
  });

  it('is empty without lines', () => {
    const empty = buildFactTable([], { dimensions: ['customer'] });
    expect(rowsBetween(empty, 0, 100)).toEqual([0, 0]);
    expect(salesBetween(dayLedger(empty), 0, 100)).toBe(0);
  });
});

describe('the day ledger', () => {
  const ledger = dayLedger(facts);

  it('gives the sales of any stretch', () => {
    expect(salesBetween(ledger, day('2026-02-10'), day('2026-03-05'))).toBe(total(within('2026-02-10', '2026-03-05')));
    expect(salesBetween(ledger, day('2026-03-05'), day('2026-02-10'))).toBe(0);
  });

  it('counts an order once, on its first day, and never for returns alone', () => {
    const sold = new Set(lines.filter((line) => line.amount > 0).map((line) => line.order));
    expect(ordersBetween(ledger, day('2026-01-01'), day('2026-06-30'))).toBe(sold.size);
    const halves =
      ordersBetween(ledger, day('2026-01-01'), day('2026-03-31')) +
      ordersBetween(ledger, day('2026-04-01'), day('2026-06-30'));
    expect(halves).toBe(sold.size);
  });
});

describe('members under a node', () => {
  it('are the node and all below it', () => {
    // 1 ← 2 ← 3, 1 ← 4, 5 alone
    const parent = Uint32Array.of(0, 0, 1, 2, 1, 0);
    expect([...membersUnder(parent, 1)]).toEqual([0, 1, 1, 1, 1, 0]);
    expect([...membersUnder(parent, 2)]).toEqual([0, 0, 1, 1, 0, 0]);
    expect([...membersUnder(parent, 0)]).toEqual([1, 0, 0, 0, 0, 0]);
  });
});

describe('customer history', () => {
  const history = customerHistory(
    buildFactTable(
      [
        segmentOf([
          { on: '2026-01-05', amount: 100, customer: 1 },
          { on: '2026-01-05', amount: 50, customer: 1 },
          { on: '2026-01-20', amount: -150, customer: 1 },
          { on: '2026-01-15', amount: 30, customer: 2 },
          { on: '2026-01-25', amount: 30, customer: 2 },
          { on: '2026-02-24', amount: 30, customer: 2 },
          { on: '2026-02-01', amount: -10, customer: 3 },
          { on: '2026-02-01', amount: 99, customer: 0 },
        ]),
      ],
      { dimensions: ['customer'] },
    ),
    { customers: 4, returnDays: 30 },
  );

  it('knows first order, its value and what was kept of it', () => {
    expect(history.firstDay[1]).toBe(day('2026-01-05'));
    expect(history.firstValue[1]).toBe(150);
    expect(history.keptValue[1]).toBe(0);
    expect(history.keptValue[2]).toBe(60);
    expect(history.firstDay[3]).toBe(NEVER);
    expect(history.known).toBe(2);
  });

  it('takes the lower median of the days between orders', () => {
    expect(history.medianInterval).toBe(10);
  });
});
