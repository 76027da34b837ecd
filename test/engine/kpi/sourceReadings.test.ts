import { describe, expect, test } from 'vitest';
import type { SourceFacts } from '~/engine/kpi';
import { inputOf, kpiOf } from './inputOf';
import { day } from './segmentOf';

const days = (...dates: string[]): Float64Array =>
  Float64Array.from(dates, (iso) => (iso === '' ? Number.NaN : day(iso)));

/** March 2026 of a node that sold 1,000 on the second of March, with other sources beside. */
const march = (sources: SourceFacts) => inputOf([{ on: '2026-03-02', amount: 1000, customer: 1 }], { sources });

const surveys = (
  scores: number[],
  kind: 0 | 1,
  more: { scale?: number; person?: number[]; asOf?: string } = {},
): SourceFacts => ({
  has: { surveys: true },
  surveys: {
    asOf: day(more.asOf ?? '2026-03-31'),
    day: Float64Array.from(scores, (_, i) => day('2026-03-01') + i),
    person: Uint32Array.from(scores, (_, i) => more.person?.[i] ?? i + 1),
    kind: Uint8Array.from(scores, () => kind),
    score: Float64Array.from(scores),
    scale: Float64Array.from(scores, () => more.scale ?? Number.NaN),
  },
});

describe('satisfaction and recommendation', () => {
  test('CSAT is the share of fours and fives, grey below 30 answers', () => {
    const result = kpiOf('csat', march(surveys([5, 4, 3, 1], 0)));
    expect(result).toMatchObject({ value: 0.5, numerator: 2, denominator: 4, status: null, reason: 'tooFewCases' });
    expect(result.interval?.lower).toBeCloseTo(0.15, 2);
  });

  test('30 answers are judged: 27 of 30 are the stated 90 %', () => {
    const scores = Array.from({ length: 30 }, (_, i) => (i < 27 ? 5 : 2));
    expect(kpiOf('csat', march(surveys(scores, 0)))).toMatchObject({ value: 0.9, status: 'good' });
  });

  test('on a scale of ten, eight is satisfied and seven is not', () => {
    expect(kpiOf('csat', march(surveys([8, 7], 0, { scale: 10 }))).value).toBe(0.5);
  });

  test('who answers twice counts with the newest answer', () => {
    expect(kpiOf('csat', march(surveys([1, 5], 0, { person: [7, 7] })))).toMatchObject({ value: 1, cases: 1 });
  });

  test('NPS is promoters less detractors per hundred; on another scale than ten it is blank', () => {
    // 10 and 9 promote, 8 neither, 6 and 0 detract: 0.
    expect(kpiOf('nps', march(surveys([10, 9, 8, 6, 0], 1))).value).toBe(0);
    expect(kpiOf('nps', march(surveys([9, 9, 9, 6], 1))).value).toBe(50);
    expect(kpiOf('nps', march(surveys([5, 4], 1, { scale: 5 })))).toMatchObject({ value: null, reason: 'noCases' });
  });

  test('a survey that ended before the period says nothing about it, and its own last day is the one that is shown', () => {
    expect(kpiOf('csat', march(surveys([5], 0, { asOf: '2026-02-20' })))).toMatchObject({
      value: null,
      reason: 'outsideCoverage',
    });
    expect(kpiOf('csat', march(surveys([5], 0, { asOf: '2026-03-10' })))).toMatchObject({
      asOf: day('2026-03-10'),
      ownAsOf: true,
    });
  });

  test('without the source it stays folded with its need', () => {
    expect(kpiOf('csat', march({ has: {} })).missing).toEqual(['surveys']);
  });
});

describe('complaints', () => {
  const complaints = (asOf = '2026-03-31'): SourceFacts => ({
    has: { complaints: true },
    complaints: {
      asOf: day(asOf),
      // Closed in 2 and 4 days; one closed in April, one still open past its deadline, one not yet due.
      day: days('2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-30'),
      deadline: days('2026-03-05', '2026-03-05', '2026-03-10', '2026-03-12', '2026-04-10'),
      closed: days('2026-03-03', '2026-03-06', '2026-04-02', '', ''),
    },
  });

  test('time to close is the mean of what was closed in the period, in hours, median beside', () => {
    expect(kpiOf('complaintTime', march(complaints()))).toMatchObject({
      value: 72,
      numerator: 144,
      denominator: 2,
      beside: { median: 72 },
    });
  });

  test('open and past its deadline is late; closed after it is late as well', () => {
    expect(kpiOf('complaintOnTime', march(complaints()))).toMatchObject({ value: 0.25, numerator: 1, denominator: 4 });
  });

  test('what is due after the last day that is known counts in neither part', () => {
    expect(kpiOf('complaintOnTime', march(complaints('2026-03-06')))).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

test('visits: what there is still time for counts in neither part; hours and packages are the cost to serve', () => {
  const sources: SourceFacts = {
    has: { visits: true, cadence: true },
    visits: {
      asOf: day('2026-03-31'),
      due: days('2026-03-02', '2026-03-09', '2026-03-16', '2026-03-30', '2026-04-02'),
      done: Int8Array.from([1, 1, 0, -1, 1]),
      made: { day: days('2026-03-02', '2026-03-09'), cost: [100, 100] },
      packagesPerYear: 3652.425,
    },
  };
  expect(kpiOf('visitCompliance', march(sources))).toMatchObject({ value: 2 / 3, status: 'bad' });
  // Two visits and 31 of 365.2425 days of the packages: 200 + 310 of 1,000.
  expect(kpiOf('costToServe', march(sources))).toMatchObject({ value: 0.51, numerator: 510, denominator: 1000 });
});

test('renewal counts contracts that ended in the period, without those there is still time for', () => {
  const sources: SourceFacts = {
    has: { contracts: true },
    contracts: {
      asOf: day('2026-03-31'),
      until: days('2026-03-10', '2026-03-11', '2026-03-31', '2026-02-01'),
      renewed: Int8Array.from([1, 0, -1, 0]),
    },
  };
  expect(kpiOf('renewal', march(sources))).toMatchObject({ value: 0.5, denominator: 2, reason: 'tooFewCases' });
});

test('a course counts once per person, passed when it was ever passed', () => {
  const sources: SourceFacts = {
    has: { training: true },
    training: {
      asOf: day('2026-03-31'),
      day: days('2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05'),
      pair: Uint32Array.from([0, 0, 1, 2]),
      passed: Uint8Array.from([0, 1, 0, 1]),
    },
  };
  expect(kpiOf('trainingCoverage', march(sources))).toMatchObject({ value: 0.5, denominator: 2 });
});

describe('money from other sources', () => {
  const cash = (asOf = '2026-03-31'): SourceFacts => ({
    has: { collections: true },
    collections: {
      asOf: day(asOf),
      day: days('2026-03-05', '2026-03-20', '2026-04-01'),
      amount: [452, 339, 1000],
      taxFactor: 1.13,
    },
  });

  test('cash meets sales with tax: 791 of 1,130 are 70 %, which is bad', () => {
    expect(kpiOf('collectionRate', march(cash()))).toMatchObject({
      value: 0.7,
      numerator: 791,
      denominator: 1130,
      status: 'bad',
    });
  });

  test('both sides end on the earlier of their last days', () => {
    expect(kpiOf('collectionRate', march(cash('2026-03-10')))).toMatchObject({
      numerator: 452,
      asOf: day('2026-03-10'),
    });
  });

  test('overdue is what is past due on the day of the list; credit balances are apart; other periods are unknown', () => {
    const sources: SourceFacts = {
      has: { receivables: true },
      receivables: {
        asOf: day('2026-03-20'),
        due: days('2026-03-19', '2026-03-20', '', '2026-01-01'),
        amount: [100, 200, 100, -500],
      },
    };
    expect(kpiOf('overdueShare', march(sources))).toMatchObject({
      value: 0.25,
      status: 'bad',
      asOf: day('2026-03-20'),
    });
    const april = { ...march(sources), period: { from: day('2026-04-01'), to: day('2026-04-30') } };
    expect(kpiOf('overdueShare', april)).toMatchObject({ value: null, reason: 'outsideCoverage' });
  });

  const spend: SourceFacts = {
    has: { spend: true, cost: true },
    spend: { asOf: day('2026-03-31'), day: days('2026-03-01', '2026-02-01'), amount: [200, 999] },
    margins: {
      asOf: day('2026-12-31'),
      day: days('2026-03-02', '2026-03-02'),
      amount: [900, 100],
      cost: [540, Number.NaN],
    },
    rebates: { asOf: day('2026-03-31'), day: days('2026-03-15'), amount: [50], taxFactor: 1 },
  };

  test('yield, expense ratio and return on the same 200: 5 times, 20 %, and (400 − 50 − 200) ÷ 200', () => {
    expect(kpiOf('channelYield', march(spend)).value).toBe(5);
    expect(kpiOf('expenseRatio', march(spend)).value).toBe(0.2);
    // 360 of 900 known is 40 %, so 400 of 1,000.
    expect(kpiOf('channelRoi', march(spend)).value).toBeCloseTo(0.75, 12);
  });

  test('no spend is blank, never endless', () => {
    const none: SourceFacts = { ...spend, spend: { asOf: day('2026-03-31'), day: [], amount: [] } };
    expect(kpiOf('channelYield', march(none))).toMatchObject({ value: null, reason: 'noCases' });
  });

  test('margin is that of the lines with a cost, with the share of sales they cover', () => {
    expect(kpiOf('grossMargin', march(spend))).toMatchObject({ value: 0.4, beside: { covered: 0.9 } });
  });

  test('market share is of the newest whole year up to the end of the period', () => {
    const market: SourceFacts = {
      has: { marketSize: true },
      market: {
        years: [
          { asOf: day('2024-12-31'), size: 1000, own: 100 },
          { asOf: day('2025-12-31'), size: 1000, own: 160 },
          { asOf: day('2026-12-31'), size: 1000, own: 900 },
        ],
      },
    };
    expect(kpiOf('marketShare', march(market))).toMatchObject({ value: 0.16, status: 'good', asOf: day('2025-12-31') });
  });
});
