import type { DimensionId } from '~/domain/dimension';
import type { FactKind, FactSegment } from '~/domain/fact';
import type { BatchDimension } from '~/domain/order';
import type { Day } from '~/domain/period';
import { monthPeriodAt } from '~/domain/period';
import { SOURCES } from '~/domain/sourceTable';
import { amountField } from '~/plan/sources/takeFacts';
import type { MemberAlias } from '../mapping/mapping';
import { createNameTable, type NameTable } from './memberNamesOf';
import { type ColumnOptions, type ReadColumn, readColumns } from './readColumns';
import { sieveRows, type TableRead } from './tableRead';
import type { TableTexts } from './tableSource';

export interface FactsRead {
  read: TableRead;
  segment: FactSegment;
  /** Row in the file per row of the segment. */
  rows: Uint32Array;
  dimensions: BatchDimension[];
  from: Day | null;
  to: Day | null;
}

/**
 * A table as facts in columns: what its kind calls for, by the headers a person agreed to. Members are entries of
 * `dimensions`, to be matched when it is taken in. Rows in = rows kept + rows reported, and so with the amounts.
 */
export function readFacts(texts: TableTexts, options: ColumnOptions & { aliases: readonly MemberAlias[] }): FactsRead {
  const kind = options.kind as FactKind;
  const { columns, questions } = readColumns(texts, options);
  const { read, kept } = sieveRows(texts, { columns, kind, amount: amountField(kind) });
  read.questions = questions;
  const names = new Map<DimensionId, NameTable>();
  const segment: FactSegment = { kind, count: kept.length, keys: [], numbers: {}, codes: {}, texts: {} };
  for (const { field, numbers, texts: cells } of columns) {
    if (field.type === 'member') {
      const dimension = field.dimension ?? field.id;
      const table = names.get(dimension) ?? createNameTable(dimension, options.aliases);
      names.set(dimension, table);
      segment.codes[field.id] = Uint32Array.from(kept, (row) => table.indexOf(cells?.[row] ?? ''));
    } else if (cells) segment.texts[field.id] = coded(kept.map((row) => cells[row]));
    else if (numbers) segment.numbers[field.id] = Float64Array.from(kept, (row) => numbers[row]);
  }
  return {
    read,
    segment,
    rows: Uint32Array.from(kept, (row) => texts.numbers[row]),
    dimensions: [...names.values()].map((table) => table.batch()),
    ...spanOf(kind, columns, kept),
  };
}

function coded(texts: readonly string[]): { at: Uint32Array; values: string[] } {
  const values = [''];
  const places = new Map([['', 0]]);
  const at = Uint32Array.from(texts, (text) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, values.length);
    values.push(text);
    return values.length - 1;
  });
  return { at, values };
}

/** First and last day of the rows that are kept; a month counts whole. */
function spanOf(
  kind: FactKind,
  columns: readonly ReadColumn[],
  kept: readonly number[],
): { from: Day | null; to: Day | null } {
  const column = columns.find(({ field }) => field.id === SOURCES[kind].dated);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of kept) {
    const value = column?.numbers?.[row] ?? Number.NaN;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most < least) return { from: null, to: null };
  return column?.field.type === 'month'
    ? { from: monthPeriodAt(least).from, to: monthPeriodAt(most).to }
    : { from: least, to: most };
}
