import { type Decimal, multiplyDecimal, toMinorUnits } from '~/domain/decimal';
import { foldKey } from '~/domain/dimension';
import { type Issue, issue } from '~/domain/issue';
import { ORDERS_PER_SEGMENT, type OrderFileTally } from '~/domain/order';
import { amountFromText, type DecimalMark } from '../csv/amountText';
import { ByteDictionary } from '../csv/byteDictionary';
import { SPACE } from '../csv/bytes';
import { closeDate, type DateOrder, isOpenDate, NO_DATE } from '../csv/calendarDate';
import { cellText, halveQuotes, rowTexts } from '../csv/cellText';
import { dateFromBytes } from '../csv/dateBytes';
import { dateFromText } from '../csv/dateText';
import { hashBytes } from '../csv/hash';
import { createUnitsReader, wholeFromBytes } from '../csv/numberBytes';
import type { CsvRow } from '../csv/scanner';
import { createDateDecision, type DateDecision } from './dateDecision';
import { emptySegment, type RawSegment } from './orderRows';
import { createRowReports, type Problem, type RowReports } from './rowReports';
import { columnsOf, type SourcePlan } from './sourcePlan';

export interface OrderCoderOptions {
  plan: SourcePlan;
  minorUnit: number;
  dateOrder: DateOrder | null;
  decimalMark: DecimalMark;
}

/** Turns records into coded rows, file after file. Everything it learns is read by `finishOrders`. */
export interface OrderCoder {
  /** Makes ready for a file; missing columns are the answer where there are any. */
  openFile(file: {
    name: string;
    headers: string[];
    encoding: 'utf-8' | 'gb18030';
    headerRow: number;
    /** Row a person counts per record behind the header, where the bytes are a clean copy; null: as they come. */
    rowNumbers?: ArrayLike<number> | null;
  }): Issue[];
  onRow(row: CsvRow): void;
  /** A row that never came as cells: it was lost to the table before, and is counted here. */
  onBroken(row: BrokenRow): void;
  readonly rowsIn: number;
  readonly coded: CodedRows;
}

export interface BrokenRow {
  row: number;
  code: Problem['code'];
  cells: string[];
}

export interface CodedRows {
  rowsIn: number;
  kept: number;
  segments: RawSegment[];
  /** Dictionary of each coded column, in the order of `RawSegment.cells`. */
  columns: string[];
  dictionaries: ByteDictionary[];
  /** Rows refused for want of a price, per code of the dictionary the price is joined by. */
  unpriced: number[];
  dates: DateDecision;
  reports: RowReports;
  headers: string[];
  /** What each file brought, in the order they were read. */
  files: OrderFileTally[];
}

const KEEP = 1;
const DROP = 2;

/**
 * The hot loop of an import: one call per record, bytes straight to day numbers, minor units, dictionary codes and hashes.
 * A record that does not fit is reported with its reason and leaves nothing behind. Text is made only for new entries,
 * reported rows and cells off the plain path (¥, separators, full-width digits, 2024年3月15日).
 */
export function createOrderCoder({ plan, minorUnit, dateOrder, decimalMark }: OrderCoderOptions): OrderCoder {
  const columns = codedColumns(plan);
  const dictionaries = columns.map(() => new ByteDictionary());
  const cellAt = new Int32Array(columns.length);
  const codes = new Uint32Array(columns.length);
  const filterDictionary = plan.filter === null ? null : new ByteDictionary();
  const keepKeys = new Set(plan.filter?.keep.map(foldKey));
  const verdicts: number[] = [];
  const prices: (Decimal | null | undefined)[] = [];
  const unpriced: number[] = [];
  const priceCell = plan.priceJoin === null ? -1 : columns.indexOf(plan.priceJoin.column);
  const priceIndex = plan.priceJoin?.join?.index;
  const readUnits = createUnitsReader(minorUnit);
  const reports = createRowReports();
  const dates = createDateDecision(plan.date);
  const shape = {
    quantity: plan.quantity !== null,
    order: plan.orderNumber !== null,
    line: plan.orderLine !== null,
    cells: columns.length,
  };

  const segments: RawSegment[] = [];
  let segment = emptySegment(shape);
  let rowsIn = 0;
  let kept = 0;
  let firstHeaders: string[] | null = null;
  let rowNumbers: ArrayLike<number> | null = null;
  const files: OrderFileTally[] = [];
  let tally = newTally('');
  let file = '';
  let headers: string[] = [];
  let headerRow = 0;
  let width = 0;
  let align: number[] | null = null;
  let encoding: 'utf-8' | 'gb18030' = 'utf-8';
  let decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let at = { date: 0, amount: 0, quantity: 0, unitPrice: 0, order: 0, line: 0, filter: 0 };

  const openFile: OrderCoder['openFile'] = (next) => {
    const missing = columnsOf(plan).filter((column) => !next.headers.includes(column));
    if (missing.length > 0) {
      return missing.map((column) => issue('import/missingColumn', { field: column }, { file: next.name, column }));
    }
    ({ name: file, headers, headerRow, encoding } = next);
    rowNumbers = next.rowNumbers ?? null;
    tally = newTally(file);
    files.push(tally);
    firstHeaders ??= headers;
    const same = headers.length === firstHeaders.length && headers.every((h, i) => h === firstHeaders?.[i]);
    align = same ? null : firstHeaders.map((header) => headers.indexOf(header));
    width = headers.length;
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
    const column = (name: string | null): number => (name === null ? -1 : headers.indexOf(name));
    for (let c = 0; c < columns.length; c++) cellAt[c] = column(columns[c]);
    for (const dictionary of dictionaries) dictionary.setEncoding(encoding);
    filterDictionary?.setEncoding(encoding);
    at = {
      date: column(plan.date),
      amount: column(plan.amount),
      quantity: column(plan.quantity),
      unitPrice: column(plan.unitPrice),
      order: column(plan.orderNumber),
      line: column(plan.orderLine),
      filter: column(plan.filter?.column ?? null),
    };
    return [];
  };

  const cellsOf = (row: CsvRow): string[] => {
    const texts = rowTexts(row, decoder);
    return align === null ? texts : align.map((index) => texts[index] ?? '');
  };

  const numberOfRow = (row: CsvRow): number => rowNumbers?.[row.number - headerRow - 1] ?? row.number;

  const refuse = (
    row: CsvRow,
    code: Problem['code'],
    details: { cell?: number; params?: Issue['params'] } = {},
  ): void => {
    const column = details.cell === undefined ? undefined : headers[details.cell];
    tally.reported++;
    if (row.fault === 'none') tally.amountReported += amountLost(row);
    reports.report(numberOfRow(row), { code, params: details.params, file, column }, () => cellsOf(row));
  };

  const refuseCell = (row: CsvRow, cell: number, code: Problem['code']): void => {
    const text = cellText(row, cell, decoder).trim();
    if (text === '') refuse(row, 'import/missingValue', { cell });
    else refuse(row, code, { cell, params: { value: text.slice(0, 100) } });
  };

  const codeOf = (dictionary: ByteDictionary, row: CsvRow, cell: number): number => {
    if (row.escaped[cell] === 0) return dictionary.codeOf(row.bytes, row.starts[cell], row.ends[cell]);
    const bytes = halveQuotes(row.bytes.subarray(row.starts[cell], row.ends[cell]));
    return dictionary.codeOf(bytes, 0, bytes.length);
  };

  const passesFilter = (row: CsvRow): boolean => {
    if (filterDictionary === null) return true;
    const code = codeOf(filterDictionary, row, at.filter);
    if (verdicts[code] === undefined) verdicts[code] = keepKeys.has(foldKey(filterDictionary.text(code))) ? KEEP : DROP;
    return verdicts[code] === KEEP;
  };

  const decimalAt = (row: CsvRow, cell: number): Decimal | null => {
    const whole = wholeFromBytes(row.bytes, row.starts[cell], row.ends[cell]);
    if (!Number.isNaN(whole)) return { coefficient: whole, scale: 0 };
    return amountFromText(cellText(row, cell, decoder), decimalMark);
  };

  /** The amount in minor units; NaN when the row was refused. */
  const amountOf = (row: CsvRow, quantity: Decimal | null): number => {
    if (at.amount >= 0) {
      const cell = at.amount;
      if (decimalMark === '.') {
        const fast = readUnits(row.bytes, row.starts[cell], row.ends[cell]);
        if (!Number.isNaN(fast)) return fast;
      }
      const value = amountFromText(cellText(row, cell, decoder), decimalMark);
      const units = value === null ? null : toMinorUnits(value, minorUnit);
      if (units === null) refuseCell(row, cell, 'import/badNumber');
      return units ?? Number.NaN;
    }
    let price: Decimal | null | undefined;
    if (at.unitPrice >= 0) {
      price = decimalAt(row, at.unitPrice);
      if (price === null) refuseCell(row, at.unitPrice, 'import/badNumber');
    } else {
      const code = codes[priceCell];
      price = prices[code];
      if (price === undefined) {
        price = priceIndex?.find(dictionaries[priceCell].text(code))?.price ?? null;
        prices[code] = price;
      }
      if (price === null) {
        unpriced[code] = (unpriced[code] ?? 0) + 1;
        refuseCell(row, cellAt[priceCell], 'import/missingPrice');
      }
    }
    if (price === null || quantity === null) return Number.NaN;
    const units = toMinorUnits(multiplyDecimal(quantity, price), minorUnit);
    if (units === null) refuseCell(row, at.quantity, 'import/badNumber');
    return units ?? Number.NaN;
  };

  /** The amount of a row that is not kept, as far as it can be read: what goes out is counted too. */
  const amountLost = (row: CsvRow): number => {
    const read = (cell: number): Decimal | null =>
      cell < 0 ? null : amountFromText(cellText(row, cell, decoder), decimalMark);
    const quantity = at.amount < 0 ? read(at.quantity) : null;
    const listed = priceCell < 0 ? null : cellText(row, cellAt[priceCell], decoder);
    const price = at.unitPrice >= 0 || listed === null ? read(at.unitPrice) : (priceIndex?.find(listed)?.price ?? null);
    const value = at.amount >= 0 ? read(at.amount) : quantity && price && multiplyDecimal(quantity, price);
    return (value && toMinorUnits(value, minorUnit)) ?? 0;
  };

  const dateOf = (row: CsvRow): number => {
    let day = dateFromBytes(row.bytes, row.starts[at.date], row.ends[at.date]);
    if (day === NO_DATE) day = dateFromText(cellText(row, at.date, decoder));
    return dateOrder !== null && isOpenDate(day) ? closeDate(day, dateOrder) : day;
  };

  const idHash = (row: CsvRow, cell: number): number => {
    let start = row.starts[cell];
    let end = row.ends[cell];
    while (start < end && row.bytes[start] === SPACE) start++;
    while (end > start && row.bytes[end - 1] === SPACE) end--;
    return hashBytes(row.bytes, start, end);
  };

  const onRow = (row: CsvRow): void => {
    if (row.number <= headerRow) return;
    rowsIn++;
    tally.rowsIn++;
    if (row.fault !== 'none') {
      refuse(row, row.fault === 'quote' ? 'import/unterminatedQuote' : 'import/raggedRow');
      return;
    }
    if (row.count !== width && !onlyEmptyExtras(row, width)) {
      refuse(row, 'import/raggedRow', { params: { expected: width, found: row.count } });
      return;
    }
    if (!passesFilter(row)) {
      refuse(row, 'import/filteredOut', { cell: at.filter });
      return;
    }
    const day = dateOf(row);
    if (day === NO_DATE) {
      refuseCell(row, at.date, 'import/badDate');
      return;
    }
    for (let c = 0; c < columns.length; c++) {
      const dictionary = dictionaries[c];
      const code = codeOf(dictionary, row, cellAt[c]);
      if (dictionary.hasBad && dictionary.isBad(code)) {
        refuse(row, 'import/encoding', { cell: cellAt[c] });
        return;
      }
      codes[c] = code;
    }
    let pieces = Number.NaN;
    let quantity: Decimal | null = null;
    if (at.quantity >= 0) {
      pieces = wholeFromBytes(row.bytes, row.starts[at.quantity], row.ends[at.quantity]);
      // Exact digits are only needed where a price multiplies them, or where the cell is not plain.
      if (at.amount < 0 || Number.isNaN(pieces)) {
        quantity = decimalAt(row, at.quantity);
        if (quantity !== null) pieces = numberOf(quantity);
        else if (at.amount < 0 || cellText(row, at.quantity, decoder).trim() !== '') {
          refuseCell(row, at.quantity, 'import/badNumber');
          return;
        } else reports.warn('import/missingValue');
      }
    }
    const amount = amountOf(row, quantity);
    if (Number.isNaN(amount)) return;
    if (amount < 0) reports.warn('import/negativeAmount');
    if (isOpenDate(day)) {
      const index = kept;
      const text = () => cellText(row, at.date, decoder).trim();
      dates.note(day, () => ({ index, row: numberOfRow(row), file, value: text(), cells: cellsOf(row) }));
    }

    const i = segment.count;
    segment.day[i] = day;
    segment.amount[i] = amount;
    if (segment.quantity !== null && !Number.isNaN(pieces)) segment.quantity[i] = pieces;
    if (segment.order !== null) segment.order[i] = idHash(row, at.order);
    if (segment.line !== null) segment.line[i] = idHash(row, at.line);
    for (let c = 0; c < columns.length; c++) segment.cells[c][i] = codes[c];
    kept++;
    tally.kept++;
    tally.amountKept += amount;
    segment.count++;
    if (i === 0) segments.push(segment);
    if (segment.count === ORDERS_PER_SEGMENT) segment = emptySegment(shape);
  };

  const onBroken = ({ row, code, cells }: BrokenRow): void => {
    rowsIn++;
    tally.rowsIn++;
    tally.reported++;
    reports.report(row, { code, file }, () => cells);
  };

  return {
    openFile,
    onRow,
    onBroken,
    get rowsIn() {
      return rowsIn;
    },
    get coded() {
      const headers = firstHeaders ?? [];
      return { rowsIn, kept, segments, columns, dictionaries, unpriced, dates, reports, headers, files };
    },
  };
}

const newTally = (name: string): OrderFileTally => ({
  name,
  rowsIn: 0,
  kept: 0,
  reported: 0,
  amountKept: 0,
  amountReported: 0,
  from: null,
  to: null,
});

/** Columns that are kept as dictionary codes: leaves and parents of all dimensions. */
const codedColumns = (plan: SourcePlan): string[] => [
  ...new Set(
    plan.dimensions.flatMap((d) => [d.column, ...d.parents.flatMap((p) => ('column' in p ? [p.column] : []))]),
  ),
];

const numberOf = ({ coefficient, scale }: Decimal): number =>
  scale === 0 ? Number(coefficient) : Number(coefficient) / 10 ** scale;

/** Some programs end every line with a delimiter: more cells than headers are fine as long as nothing stands in them. */
function onlyEmptyExtras(row: CsvRow, width: number): boolean {
  if (row.count < width || row.count > row.starts.length) return false;
  for (let i = width; i < row.count; i++) if (row.ends[i] > row.starts[i]) return false;
  return true;
}
