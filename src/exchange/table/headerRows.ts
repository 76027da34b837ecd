import { type CellLook, cellTextOf, isHollow, lookOf } from './gridCell';
import { headerPeriod } from './headerPeriod';
import { unitNamed } from './headerUnit';
import type { GridCell, SheetGrid } from './sheetGrid';
import { totalWord } from './totalWords';

/** Where the lines that name the columns stand: index of the first and how many; 0 lines = no row names them. */
export interface HeaderPlace {
  first: number;
  count: number;
}

const PROBE = 80;
const BODY = 12;
const MOST_LEVELS = 4;
/** Words that name columns far more often than they stand in them. */
const NAMES =
  /客户|名称|编号|编码|代码|日期|时间|金额|数量|单价|产品|区域|地区|业务员|销售|负责人|部门|备注|月份|订单|合同|单号|客戶|名稱|編號|區域|業務員|產品|金額|數量|customer|client|date|amount|region|product|name|number|qty|quantity|seller|owner|status|order|kunde|betrag|datum|menge|umsatz|montant/i;
const META = /(?:[:：]\s*\S)|^(?:制表|审核|打印|导出|报表|编制|填报|单位)/;

/**
 * The lines that name the columns, among titles, blank lines and remarks: the widest line of distinct names above the first
 * line of numbers or dates, with the line above it where that groups its names (quarters over months) and the one below
 * where that goes on naming (months under 2024年, a line of units). Lines that already hold numbers are no names.
 */
export function headerRows({ rows, rowNumbers, merges }: SheetGrid): HeaderPlace {
  const looks = rows.slice(0, PROBE).map((row) => row.map(lookOf));
  const counts = looks.map((row) => row.filter((look) => look !== 'blank').length);
  const width = typicalWidth(counts);
  const least = Math.max(1, Math.ceil(width * 0.5 + 0.1));
  const firstData = looks.findIndex(
    (row, i) =>
      counts[i] >= least && row.some((look) => look === 'number' || look === 'date') && !isNaming(row) && !isTotal(i),
  );
  const end = firstData < 0 ? looks.length : firstData;
  const candidates: number[] = [];
  for (let i = 0; i < end; i++) {
    if (counts[i] >= least && isNaming(looks[i]) && !isRemark(i) && !isTotal(i)) candidates.push(i);
  }
  if (candidates.length === 0)
    return { first: Math.max(0, firstData < 0 ? looks.findIndex((_, i) => counts[i] >= least) : firstData), count: 0 };
  const most = Math.max(...candidates.map((i) => counts[i]));
  const slack = width >= 6 ? 1 : 0;
  // Where no figures follow, names of columns stand in rows of data as well.
  const named = firstData < 0 ? undefined : candidates.find((i) => shareOf(i, NAMES) >= 0.5);
  let first = named ?? candidates.find((i) => counts[i] >= most - slack) ?? candidates[0];
  let count = 1;
  while (count < MOST_LEVELS && goesOn(first + count, first)) count++;
  while (count < MOST_LEVELS && first > 0 && groups(first - 1, first)) {
    first--;
    count++;
  }
  return { first, count };

  function numberOf(i: number): number {
    return rowNumbers?.[i] ?? i + 1;
  }

  function shareOf(i: number, pattern: RegExp): number {
    return rows[i].filter((cell) => pattern.test(cellTextOf(cell).slice(0, 200))).length / counts[i];
  }

  function isRemark(i: number): boolean {
    const remarks = rows[i].filter((cell) => META.test(cellTextOf(cell).slice(0, 200))).length;
    return remarks > 0 && remarks >= counts[i] * 0.4;
  }

  function isTotal(i: number): boolean {
    const at = rows[i].findIndex((cell) => cellTextOf(cell) !== '');
    const word = at >= 0 && totalWord(cellTextOf(rows[i][at])) !== null;
    return word && looks[i].some((look) => look === 'number');
  }

  /** What the lines behind a header hold per column. */
  function bodyLook(column: number, from: number): CellLook {
    const tally = new Map<CellLook, number>();
    for (let i = from; i < Math.min(from + BODY, looks.length); i++) {
      const look = looks[i][column] ?? 'blank';
      if (look !== 'blank' && !isHollow(cellTextOf(rows[i][column]))) tally.set(look, (tally.get(look) ?? 0) + 1);
    }
    return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'blank';
  }

  /** True where a line below a header names on: where the lines after it hold numbers it still holds names. */
  function goesOn(i: number, top: number): boolean {
    if (i >= end || i >= looks.length || counts[i] === 0 || !isNaming(looks[i]) || numberOf(i) !== numberOf(i - 1) + 1)
      return false;
    if (i + 1 >= looks.length || isTotal(i)) return false;
    let figures = 0;
    let namedFigures = 0;
    let foreign = 0;
    for (let c = 0; c < looks[i].length; c++) {
      const text = cellTextOf(rows[i][c]).slice(0, 200);
      const body = bodyLook(c, i + 1);
      if (body === 'number' || body === 'date') {
        figures++;
        if (text !== '' && !isHollow(text)) namedFigures++;
      } else if (
        text !== '' &&
        text !== cellTextOf(rows[top][c]) &&
        cellTextOf(rows[top][c]) !== '' &&
        unitNamed(text) === null
      )
        foreign++;
    }
    if (namedFigures === 0) return false;
    if (foreign === 0) return true;
    // Two languages one below the other: no figure anywhere although most columns hold figures.
    return namedFigures === figures && figures >= 2 && shareOf(i, NAMES) >= 0.3;
  }

  /** True where a line above a header groups its names: it fills gaps, or stands over periods or names that repeat. */
  function groups(i: number, top: number): boolean {
    if (
      counts[i] === 0 ||
      !looks[i].every((look) => look === 'blank' || look === 'label' || look === 'period') ||
      isRemark(i) ||
      numberOf(i) !== numberOf(i + 1) - 1
    )
      return false;
    const below = rows[top].map(shortText);
    const texts = rows[i].map(shortText);
    const filled = texts.flatMap((text, c) => (text === '' ? [] : [c]));
    const fillsGap = filled.some((c) => (below[c] ?? '') === '' && bodyLook(c, top + count) !== 'blank');
    const single = filled.length === 1;
    const merged = merges.filter((m) => m.row === i && m.columns > 1);
    if (single) {
      const [at] = filled;
      const wide = merged.find((m) => m.column === at)?.columns ?? 0;
      const period = headerPeriod(texts[at]);
      return (at > 0 && period !== null && period.rest === '') || (at > 0 && wide > 1 && wide < width);
    }
    if (fillsGap) return true;
    const repeated = new Set(below.filter((text, c) => text !== '' && below.indexOf(text) !== c));
    return (
      filled.some((c) => c > 0 && (repeated.has(below[c]) || headerPeriod(below[c] ?? '') !== null)) &&
      filled.length < counts[top]
    );
  }
}

const shortText = (cell: GridCell): string => cellTextOf(cell).slice(0, 200);

/** A line of names: labels and periods only, most of them different, none of them long. */
function isNaming(looks: readonly CellLook[]): boolean {
  const filled = looks.filter((look) => look !== 'blank');
  const names = filled.filter((look) => look === 'label' || look === 'period');
  // A line of years alone is as likely a line of numbers.
  return filled.length > 0 && names.length === filled.length && (filled.includes('label') || filled.length > 1);
}

/** Filled cells of the usual line; wide lines weigh more, as titles and remarks are narrow. */
function typicalWidth(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [count, lines] of tally) {
    const weight = lines * Math.sqrt(count);
    if (weight > most || (weight === most && count > width)) {
      most = weight;
      width = count;
    }
  }
  return width;
}
