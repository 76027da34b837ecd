import type { GridCell } from '../../table/sheetGrid';
import { isDateFormat } from '../xlsx/dateFormat';
import { pageAttribute } from './pageAttribute';
import { pageEntities } from './pageEntities';

export interface HtmlCell {
  /** Raw attributes. */
  tag: string;
  text: string;
  /** Number format; '@' = text. */
  format: string;
}

/**
 * What a cell of a web page holds. Where a spreadsheet program left the number behind the text, that number, as a serial
 * where its format shows a day; else the text as it is read on the page: its kind is for the table's reader to find.
 */
export function htmlValue({ tag, text, format }: HtmlCell): GridCell {
  const shown = pageText(text);
  if (tag === '' || format === '@') return shown;
  const told = pageAttribute(tag, 'x:num') ?? pageAttribute(tag, 'sdval');
  if (told === null) return pageAttribute(tag, 'x:err') === null ? shown : null;
  const number = told !== '' ? Number(told) : /^-?\d+(\.\d+)?$/.test(shown) ? Number(shown) : Number.NaN;
  if (!Number.isFinite(number)) return shown;
  return isDay(format) ? { serial: number } : number;
}

const isDay = (format: string): boolean =>
  /^(general|short|medium|long) date$/i.test(format) || (!/^[a-z ]*$/i.test(format) && isDateFormat(-1, format));

const pageText = (raw: string): string =>
  pageEntities(raw)
    .replace(/[ \t\r\f\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
