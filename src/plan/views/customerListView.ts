import type { CustomerListQuery, CustomerListView, ListCells, ListColumn, ListWindow } from '~/domain/customerList';
import { customerCodes } from '../customers/customerCodes';
import { TREND_MONTHS } from '../customers/customerTrend';
import { customerWindow } from '../customers/customerWindow';
import { listColumn } from './customerListColumn';
import { listOrder } from './customerListOrder';
import type { ListScene } from './customerListScene';
import { listTier } from './customerListStanding';
import type { ListValues } from './customerListValues';
import type { Reading } from './nameIndex';
import { orderCoverage } from './orderCoverage';

export interface ListViewOptions {
  query: CustomerListQuery;
  window: ListWindow;
  /** How names are read on a Latin keyboard, for the search; null = the names alone. */
  reading: Reading | null;
}

/**
 * A window of the customer list: who stands in these rows, the columns that were asked for, and their totals over all that
 * match. Customers without an order are listed like all others.
 */
export function customerListView(scene: ListScene, { query, window, reading }: ListViewOptions): CustomerListView {
  const order = listOrder(scene, query, reading);
  const first = Math.max(0, Math.min(window.first, order.length));
  const codes = order.slice(first, first + Math.max(0, window.count));
  const coverage = orderCoverage(scene.document);
  const { pinned } = listTier(scene);
  const gaps: CustomerListView['gaps'] = {};
  const cells = window.columns.map((column) => {
    const values = listColumn(scene, column, query.segmentation);
    if (values.gap) gaps[column] = values.gap;
    return cellsOf(column, values, { codes, order });
  });
  return {
    first,
    matching: order.length,
    customers: customerCodes(scene.document).length,
    codes,
    cells,
    pinned: Uint8Array.from(codes, (code) => pinned[code]),
    asOf: coverage?.asOf ?? null,
    from: coverage ? customerWindow(coverage).from : null,
    gaps,
  };
}

function cellsOf(
  column: ListColumn,
  { kind, numbers, texts, total }: ListValues,
  { codes, order }: { codes: Uint32Array; order: Uint32Array },
): ListCells {
  return {
    column,
    kind,
    numbers: numbers && (kind === 'trend' ? trendsOf(numbers, codes) : Float64Array.from(codes, (c) => numbers[c])),
    texts: texts && Array.from(codes, (code) => texts.texts[texts.codes[code]]),
    total: total ? total(order) : null,
  };
}

function trendsOf(amount: Float64Array, codes: Uint32Array): Float64Array {
  const window = new Float64Array(codes.length * TREND_MONTHS);
  codes.forEach((code, row) => {
    window.set(amount.subarray(code * TREND_MONTHS, (code + 1) * TREND_MONTHS), row * TREND_MONTHS);
  });
  return window;
}
