import { type ColumnData, SPOKEN } from '~/engine/cube/index';
import { apportion } from '~/engine/numeric/index';
import type { LineShare } from './lineShares';

/** Amounts that leave lines for a seller, of one column and period, entry by entry. */
export interface LeafFlows {
  column: string;
  period: number;
  /** Index into the shares. */
  share: Uint32Array;
  /** Place in `to` of the share. */
  to: Uint32Array;
  amount: Float64Array;
}

/**
 * What leaves every line: the whole of a customer's own, also a 0 that was said; of others the parts by largest remainder, so
 * that what stays and what goes are the amount there was, to the smallest unit. A blank stays blank.
 */
export function leafFlows(
  columns: ReadonlyMap<string, ColumnData>,
  { shares, periods, keys }: { shares: readonly LineShare[]; periods: readonly number[]; keys: readonly string[] },
): LeafFlows[] {
  const flows: LeafFlows[] = [];
  for (const column of keys) {
    const data = columns.get(column);
    if (!data) continue;
    for (const period of periods) {
      const share: number[] = [];
      const to: number[] = [];
      const amount: number[] = [];
      shares.forEach(({ row, weights }, s) => {
        if ((data.state[period][row] & SPOKEN) === 0) return;
        const value = data.value[period][row];
        if (isWhole(weights)) {
          share.push(s);
          to.push(0);
          amount.push(value);
          return;
        }
        if (value === 0) return;
        const parts = apportion({ total: value, weights });
        for (let t = 1; t < parts.length; t += 1) {
          if (parts[t] === 0) continue;
          share.push(s);
          to.push(t - 1);
          amount.push(parts[t]);
        }
      });
      if (share.length === 0) continue;
      flows.push({
        column,
        period,
        share: Uint32Array.from(share),
        to: Uint32Array.from(to),
        amount: Float64Array.from(amount),
      });
    }
  }
  return flows;
}

/** A customer's own line goes as it is. */
export const isWhole = (weights: Float64Array): boolean => weights.length === 2 && weights[0] === 0;
