import { issue } from '~/domain/issue';
import type { DroppedRow } from '~/domain/packView';
import type { ReportedRow } from './detectedTable';
import { cellTextOf, lookOf } from './gridCell';
import type { GridCell } from './sheetGrid';
import { totalWord } from './totalWords';

export interface BodyRowsOptions {
  rows: readonly GridCell[][];
  /** Row in the file per row. */
  numberOf(index: number): number;
  /** First row behind the header. */
  from: number;
  /** Columns there are; filled cells beyond are a row that was cut wrongly. */
  width: number;
  /** Texts of the header's lines. */
  headerLines: readonly string[][];
  /** Rows are records of a text: a cell too many has moved all behind it. */
  cut: boolean;
}

export interface BodyRows {
  kept: number[];
  dropped: DroppedRow[];
  reported: ReportedRow[];
}

const SAMPLE = 400;
const SUSPECT =
  /[计計总總汇均]|占比|[构構]成|[同环環]比|average|mean|tota|sum|gesamt|razem|celkem|souč|összes|toplam|итого|всего|σύνολο/i;
const REMARK =
  /^(?:制\s*表|审\s*核|复\s*核|打\s*印|导\s*出|编\s*制|填\s*报|制\s*單|製\s*表|審\s*核|備\s*註|备\s*注|注|说明|數據來源|数据来源|来源|负责人签字|单位|單位|日期|报表|以上|本表)[^:：]{0,8}[:：]|^第\s*\d+\s*[页頁]|^[-–—\s]*共?\s*\d+\s*[页頁]|^page\s*\d+|^(?:printed|source|note|notes|remark|prepared by|generated|exported|report|unit)\b[^:]{0,20}:|^\*|^(?:注|备注|说明)\s*[0-9]?[、.：:]|^-+\s*\d+\s*-+$|^\((?:续|完|續)|^(?:单位|單位)/i;
const RULE = /^[\s\-=_*+—─━┄|~.·]+$/;

/**
 * Which lines behind the header are data. Blank lines, repeated headers, subtotals, totals, footers and rules are dropped
 * with their reason; a row that was cut into more cells than there are columns is reported. A total is told by its word in a
 * line that leaves other names blank, so that a customer called Total stays.
 */
export function bodyRows({ rows, numberOf, from, width, headerLines, cut }: BodyRowsOptions): BodyRows {
  const shape = shapeOf(rows, from, width);
  const seen = new Set<string>();
  const result: BodyRows = { kept: [], dropped: [], reported: [] };
  const drop = (i: number, reason: DroppedRow['reason']): void => {
    result.dropped.push({ row: numberOf(i), reason, text: rowText(rows[i]) });
  };
  for (let i = from; i < rows.length; i++) {
    const row = rows[i];
    let filled = 0;
    let last = -1;
    let suspect = false;
    let remark = false;
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (cell === null || cell === '') continue;
      if (typeof cell !== 'string') {
        filled++;
        last = c;
        continue;
      }
      const text = cellTextOf(cell);
      if (text === '') continue;
      filled++;
      last = c;
      if (!suspect && SUSPECT.test(text)) suspect = true;
      if (filled === 1 && isRemarkText(text)) remark = true;
    }
    if (filled === 0) drop(i, 'blank');
    else if (remark && isRemark(row, filled, shape)) drop(i, 'note');
    else if (isHeaderAgain(row, filled, headerLines)) drop(i, 'header');
    else {
      const total = suspect ? totalOf(row, shape, seen) : null;
      if (total) drop(i, total);
      else if (filled === 1 && width >= 3 && isLone(row, shape)) drop(i, 'note');
      else if (cut && last >= width) {
        const place = { row: numberOf(i) };
        result.reported.push({
          row: numberOf(i),
          issue: issue('import/raggedRow', undefined, place),
          text: rowText(row),
        });
      } else {
        result.kept.push(i);
        if (seen.size < 5000) for (const c of shape.names) if (row[c]) seen.add(cellTextOf(row[c]));
      }
    }
  }
  return result;
}

/** Cells joined for people, at most 500 characters. */
export const rowText = (row: readonly GridCell[]): string =>
  row
    .map(cellTextOf)
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, 500);

interface Shape {
  width: number;
  /** Columns of names. */
  names: number[];
  /** Columns of names that nearly every row fills. */
  keys: number[];
  figures: Set<number>;
}

function shapeOf(rows: readonly GridCell[][], from: number, width: number): Shape {
  const step = Math.max(1, Math.floor((rows.length - from) / SAMPLE));
  const filled = new Uint32Array(width);
  const figures = new Uint32Array(width);
  let count = 0;
  for (let i = from; i < rows.length; i += step) {
    // Remarks and blank lines say nothing about columns.
    if (rows[i].filter((cell) => cellTextOf(cell) !== '').length < Math.min(3, width)) continue;
    count++;
    for (let c = 0; c < width; c++) {
      const look = lookOf(rows[i][c]);
      if (look === 'blank') continue;
      filled[c]++;
      if (look !== 'label') figures[c]++;
    }
  }
  const columns = Array.from({ length: width }, (_, c) => c);
  const isFigure = (c: number): boolean => filled[c] > 0 && figures[c] >= filled[c] * 0.5;
  const names = columns.filter((c) => filled[c] > 0 && !isFigure(c));
  return {
    width,
    names,
    keys: names.filter((c) => filled[c] >= count * 0.75),
    figures: new Set(columns.filter(isFigure)),
  };
}

function totalOf(
  row: readonly GridCell[],
  { names, keys, figures }: Shape,
  seen: ReadonlySet<string>,
): DroppedRow['reason'] | null {
  let found: ReturnType<typeof totalWord> = null;
  let at = -1;
  for (let c = 0; c < row.length && found === null; c++) {
    const cell = row[c];
    if (typeof cell !== 'string' || !SUSPECT.test(cell)) continue;
    found = totalWord(cellTextOf(cell));
    at = c;
  }
  if (found === null) return null;
  const others = names.filter((c) => {
    const text = c === at ? '' : cellTextOf(row[c]);
    return text !== '' && totalWord(text) === null && text !== cellTextOf(row[at]) && text !== found?.of;
  });
  const missing = keys.filter((c) => c !== at && cellTextOf(row[c]) === '').length;
  // Figures as keys (codes, dates) are left blank by totals as well.
  const blankFigures = [...figures].filter((c) => cellTextOf(row[c]) === '').length;
  if (missing > 0 && (missing >= others.length || blankFigures > 0)) return found.word;
  if (others.length === 0 && (found.of === '' || found.word === 'subtotal' || seen.has(found.of) || blankFigures > 0))
    return found.word;
  // 华东 | 小计: the word alone, under the names of the levels above it.
  if (found.of === '' && others.length > 0 && others.every((c) => c < at)) return 'subtotal';
  return found.of !== '' && seen.has(found.of) && others.length <= 1 && blankFigures > 0 ? found.word : null;
}

const isRemarkText = (text: string): boolean => text.length <= 200 && (REMARK.test(text) || RULE.test(text));

/** True for a remark in its first cell that is no row of data: hardly anything beside it, no figures where they belong. */
function isRemark(row: readonly GridCell[], filled: number, { width, figures }: Shape): boolean {
  if (filled === 1 || (filled <= 3 && width >= 5)) return true;
  let remarks = 0;
  let data = 0;
  for (let c = 0; c < row.length; c++) {
    const text = cellTextOf(row[c]);
    if (text === '') continue;
    if (isRemarkText(text)) remarks++;
    else if (figures.has(c) && lookOf(row[c]) !== 'label') data++;
  }
  return remarks === filled || (remarks >= 2 && data === 0) || (data === 0 && filled <= width / 2);
}

/** One filled cell that is a heading of a part: a text where names stand, no figure. */
function isLone(row: readonly GridCell[], { figures }: Shape): boolean {
  const at = row.findIndex((cell) => cellTextOf(cell) !== '');
  const look = lookOf(row[at]);
  return look === 'label' && (!figures.has(at) || at === 0);
}

function isHeaderAgain(row: readonly GridCell[], filled: number, lines: readonly string[][]): boolean {
  return lines.some((line) => {
    const named = line.filter((text) => text !== '').length;
    if (named < 2 || filled < named * 0.7 || filled > named + 1) return false;
    // The first names differ in nearly every row of data: no need to look further.
    let same = 0;
    let other = 0;
    for (let c = 0; c < line.length && other <= named * 0.2; c++) {
      const text = cellTextOf(row[c]);
      if (text !== '' && text.replace(/\s+/g, ' ') === line[c]) same++;
      else if (text !== '') other++;
    }
    return same >= named * 0.7 && other <= named * 0.2;
  });
}
