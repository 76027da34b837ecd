import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Day, dayOf, monthPeriodAt } from '~/domain/period';
import { assignTiers, customerFacts, scoreRfm, tierScores } from '~/engine/customers';
import { buildFactTable, customerHistory, evaluateKpis, sumByMonth } from '~/engine/kpi';
import { inputOf } from './inputOf';
import { type Line, numbersFrom, segmentOf } from './segmentOf';

const folder = join(process.env.SALES_DATA ?? '../shared/data', 'sales/adventureworks');
const real = existsSync(folder);
if (!real) console.log('no sales files beside the checkout: made-up orders take their place');

type Row = Line & { at: Day };
const rows = real ? readRows() : madeUpRows();
const segment = segmentOf(rows);
const coverage = [{ from: dayOf(2017, 1, 1), to: dayOf(2018, 6, 30) }];
const asOf = dayOf(2018, 6, 30);
const customers = Math.max(...rows.map((row) => row.customer ?? 0)) + 1;
const total = (some: Row[]) => some.reduce((sum, row) => sum + row.amount, 0);

describe('real orders', () => {
  const facts = buildFactTable([segment], { dimensions: ['customer', 'product'] });
  const history = customerHistory(facts, { customers, returnDays: 30 });

  it('keep their total through every path', () => {
    if (real) expect(total(rows)).toBe(1_572_913_637);
    const { sums } = sumByMonth([segment], { by: [], firstMonth: 47 * 12, months: 24 });
    expect(sums.reduce((sum, amount) => sum + amount, 0)).toBe(total(rows));
  });

  it('give the KPIs that plain counting gives', () => {
    for (const month of [47 * 12 + 11, 48 * 12, 48 * 12 + 5]) {
      const period = monthPeriodAt(month);
      const results = evaluateKpis({ ...inputOf([]), facts, history, coverage, asOf, period, targets: null });
      const value = (id: string) => results.find((result) => result.id === id);
      const own = rows.filter((row) => row.at >= period.from && row.at <= period.to && row.amount > 0);
      const buyers = new Set(own.map((row) => row.customer));
      const firsts = new Map<number, Day>();
      for (const row of rows) {
        firsts.set(row.customer ?? 0, Math.min(firsts.get(row.customer ?? 0) ?? row.at, row.at));
      }
      expect(value('activeCustomers')?.value).toBe(buyers.size);
      expect(value('averageOrderValue')?.numerator).toBe(total(own));
      expect(value('averageOrderValue')?.denominator).toBe(new Set(own.map((row) => row.order)).size);
      if (month >= 48 * 12) {
        const fresh = [...buyers].filter((customer) => (firsts.get(customer ?? 0) ?? 0) >= period.from);
        expect(value('newCustomers')?.value).toBe(fresh.length);
      } else {
        expect(value('newCustomers')).toMatchObject({ value: null, reason: 'historyTooShort' });
      }
      expect(value('retention')).toMatchObject({ value: null, reason: 'historyTooShort' });
    }
  });

  it('put every customer into one tier and one RFM state', () => {
    const columns = customerFacts([segment], { customers, from: dayOf(2017, 7, 1), to: asOf, asOf });
    const known = columns.any.reduce((sum, flag) => sum + flag, 0);
    expect(known).toBe(new Set(rows.filter((row) => row.at <= asOf).map((row) => row.customer)).size);
    const { score } = tierScores(columns, { weights: { spend: 50, frequency: 20, recency: 10, influence: 20 } });
    const { counts, revenue } = assignTiers(score, columns.monetary, { by: 'customers', cutA: 0.2, cutB: 0.5 });
    expect(counts[0] + counts[1] + counts[2]).toBe(known);
    expect(counts[0] / known).toBeCloseTo(0.2, 2);
    expect(revenue[0] + revenue[1] + revenue[2]).toBe(columns.monetary.reduce((sum, amount) => sum + amount, 0));
    const rfm = scoreRfm(columns);
    expect(rfm.counts.reduce((sum, n) => sum + n, 0)).toBe(rfm.scored);
    expect(rfm.classes).toBe(rfm.scored < 500 ? 3 : 5);
  });
});

function readRows(): Row[] {
  const read = (name: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(folder, name), 'utf8').trim(), { header: true }).data;
  const cents = new Map<string, number>();
  for (const row of read('AdventureWorks_Products.csv')) {
    cents.set(row.ProductKey, Number(row.ProductPrice));
  }
  return ['AdventureWorks_Sales_2017.csv', 'AdventureWorks_Sales_2018.csv'].flatMap(read).map((row) => {
    const [month, date, year] = row.OrderDate.split('/').map(Number);
    return {
      on: `${year}-${month}-${date}`,
      at: dayOf(year, month, date),
      amount: Math.round(Number(row.OrderQuantity) * (cents.get(row.ProductKey) ?? 0) * 100 + 1e-6),
      customer: Number(row.CustomerKey),
      product: Number(row.ProductKey),
      order: Number(row.OrderNumber.slice(2)),
    };
  });
}

function madeUpRows(): Row[] {
  const next = numbersFrom(5);
  return Array.from({ length: 3000 }, (_, i) => {
    const [year, month, date] = [2017 + (i % 3 === 0 ? 1 : 0), 1 + next(i % 3 === 0 ? 6 : 12), 1 + next(28)];
    const at = dayOf(year, month, date);
    const customer = 1 + next(700);
    return {
      on: `${year}-${month}-${date}`,
      at,
      amount: 1 + next(90_000),
      customer,
      product: next(40),
      order: at * 1000 + customer,
    };
  });
}
