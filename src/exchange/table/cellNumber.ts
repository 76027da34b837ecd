import { amountFromText, type DecimalMark } from '../csv/amountText';
import { decimalText } from './exactSum';
import { numberText } from './gridCell';
import { quickEvidence, quickNumber } from './quickNumber';
import type { GridCell } from './sheetGrid';

/** A number as plain decimal text, times the unit (a power of ten); null for what is none. Percent is for percent columns. */
export function cellNumber(cell: GridCell, mark: DecimalMark, power: number): string | null {
  if (typeof cell === 'number') return shifted(numberText(cell), power);
  if (typeof cell !== 'string') return null;
  const quick = quickNumber(cell, mark);
  if (quick !== null) return shifted(quick, power);
  const value = amountFromText(cell, mark);
  return value === null ? null : decimalText(value.coefficient, value.scale - power);
}

/** "12.5%" as 0.125, "0.125" of a percent cell in a workbook as it is; null for no number. */
export function cellPercent(cell: GridCell, mark: DecimalMark): string | null {
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell !== 'string') return null;
  const text = cell.normalize('NFKC').trim();
  if (!/%\)?-?$/.test(text)) return null;
  const value = amountFromText(text.replace('%', ''), mark);
  return value === null ? null : decimalText(value.coefficient, value.scale + 2);
}

function shifted(text: string, power: number): string {
  if (power === 0 || text === '') return text;
  const dot = text.indexOf('.');
  const scale = dot < 0 ? 0 : text.length - dot - 1;
  return decimalText(BigInt(text.replace('.', '')), scale - power);
}

/** Money as it is written, whichever mark: evidence while a column is not decided. */
export type MarkEvidence = 'point' | 'comma' | 'open' | 'plain' | 'none';

/** Which decimal mark a cell speaks for. open: 1,234 or 1.234, which both explain; plain: no mark at all. */
export function markEvidence(text: string): MarkEvidence {
  const quick = quickEvidence(text);
  if (quick !== undefined) return quick;
  const body = text.endsWith('%') || text.endsWith('％') ? text.slice(0, -1) : text;
  const point = amountFromText(body, '.');
  const comma = amountFromText(body, ',');
  if (point === null && comma === null) return 'none';
  if (point === null) return 'comma';
  if (comma === null) return 'point';
  if (Number(point.coefficient) === Number(comma.coefficient) && point.scale === comma.scale) return 'plain';
  // Nobody groups a number that begins with 0.
  if (/(?<!\d)0[.．]\d/.test(body)) return 'point';
  return /(?<!\d)0[,，]\d/.test(body) ? 'comma' : 'open';
}
