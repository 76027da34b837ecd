import { op, table } from 'arquero';
import { type ColumnData, HELD, type LineTable } from '~/engine/cube';

/** Leaf values as a long table of a data frame package: only a yardstick for the kernel. */
export interface DataFrame {
  region: Uint32Array;
  product: Uint32Array;
  period: Uint8Array;
  value: Float64Array;
  isFree: Uint8Array;
}

/** What an expression sees of one row. */
interface FrameRow {
  value: number;
  isFree: number;
}

export function createDataFrame(lines: LineTable, column: ColumnData): DataFrame {
  const periods = column.value.length;
  const rows = lines.count * periods;
  const frame: DataFrame = {
    region: new Uint32Array(rows),
    product: new Uint32Array(rows),
    period: new Uint8Array(rows),
    value: new Float64Array(rows),
    isFree: new Uint8Array(rows),
  };
  for (let p = 0; p < periods; p++) {
    const at = p * lines.count;
    frame.region.set(lines.codes[0], at);
    frame.product.set(lines.codes[1], at);
    frame.period.fill(p, at, at + lines.count);
    frame.value.set(column.value[p], at);
    for (let i = 0; i < lines.count; i++) frame.isFree[at + i] = column.state[p][i] & HELD ? 0 : 1;
  }
  return frame;
}

/** The visible totals from scratch: region × product × period. */
export function groupFrame(frame: DataFrame): number {
  return table({ ...frame })
    .groupby('region', 'product', 'period')
    .rollup({ total: op.sum('value') })
    .numRows();
}

/**
 * The easier half of the same job: the grand total laid on the free leaves in proportion and rounded down, held ones left
 * alone, then all visible totals. Not exact, no undo. Answers with the number of totals.
 */
export function editFrame(frame: DataFrame, total: number): number {
  const columns = table({ ...frame });
  const held = columns.rollup({ sum: (d: FrameRow) => op.sum(d.value * (1 - d.isFree)) }).get('sum', 0) as number;
  const free = columns.rollup({ sum: (d: FrameRow) => op.sum(d.value * d.isFree) }).get('sum', 0) as number;
  return columns
    .params({ rest: total - held, free })
    .derive({
      value: (d: FrameRow, $: { rest: number; free: number }) =>
        d.isFree ? op.floor((d.value * $.rest) / $.free) : d.value,
    })
    .groupby('region', 'product', 'period')
    .rollup({ total: op.sum('value') })
    .numRows();
}
