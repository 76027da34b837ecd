import type { DecimalMark } from '../csv/amountText';
import { closeDate, type DateOrder, hasShortYear, isOpenDate, NO_DATE } from '../csv/calendarDate';
import { cellDay } from './cellDate';
import { markEvidence } from './cellNumber';
import { cellTextOf, isHollow } from './gridCell';
import type { GridCell } from './sheetGrid';

/** What all cells of a column say about their decimal mark. */
export interface MarkDecision {
  mark: DecimalMark | null;
  /** Cells that both marks explain: 1,234 … */
  open: number;
  /** … and among them those written with a comma. */
  openCommas: number;
  /** The first of them. */
  example: string;
}

/** The decimal mark the cells of a column prove; null where none does. Whole numbers and numbers of a workbook say nothing. */
export function decideMark(cells: readonly GridCell[]): MarkDecision {
  let point = 0;
  let comma = 0;
  let open = 0;
  let openCommas = 0;
  let example = '';
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length > 60) continue;
    const evidence = markEvidence(cellTextOf(cell));
    if (evidence === 'point') point++;
    else if (evidence === 'comma') comma++;
    else if (evidence === 'open') {
      if (open++ === 0) example = cell;
      if (/[,，]/.test(cell)) openCommas++;
    }
  }
  return { mark: point === 0 && comma === 0 ? null : point >= comma ? '.' : ',', open, openCommas, example };
}

/** What all cells of a column say about the order of day and month. */
export interface OrderDecision {
  /** Null where no cell needs an order. */
  order: DateOrder | null;
  /** True where nothing proves the order: it is to be asked. */
  open: boolean;
  /** Figures for the question. */
  counts: { open: number; mdy: number; dmy: number; shortYears: number };
  example: string;
}

/** A reading with this many times more evidence than the other stands. */
const CLEAR_MAJORITY = 20;

/**
 * Which number of 3/4/2024 is the month, from the whole column: one number above 12 is enough, as long as none speaks
 * against it. Points between the numbers mean the day stands first. Else a guess (`open`): the order under which the column
 * is sorted, else the order of another column, else the month first.
 */
export function decideOrder(cells: readonly GridCell[], from1904: boolean, elsewhere: DateOrder | null): OrderDecision {
  const counts = { open: 0, mdy: 0, dmy: 0, shortYears: 0 };
  let example = '';
  let points = 0;
  const seen = new Set<string>();
  let yearLast = false;
  const rising = { mdy: 0, dmy: 0 };
  const before = { mdy: NO_DATE, dmy: NO_DATE };
  for (const cell of cells) {
    if (typeof cell !== 'string' || seen.has(cell)) continue;
    if (seen.size < 50_000) seen.add(cell);
    const text = cellTextOf(cell);
    if (text === '' || isHollow(text)) continue;
    const day = cellDay(text, from1904);
    if (!isOpenDate(day)) continue;
    if (counts.open++ === 0) example = text;
    if (/^\d{1,2}\.\d{1,2}\./.test(text)) points++;
    if (hasShortYear(day)) {
      counts.shortYears++;
      if (closeDate(day, 'ymd') === NO_DATE) yearLast = true;
    }
    const read = { mdy: closeDate(day, 'mdy'), dmy: closeDate(day, 'dmy') };
    if (read.mdy !== NO_DATE && read.dmy === NO_DATE) counts.mdy++;
    if (read.dmy !== NO_DATE && read.mdy === NO_DATE) counts.dmy++;
    for (const order of ['mdy', 'dmy'] as const) {
      if (before[order] !== NO_DATE && read[order] !== NO_DATE) rising[order] += Math.sign(read[order] - before[order]);
      before[order] = read[order];
    }
  }
  if (counts.open === 0) return { order: null, open: false, counts, example };
  const { mdy, dmy, shortYears } = counts;
  // 24/3/15: as long as every date fits with the year in front, nobody can tell.
  if (shortYears > 0 && !yearLast && points === 0) return { order: elsewhere ?? 'ymd', open: true, counts, example };
  const better: DateOrder = mdy > dmy ? 'mdy' : 'dmy';
  if (mdy !== dmy && Math.max(mdy, dmy) >= Math.min(mdy, dmy) * CLEAR_MAJORITY)
    return { order: better, open: false, counts, example };
  if (mdy === 0 && dmy === 0 && points === counts.open) return { order: 'dmy', open: false, counts, example };
  const sorted = rising.mdy === rising.dmy ? null : rising.mdy > rising.dmy ? 'mdy' : 'dmy';
  return { order: elsewhere ?? sorted ?? 'mdy', open: true, counts, example };
}
