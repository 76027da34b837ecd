import type { CallListWords, CallRow } from '~/domain/nextProduct';
import { isoDate } from '~/domain/period';
import { csvText } from '~/exchange/csv/csvText';

/** The call list as a file for the sellers: money in whole units of the currency, shares as percent. */
export function callListCsv(rows: readonly CallRow[], words: CallListWords, minorUnit: number): string {
  const head = [
    words.customer,
    words.tier,
    words.seller,
    words.lastOrder,
    words.product,
    words.expected,
    words.bought,
    words.confidence,
    words.lift,
    words.cases,
  ];
  const lines = rows.map(({ name, tier, seller, lastDay, item, expected, why }) => [
    name,
    tier ?? '',
    seller,
    isoDate(lastDay),
    item,
    (expected / 10 ** minorUnit).toFixed(minorUnit),
    why.left.join(' + '),
    `${(why.confidence * 100).toFixed(1)}%`,
    why.lift.toFixed(2),
    String(why.together),
  ]);
  return csvText([head, ...lines]);
}
