import { type DimensionId, foldKey } from '~/domain/dimension';
import { type Issue, issue } from '~/domain/issue';
import { type NumberContext, readNumber } from '~/domain/number';
import type { PeriodId } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import type { ProposalRow } from '~/plan/proposalsFromRows';
import { FIELDS } from './fields';
import { headerWords } from './headerWords';
import { monthNamed } from './monthNamed';
import { type TextRow, textTable } from './textTable';

export interface ProposalTableOptions {
  /** Dimensions of the plan, with the name people gave them ('' = none). */
  dimensions: readonly { id: DimensionId; title: string }[];
  /** Whose names stand in a list without a heading. */
  dimension: DimensionId;
  periods: readonly PeriodId[];
  reading: Omit<NumberContext, 'current' | 'kind'>;
}

export interface ProposalTable {
  rows: ProposalRow[];
  /** Row numbers in the text, in the order of `rows`. */
  numbers: number[];
  /** Rows that are in no proposal, and why. */
  issues: Issue[];
}

/** More rows are no list of proposals but a file of orders. */
export const MOST_PROPOSAL_ROWS = 20_000;

/**
 * The proposals of a table that came by clipboard or file. Columns are told by their headings in Chinese or English: names
 * of dimensions (an inner level fills in where the leaf is blank), one amount, and either a column of months or a column
 * per month. A list without a heading is names first, amount last. Blank amounts propose nothing; a text that is no number
 * is an issue with its row. Refused without any name or amount column. Amounts become minor units.
 */
export function proposalTable(text: string, options: ProposalTableOptions): Result<ProposalTable> {
  const [first, ...others] = textTable(text);
  if (!first) return fail(issue('import/emptyFile'));
  const headed = columnsOf(first.cells, options);
  const columns = headed ?? plainColumns(first, options);
  if (!columns || columns.names.length === 0) return fail(issue('proposal/noColumns'));
  const body = headed ? others : [first, ...others];
  if (body.length === 0) return fail(issue('import/headerOnly', { columns: first.cells.length }));
  if (body.length > MOST_PROPOSAL_ROWS) return fail(issue('import/tooLarge'));
  const table: ProposalTable = { rows: [], numbers: [], issues: [] };
  for (const row of body) readRow(row, { columns, options, table });
  return table.rows.length > 0 ? ok(table) : fail(...((table.issues.length > 0 ? table.issues : [NOTHING]) as [Issue]));
}

const NOTHING = issue('import/nothingKept');

interface Columns {
  /** Leaves before the levels above them. */
  names: { at: number; dimension: DimensionId }[];
  /** Where the month of a row stands; −1 = amounts are for the whole year or have months of their own. */
  period: number;
  amounts: { at: number; period: PeriodId | null }[];
}

const AMOUNT_WORDS = ['上报数', '上报', '上报金额', '上报目标', '目标', '年度目标', '全年', '合计', '金额'];
const AMOUNT_WORDS_EN = ['proposal', 'proposed', 'target', 'goal', 'plan', 'quota', 'full year', 'total', 'year'];
const PERIOD_WORDS = ['月份', '月', '期间', '会计期间', 'month', 'period', 'fiscal period'];

/** What each column is by its heading; null where the row is no heading. */
function columnsOf(headings: readonly string[], options: ProposalTableOptions): Columns | null {
  const words = headings.map(headerWords);
  const months = headings.flatMap((heading, at) => {
    const period = monthNamed(heading, options.periods);
    return period === null ? [] : [{ at, period }];
  });
  const isMonth = (at: number): boolean => months.some((month) => month.at === at);
  const names = words
    .flatMap((word, at) => {
      const found = isMonth(at) ? null : dimensionNamed(word, options.dimensions);
      return found ? [{ at, ...found }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
  const isName = (at: number): boolean => names.some((name) => name.at === at);
  const known = new Set([...AMOUNT_WORDS, ...AMOUNT_WORDS_EN, ...amountNames()].map(foldKey));
  const amount = words.findIndex((word, at) => !isName(at) && !isMonth(at) && known.has(word));
  const period = words.findIndex((word) => PERIOD_WORDS.includes(word));
  // Months win over their total beside them.
  if (months.length > 0) return { names, period: -1, amounts: months };
  return amount < 0 ? null : { names, period, amounts: [{ at: amount, period: null }] };
}

const amountNames = (): readonly string[] => FIELDS.find(({ id }) => id === 'amount')?.names ?? [];

function dimensionNamed(
  word: string,
  dimensions: ProposalTableOptions['dimensions'],
): { dimension: DimensionId; rank: number } | null {
  if (word === '') return null;
  const own = dimensions.find(({ id, title }) => headerWords(title) === word || headerWords(id) === word);
  if (own) return { dimension: own.id, rank: 0 };
  const field = FIELDS.find(({ dimension, names }) => dimension !== undefined && names.includes(word));
  const known = dimensions.find(({ id }) => id === field?.dimension);
  return known ? { dimension: known.id, rank: field?.rank ?? 0 } : null;
}

/** A list without a heading: a name, perhaps more that is passed over, and an amount at the end. */
function plainColumns({ cells }: TextRow, { dimension, reading }: ProposalTableOptions): Columns | null {
  const last = cells.length - 1;
  const isAmount = last > 0 && readNumber(cells[last], { ...reading, current: null, kind: 'money' }).ok;
  return isAmount ? { names: [{ at: 0, dimension }], period: -1, amounts: [{ at: last, period: null }] } : null;
}

function readRow(
  { cells, number }: TextRow,
  { columns, options, table }: { columns: Columns; options: ProposalTableOptions; table: ProposalTable },
): void {
  const names: Record<DimensionId, string> = {};
  for (const { at, dimension } of columns.names) if (!names[dimension] && cells[at]) names[dimension] = cells[at];
  // A line of totals names nobody; it would be the whole plan once more.
  if (Object.keys(names).length === 0) return;
  const said = columns.period < 0 ? '' : (cells[columns.period] ?? '');
  const named = said === '' ? null : (monthNamed(said, options.periods) ?? said);
  for (const { at, period } of columns.amounts) {
    const text = cells[at] ?? '';
    const read = readNumber(text, { ...options.reading, current: null, kind: 'money' });
    if (!read.ok) table.issues.push(issue('import/badNumber', { value: text }, { row: number }));
    else if (read.value.kind === 'value') {
      table.rows.push({ names, period: period ?? named, amount: read.value.amount });
      table.numbers.push(number);
    }
  }
}
