import { foldKey } from '~/domain/dimension';

/**
 * A column name as plain words: "OrderLineItem", "order_line_item" and "Order Line-Item" are all "order line item";
 * remarks in brackets ("金额（元）") do not count. Chinese stays as it is.
 */
export const headerWords = (header: string): string =>
  foldKey(
    header
      .normalize('NFKC')
      .replace(/[([【][^)\]】]*[)\]】]/g, ' ')
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
      .replace(/[_\-./:#*]+/g, ' '),
  );
