import { isoDate } from '~/domain/period';
import type { DealFileWords, DealRow } from '~/domain/pipelineView';
import { csvText } from '~/exchange/csv/csvText';

/** Deals as a file that can be imported again: money in whole units of the currency, what is not known stays blank. */
export function dealsCsv(rows: readonly DealRow[], words: DealFileWords, minorUnit: number): string {
  const day = (value: number | null) => (value === null ? '' : isoDate(value));
  const share = (value: number | null) => (value === null ? '' : `${(value * 100).toFixed(1)}%`);
  const lines = rows.map((row) => [
    row.number,
    row.title,
    row.customerName,
    row.productName,
    row.sellerName,
    row.stageName,
    words.results[row.result],
    day(row.created),
    day(row.expected),
    day(row.closed),
    row.amount === null ? '' : (row.amount / 10 ** minorUnit).toFixed(minorUnit),
    row.reason,
    share(row.chance),
    [
      ...(row.slipping ? [words.slipping] : []),
      ...(row.stale ? [words.stale] : []),
      ...row.flaws.map((flaw) => words.flaws[flaw]),
    ].join(' · '),
  ]);
  return csvText([[...words.heads], ...lines]);
}
