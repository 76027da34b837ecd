import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayOf, dayOfIsoDate } from '~/domain/period';
import { createDocument } from '~/plan/document';
import { dealsView } from '~/plan/pipeline/dealsView';
import { funnelView } from '~/plan/pipeline/funnelView';
import { pipelineRuleView } from '~/plan/pipeline/pipelineRuleView';
import { type FactRow, layFacts } from './dealRows';

const file = resolve(process.env.SALES_DATA ?? '../shared/data', 'sales/crm/sales_pipeline.csv');
const present = existsSync(file);
if (!present) console.log('CRM data not beside the checkout: real opportunities are not looked at here');

function crmRows(): FactRow[] {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  const products = new Map<string, number>();
  return lines.map((line) => {
    const cells = line.split(',');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const product = cell('product').replace('GTXPro', 'GTX Pro');
    if (!products.has(product)) products.set(product, products.size + 1);
    const value = cell('close_value');
    return {
      key: cell('opportunity_id'),
      stage: cell('deal_stage'),
      product: products.get(product) ?? 0,
      created: dayOfIsoDate(cell('engage_date')),
      closed: dayOfIsoDate(cell('close_date')),
      amount: value === '' ? null : Number(value) * 100,
    };
  });
}

describe.runIf(present)('the 8,800 opportunities of a real CRM', () => {
  const document = createDocument();
  if (present) layFacts(document, 'opportunities', { id: 'crm', rows: crmRows() });
  const today = dayOf(2026, 11, 22);
  const all = { at: {}, from: null, to: null };

  test('are all counted, in the stages that the file names, as of its last close', () => {
    const { rule, unknown, history, deals } = pipelineRuleView(document, today);
    expect(rule.stages.map(({ name, kind }) => [name, kind])).toEqual([
      ['Prospecting', 'open'],
      ['Engaging', 'open'],
      ['Won', 'won'],
      ['Lost', 'lost'],
    ]);
    expect({ unknown, history, deals }).toEqual({ unknown: [], history: false, deals: 8800 });
  });

  test('are won in 63 of 100, and took the days the file says', () => {
    const funnel = funnelView(document, all, today);
    // Counted in the file: 4,238 won, 2,473 lost, 1,589 engaging, 500 prospecting; won for 10,005,534.
    expect(funnel).toMatchObject({
      asOf: dayOf(2017, 12, 31),
      basis: 'snapshot',
      deals: 8800,
      won: { count: 4238, amount: 1_000_553_400, estimated: 0 },
      lost: { count: 2473 },
      open: { count: 2089 },
      cycle: { median: 57, deals: 4238 },
    });
    expect(funnel.stages.map(({ count, conversion }) => [count, conversion])).toEqual([
      [500, null],
      [1589, null],
    ]);
    expect(funnel.winRate.count).toBeCloseTo(4238 / 6711, 12);
    expect(funnel.trend.reduce((sum, { won, lost }) => sum + won + lost, 0)).toBe(6711);
  });

  test('name what is missing: no open deal has an amount, no prospect a date', () => {
    const { issues, open, lost } = funnelView(document, all, today);
    expect(issues.map(({ code, params }) => [code, params?.count])).toEqual([
      ['pipeline/noAmount', 2089],
      ['pipeline/noDate', 500],
      ['pipeline/amountsPutIn', 2089 + 2473],
      ['pipeline/noHistory', undefined],
    ]);
    expect(open.estimated).toBe(open.amount);
    expect(lost.estimated).toBe(lost.amount);
  });

  test('have chances between 0 and 1 that fall with an age at which none was won any more', () => {
    const { rows, matching } = dealsView(
      document,
      {
        ...all,
        filter: 'open',
        stage: 'engaging',
        search: '',
        sort: { by: 'ageDays', descending: false },
        first: 0,
        count: 2000,
      },
      { today, reading: null },
    );
    expect(matching).toBe(1589);
    const chances = rows.map(({ chance }) => chance ?? -1);
    expect(Math.min(...chances)).toBeGreaterThan(0);
    expect(Math.max(...chances)).toBeLessThan(1);
    // The slowest win took 138 days: a deal of a year is worth less than one of this month.
    expect(chances[chances.length - 1]).toBeLessThan(chances[0]);
  });
});
