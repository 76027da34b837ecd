import { periodText } from './columnPeriods';
import type { ColumnType, DetectedColumn, DetectedTable } from './detectedTable';
import { CELL_DOUBTS } from './detectedTable';
import { createExactSum } from './exactSum';

/** Names for the columns that unpivoting makes. */
export interface UnpivotWords {
  month: string;
  quarter: string;
  year: string;
  period: string;
  amount: string;
}

const HAN = /[\u3400-\u9fff]/;
const CHINESE: UnpivotWords = { month: '月份', quarter: '季度', year: '年份', period: '期间', amount: '金额' };
const ENGLISH: UnpivotWords = { month: 'Month', quarter: 'Quarter', year: 'Year', period: 'Period', amount: 'Amount' };

/**
 * A wide table as one row per row and period: its names repeated, the period, and one column per figure. Blank cells make no
 * row; a row without any figure makes none either, and is kept once with a blank period, so that none is lost. Figures that
 * belong to no period stand on the first row alone, so that they are not counted twice. Sums stay what they were.
 */
export function unpivotTable(table: DetectedTable, words?: UnpivotWords): DetectedTable {
  const named = words ?? (table.headers.some((header) => HAN.test(header)) ? CHINESE : ENGLISH);
  const wide = table.columns.filter((column) => column.period !== null);
  if (wide.length === 0) return table;
  const periods = [...new Set(wide.map(textOf))];
  const measures = [...new Set(wide.map((column) => column.period?.rest ?? ''))];
  const byPeriod = periods.map((period) =>
    measures.map(
      (measure) => wide.find((column) => textOf(column) === period && column.period?.rest === measure) ?? null,
    ),
  );
  const source: number[] = [];
  const periodOf: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    let any = false;
    for (let p = 0; p < periods.length; p++) {
      if (!byPeriod[p].some((column) => column !== null && column.values[row] !== null)) continue;
      source.push(row);
      periodOf.push(p);
      any = true;
    }
    if (!any) {
      source.push(row);
      periodOf.push(-1);
    }
  }
  const names = table.columns.filter((column) => column.period === null).map((column) => repeated(column, source));
  const taken = new Set(names.map((column) => column.header));
  const made: DetectedColumn[] = [
    {
      ...blankColumn(distinct(named[wordOf(wide)], taken), periodType(wide), source.length),
      values: periodOf.map((p) => (p < 0 ? null : periods[p])),
    },
    ...measures.map((measure, m) =>
      figureColumn(distinct(measure || named.amount, taken), { byPeriod, m, source, periodOf }),
    ),
  ];
  const columns = [...names, ...made];
  return {
    ...table,
    columns,
    headers: columns.map((column) => column.header),
    rowNumbers: source.map((row) => table.rowNumbers[row]),
    layout: 'unpivoted',
    unpivot: true,
  };
}

const textOf = (column: DetectedColumn): string => (column.period === null ? '' : periodText(column.period));

/** Which word names the column of periods. */
function wordOf(wide: readonly DetectedColumn[]): keyof UnpivotWords {
  const kinds = new Set(wide.map((column) => column.period?.kind));
  const [kind] = kinds;
  return kinds.size === 1 && (kind === 'month' || kind === 'quarter' || kind === 'year') ? kind : 'period';
}

function periodType(wide: readonly DetectedColumn[]): ColumnType {
  const kinds = new Set(wide.map((column) => column.period?.kind));
  const complete = wide.every((column) => column.period?.year !== null);
  const [kind] = kinds;
  return !complete || kinds.size > 1 || kind === undefined || kind === 'half' || kind === 'total' ? 'text' : kind;
}

function distinct(name: string, taken: Set<string>): string {
  let own = name;
  for (let n = 2; taken.has(own); n++) own = `${name} (${n})`;
  taken.add(own);
  return own;
}

const blankColumn = (header: string, type: ColumnType, rows: number): DetectedColumn => ({
  header,
  source: -1,
  type,
  values: new Array<string | null>(rows).fill(null),
  doubts: new Uint8Array(rows),
  doubtful: 0,
  written: new Map(),
  sum: null,
  unit: 1,
  decimalMark: null,
  dateOrder: null,
  period: null,
  plain: false,
});

function repeated(column: DetectedColumn, source: readonly number[]): DetectedColumn {
  const once = column.type === 'amount' || column.type === 'number';
  const written = new Map<number, string>();
  const doubts = new Uint8Array(source.length);
  let doubtful = 0;
  const values = source.map((row, i) => {
    if (once && i > 0 && source[i - 1] === row) return null;
    doubts[i] = column.doubts[row];
    if (doubts[i] !== 0) {
      doubtful++;
      written.set(i, column.written.get(row) ?? '');
    }
    return column.values[row];
  });
  return { ...column, values, doubts, doubtful, written };
}

interface Figures {
  byPeriod: readonly (readonly (DetectedColumn | null)[])[];
  m: number;
  source: readonly number[];
  periodOf: readonly number[];
}

function figureColumn(header: string, { byPeriod, m, source, periodOf }: Figures): DetectedColumn {
  const columns = byPeriod.flatMap((measures) => measures[m] ?? []);
  const type = columns.every((column) => column.type === columns[0].type)
    ? columns[0].type
    : columns.some((c) => c.type === 'amount')
      ? 'amount'
      : 'number';
  const out = blankColumn(header, type, source.length);
  const sum = createExactSum();
  const unread = CELL_DOUBTS.indexOf('unread');
  for (let i = 0; i < source.length; i++) {
    const column = periodOf[i] < 0 ? null : byPeriod[periodOf[i]][m];
    if (!column) continue;
    const row = source[i];
    const value = column.values[row];
    out.values[i] = value;
    out.doubts[i] = column.doubts[row];
    if (column.doubts[row] !== 0) {
      out.doubtful++;
      out.written.set(i, column.written.get(row) ?? '');
    }
    if (value !== null && column.doubts[row] !== unread) sum.add(value);
  }
  const [first] = columns;
  return { ...out, sum: sum.text(), unit: first.unit, decimalMark: first.decimalMark };
}
