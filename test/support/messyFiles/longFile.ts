import type { Encoding } from '~/exchange/csv/encoding';
import { encodeText } from './encodeText';
import type { MessyFile } from './messyFile';
import { isoOf, type Names, type SalesRow, SIMPLE, salesRows } from './salesRows';
import { AMOUNTS, type AmountStyle, DATES, type DateStyle } from './writeNumber';

/** What is odd about a file with one line per sale. */
export interface LongLayout {
  name: string;
  names?: Names;
  count?: number;
  encoding?: Encoding;
  bom?: boolean;
  delimiter?: string;
  eol?: string;
  /** Blanks around delimiters. */
  padded?: boolean;
  quoteAll?: boolean;
  /** Lines above the header; '' is a blank one. */
  above?: string[];
  below?: string[];
  amount?: AmountStyle;
  date?: DateStyle;
  /** What one unit in the file stands for. */
  unit?: number;
  amountHeader?: string;
  /** Every n-th amount is negative. */
  negatives?: number;
  /** Every n-th amount is this text, which means blank. */
  hollow?: [every: number, text: string];
  subtotals?: 'region' | 'month';
  total?: 'top' | 'bottom';
  totalWord?: string;
  subtotalWord?: string;
  /** A blank line of delimiters after every n-th row. */
  blankEvery?: number;
  /** The header again after every n-th row. */
  headerEvery?: number;
  trailingDelimiter?: boolean;
  /** Region written in the first row of its group only, as the first column. */
  groupedRegion?: boolean;
  /** A column of remarks with line breaks and doubled quotes. */
  remarks?: boolean;
  headers?: string[];
  monthOnly?: boolean;
  /** Sorted by date, so that the day never passes 12. */
  smallDays?: boolean;
  ragged?: boolean;
  asked?: Record<string, string>;
}

const REMARKS = ['说"好"的', '第一行\n第二行', '', 'a,b;c', '—'];

export function longFile(layout: LongLayout, seed: number): MessyFile {
  const {
    names = SIMPLE,
    count = 40,
    encoding = 'utf-8',
    bom = false,
    delimiter = ',',
    eol = '\r\n',
    unit = 1,
  } = layout;
  const rows = salesRows(names, count, seed);
  for (const [i, row] of rows.entries()) {
    if (layout.negatives && i % layout.negatives === 1) row.cents = -row.cents;
    if (layout.smallDays) row.date = [2024, 1 + (row.date[1] % 12), 1 + (row.date[2] % 12)];
    // Whole units, so that what is written is exact.
    if (unit > 1) row.cents -= row.cents % 100;
  }
  if (layout.subtotals === 'month') rows.sort((a, b) => a.date[1] - b.date[1]);
  const amount = layout.amount ?? AMOUNTS.plain;
  const date = layout.date ?? DATES.iso;
  const order = layout.groupedRegion ? [2, 0, 1, 3, 4, 5, 6] : [0, 1, 2, 3, 4, 5, 6];
  const base = [...names.headers.slice(0, 6), layout.amountHeader ?? names.headers[6]];
  const headers = layout.headers ?? [...order.map((i) => base[i]), ...(layout.remarks ? ['备注'] : [])];
  const width = headers.length;
  const lines: string[] = [];
  let dropped = 0;
  const write = (cells: string[]): void => {
    const padded = [...cells, ...new Array<string>(Math.max(0, width - cells.length)).fill('')];
    const texts = padded.map((cell) => quoted(cell, delimiter, layout.quoteAll === true));
    lines.push(texts.join(layout.padded ? ` ${delimiter} ` : delimiter) + (layout.trailingDelimiter ? delimiter : ''));
  };
  for (const line of layout.above ?? []) lines.push(line);
  write(headers);
  const headerRow = lines.length;
  const data: (string | null)[][] = [];
  const at = order.indexOf(6);
  const stated = (label: string, part: readonly SalesRow[]): void => {
    const cells = new Array<string>(width).fill('');
    cells[layout.groupedRegion ? 0 : 1] = label;
    cells[at] = amount(
      part.filter((row) => !row.id.startsWith('H')).reduce((sum, row) => sum + row.cents, 0),
      1,
    );
    write(cells);
    dropped++;
  };
  const everything = rows.filter((_, i) => !(layout.hollow && i % layout.hollow[0] === 2));
  if (layout.total === 'top') stated(layout.totalWord ?? '合计', everything);
  let region = '';
  for (const [i, row] of rows.entries()) {
    const isHollow = layout.hollow !== undefined && i % layout.hollow[0] === 2;
    const cells = [
      row.id,
      row.customer,
      row.region,
      row.rep,
      row.product,
      date(row.date, i),
      isHollow ? (layout.hollow?.[1] ?? '') : amount(row.cents, i),
    ];
    const truth: (string | null)[] = [...cells];
    truth[5] = layout.monthOnly ? isoOf(row.date).slice(0, 7) : isoOf(row.date);
    truth[6] = isHollow ? null : String((row.cents / 100) * unit);
    if (layout.groupedRegion && row.region === region) cells[2] = '';
    region = row.region;
    const remark = REMARKS[i % REMARKS.length];
    write([...order.map((o) => cells[o]), ...(layout.remarks ? [remark] : [])]);
    if (layout.ragged && i % 7 === 3 && remark === '')
      lines[lines.length - 1] = lines[lines.length - 1].replace(/,+$/, '');
    data.push([...order.map((o) => truth[o]), ...(layout.remarks ? [remark || null] : [])]);
    const next = rows[i + 1];
    if (layout.subtotals === 'region' && next?.region !== row.region) {
      stated(
        `${row.region}${layout.subtotalWord ?? '小计'}`,
        everything.filter((other) => other.region === row.region),
      );
    }
    if (layout.subtotals === 'month' && next?.date[1] !== row.date[1]) {
      stated(
        `${row.date[1]}月${layout.subtotalWord ?? '小计'}`,
        everything.filter((other) => other.date[1] === row.date[1]),
      );
    }
    if (layout.blankEvery && i % layout.blankEvery === layout.blankEvery - 1) {
      write([]);
      dropped++;
    }
    if (layout.headerEvery && next && i % layout.headerEvery === layout.headerEvery - 1) {
      write(headers);
      dropped++;
    }
  }
  if (layout.total === 'bottom') stated(layout.totalWord ?? '合计', everything);
  for (const line of layout.below ?? []) {
    lines.push(line);
    dropped++;
  }
  const sum = data.reduce((total, row) => total + Number(row[at] ?? 0) * 100, 0) / 100;
  return {
    name: layout.name,
    bytes: encodeText(lines.join(eol) + eol, encoding, bom),
    truth: {
      encoding,
      delimiter,
      headerRow,
      headerRows: 1,
      headers,
      rows: count,
      dropped,
      data,
      sum,
      ...(unit > 1 ? { unit } : {}),
      ...(layout.asked ? { asked: layout.asked } : {}),
    },
  };
}

const quoted = (cell: string, delimiter: string, always: boolean): string =>
  always || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
