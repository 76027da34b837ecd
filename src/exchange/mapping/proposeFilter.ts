import { foldKey } from '~/domain/dimension';
import { simplified } from '../table/simplified';
import { headerWords } from './headerWords';
import type { RowFilter } from './mapping';

const STAGE = /(?:^| )(?:stage|status|state|outcome|result)(?: |$)|阶段|状态|结果/;
const WON = new Set(
  [
    ...['won', 'closed won', 'deal won', 'win', 'completed', 'complete', 'closed - won', 'paid', 'shipped', 'invoiced'],
    ...[
      '成交',
      '赢单',
      '已成交',
      '已赢单',
      '赢单成交',
      '已完成',
      '完成',
      '已签约',
      '签约',
      '已付款',
      '交易成功',
      '已发货',
    ],
  ].map(foldKey),
);

/**
 * Orders are what was won: for a column that looks like a deal stage or an order status it proposes to keep the won or
 * completed rows. Null where no column looks so, or none of its first values says "won".
 */
export function proposeFilter(headers: readonly string[], sample: readonly string[][]): RowFilter | null {
  for (let i = 0; i < headers.length; i++) {
    if (!STAGE.test(headerWords(headers[i]))) continue;
    const values = new Set(sample.map((row) => (row[i] ?? '').trim()).filter((value) => value !== ''));
    const keep = [...values].filter((value) => WON.has(simplified(foldKey(value))));
    if (keep.length > 0) return { column: headers[i], keep };
  }
  return null;
}
