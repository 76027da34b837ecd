import { foldKey } from '~/domain/dimension';
import { simplified } from '../table/simplified';

/**
 * A column name as plain words: "OrderLineItem", "order_line_item" and "Order Line-Item" are all "order line item";
 * remarks in brackets ("金额（元）") do not count. Traditional Chinese is compared as simplified (訂單日期 = 订单日期).
 */
export const headerWords = (header: string): string =>
  simplified(
    foldKey(
      header
        .normalize('NFKC')
        .replace(/[([【][^)\]】]*[)\]】]/g, ' ')
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
        .replace(/[_\-./:#*]+/g, ' '),
    ),
  );
