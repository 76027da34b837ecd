import type { FactValue } from '~/domain/fact';
import { type Issue, issue } from '~/domain/issue';
import { readNumber } from '~/domain/number';
import { dayOf, isoDate, isRealDate, monthIdAt, monthIndexOf } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import type { SourceField } from '~/domain/source';

export interface EntryContext {
  minorUnit: number;
  locale: string;
}

/** Decimals that counts and measures of a fact may have. */
const DECIMALS = 6;

/** A value as it stands in its field of the form; '' is blank. Members stand by name, which is not known here. */
export function entryText(
  field: SourceField,
  value: FactValue,
  { minorUnit }: Pick<EntryContext, 'minorUnit'>,
): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  switch (field.type) {
    case 'day':
      return isoDate(value);
    case 'month':
      return monthIdAt(value);
    case 'amount':
      return plain(value / 10 ** minorUnit, minorUnit);
    case 'percent':
      return `${plain(value * 100, 4)}%`;
    case 'flag':
      return value === 0 ? 'no' : 'yes';
    default:
      return plain(value, DECIMALS);
  }
}

const plain = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));

/**
 * What was typed into a field: blank is null, never zero; a required field takes no blank. Amounts become minor units,
 * percentages shares, yes and no 1 and 0. Members are looked up elsewhere.
 */
export function readEntry(field: SourceField, text: string, context: EntryContext): Result<FactValue> {
  const said = text.trim();
  if (said === '') return field.required ? fail(issue('import/missingValue')) : ok(null);
  switch (field.type) {
    case 'day':
      return dated(said, true);
    case 'month':
      return dated(said, false);
    case 'amount':
      return numeric(said, { ...context, minorUnit: context.minorUnit, kind: 'money', over: 1 });
    case 'percent':
      return numeric(said.replace(/[%％]$/, ''), { ...context, minorUnit: 4, kind: 'count', over: 10 ** 6 });
    case 'quantity':
    case 'number':
      return numeric(said, { ...context, minorUnit: DECIMALS, kind: 'count', over: 10 ** DECIMALS });
    case 'flag':
      return ok(said === 'yes' ? 1 : 0);
    default:
      return ok(said);
  }
}

interface Numeric extends EntryContext {
  kind: 'money' | 'count';
  over: number;
}

function numeric(text: string, { minorUnit, locale, kind, over }: Numeric): Result<FactValue> {
  const read = readNumber(text, { current: null, minorUnit, unit: 1, kind, locale });
  if (!read.ok) return read;
  if (read.value.kind === 'blank') return fail(issue('number/needsValue'));
  return ok(read.value.amount / over);
}

function dated(text: string, hasDay: boolean): Result<FactValue> {
  const parts = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (!parts) return fail(badDate());
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  const date = hasDay ? Number(parts[3] ?? Number.NaN) : 1;
  if (!isRealDate(year, month, date)) return fail(badDate());
  const day = dayOf(year, month, date);
  return ok(hasDay ? day : monthIndexOf(day));
}

const badDate = (): Issue => issue('import/badDate');
