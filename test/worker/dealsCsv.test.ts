import { describe, expect, it } from 'vitest';
import type { DealRow } from '~/domain/pipelineView';
import { dealsCsv } from '~/worker/dealsCsv';

const WORDS = {
  heads: [
    'No',
    'Deal',
    'Customer',
    'Product',
    'Seller',
    'Stage',
    'Result',
    'C',
    'E',
    'X',
    'Amount',
    'Why',
    'P',
    'Marks',
  ],
  results: { open: 'Open', won: 'Won', lost: 'Lost' },
  slipping: 'slipping',
  stale: 'stale',
  flaws: {
    noAmount: 'no amount',
    noDate: 'no date',
    futureDate: 'future',
    unknownStage: 'stage?',
    outOfOrder: 'order',
    negative: 'negative',
  },
};
const ROW: DealRow = {
  key: 'op-1',
  number: 'OP-1',
  title: '=cmd()',
  customer: 3,
  customerName: 'Oil, "and" more',
  sellerName: '',
  productName: 'Oil',
  stage: 'a',
  stageName: 'Lead',
  result: 'open',
  reason: '',
  amount: null,
  estimate: 500,
  created: 20_000,
  expected: null,
  closed: null,
  ageDays: 1,
  stageDays: 1,
  chance: 0.256,
  slipping: true,
  stale: false,
  flaws: ['noAmount'],
};

describe('the file of deals', () => {
  it('leaves blank what nobody knows: an amount that was put in is not said as if it were there', () => {
    const [, line] = dealsCsv([ROW], WORDS, 2).split('\r\n');
    expect(line).toBe('OP-1,\'=cmd(),"Oil, ""and"" more",Oil,,Lead,Open,2024-10-04,,,,,25.6%,slipping · no amount');
  });

  it('has money in whole units of the currency and one line per deal', () => {
    const lines = dealsCsv([{ ...ROW, amount: 123_456 }, ROW], WORDS, 2)
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1].split(',')).toContain('1234.56');
    expect(lines[0]).toContain('No,Deal,Customer');
  });
});
