import { parseDecimal, toMinorUnits } from '~/domain/decimal';
import { type NumberEntry, readNumber } from '~/domain/number';
import { plainNumber } from '~/domain/numberPlain';
import { ok, type Result } from '~/domain/result';
import type { SheetField } from '~/domain/sheet';
import type { CellNumber } from './blockCache';
import type { GridView } from './gridView';
import { isRatioField, isSpoken } from './rangeSummary';

/** A share is planned in hundredths of a percent: 0.2534 is 2,534. */
const SHARE_SCALE = 4;
const PERCENT = 2;

/** How the numbers of a column are written: money in the unit of the screen, a share as percent, others in their own. */
function writing(field: SheetField, { reading }: GridView) {
  if (isRatioField(field)) {
    return { kind: 'percent', minorUnit: (field.scale ?? SHARE_SCALE) - PERCENT, unit: 1 } as const;
  }
  if (field.scale !== undefined) return { kind: 'count', minorUnit: field.scale, unit: 1 } as const;
  return { kind: 'money', minorUnit: reading.minorUnit, unit: reading.unit } as const;
}

/** The number of a cell as commands count it: shares as integers of their scale. Null for blank and unknown. */
export function amountOf(cell: CellNumber | null, field: SheetField): number | null {
  if (!isSpoken(cell)) return null;
  return isRatioField(field) ? Math.round(cell.value * 10 ** (field.scale ?? SHARE_SCALE)) : cell.value;
}

/** What a text means in a cell of a column that holds `current`. `unit` where the text was written in another one. */
export function readEntry(
  text: string,
  { field, current, view, unit }: { field: SheetField; current: number | null; view: GridView; unit?: number },
): Result<NumberEntry> {
  const how = writing(field, view);
  const plain =
    how.kind === 'percent'
      ? null
      : plainAmount(text, how.minorUnit + powerOf(how.kind === 'money' ? (unit ?? how.unit) : how.unit));
  if (plain !== null) return ok({ kind: 'value', amount: plain, relative: false });
  const asked = unit !== undefined && how.kind === 'money' ? unit : how.unit;
  return readNumber(text, { ...how, unit: asked, locale: view.reading.locale, current });
}

const PLAIN = /^-?\d{1,15}(\.\d{1,12})?$/;

/** The short way for what spreadsheets write most: digits and a point mean the same in every language we know. */
function plainAmount(text: string, places: number): number | null {
  const value = PLAIN.test(text) ? parseDecimal(text) : null;
  return value && toMinorUnits(value, places);
}

const powerOf = (unit: number): number => Math.round(Math.log10(unit));

/** The number of a cell as it may be typed back, in full precision; '' for blank and unknown. */
export function plainEntry(cell: CellNumber | null, field: SheetField, view: GridView): string {
  const amount = amountOf(cell, field);
  if (amount === null) return '';
  const { kind, minorUnit, unit } = writing(field, view);
  const text = plainNumber(amount, { minorUnit, unit });
  return kind === 'percent' ? `${text}%` : text;
}

/** What stands beside a number while it is typed: what you see is what you type. */
export function entryUnit(field: SheetField, view: GridView): string {
  const { kind } = writing(field, view);
  return kind === 'money' ? view.unitName : kind === 'percent' ? '%' : (field.unit ?? '');
}
