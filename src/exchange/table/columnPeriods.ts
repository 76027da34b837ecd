import type { ColumnType, DroppedColumn } from './detectedTable';
import { type HeaderPeriod, headerPeriod } from './headerPeriod';

export interface PeriodColumn {
  header: string;
  type: ColumnType;
}

export interface ColumnPeriods {
  /** Per column: the period it holds, with its year; null for others. */
  periods: (HeaderPeriod | null)[];
  /** Per column: why it holds nothing of its own. */
  derived: (DroppedColumn['reason'] | null)[];
  wide: boolean;
  /** True where months name no year and none could be taken from a title. */
  yearless: boolean;
  /** True where the year of some months was counted on from others (October … March). */
  counted: boolean;
}

const FIGURES: readonly ColumnType[] = ['number', 'amount', 'percent'];

/**
 * Which columns are months, quarters or years of one figure, and which of them only add up others: a quarter beside its
 * months, a year beside its months or quarters, 合计 beside any of them. Without at least two periods a table is not wide.
 */
export function columnPeriods(columns: readonly PeriodColumn[], titleYear: number | null): ColumnPeriods {
  const found = columns.map(({ header, type }) => (FIGURES.includes(type) ? headerPeriod(withoutUnit(header)) : null));
  const figures = columns.filter(({ type }) => FIGURES.includes(type)).length;
  const of = (kind: HeaderPeriod['kind']): number => found.filter((period) => period?.kind === kind).length;
  const finest = (['month', 'quarter', 'half', 'year'] as const).find(
    (kind) => of(kind) >= 3 || (of(kind) === 2 && figures <= 2 + of('total')),
  );
  const none = columns.map(() => null);
  if (!finest) return { periods: none, derived: none, wide: false, yearless: false, counted: false };
  const { periods, yearless, counted } = withYears(found, titleYear);
  const derived = periods.map((period) => (period === null ? null : derivedReason(period, periods)));
  const kept = periods.map((period, i) =>
    period === null || derived[i] !== null || period.kind === 'total' ? null : period,
  );
  // A year beside months of other years is a figure of its own, no period of this sheet.
  const own = kept.map((period) => (period?.kind === finest || period?.kind === 'quarter' ? period : null));
  return { periods: own, derived, wide: true, yearless, counted };
}

const withoutUnit = (header: string): string => header.replace(/[(（【][^)）】]*[)）】]/g, ' ');

/** Months without a year take that of the title, and the next one where they begin again (10月 11月 12月 1月). */
function withYears(
  found: readonly (HeaderPeriod | null)[],
  titleYear: number | null,
): { periods: (HeaderPeriod | null)[]; yearless: boolean; counted: boolean } {
  let yearless = false;
  let counted = false;
  const last = new Map<string, { index: number; year: number | null }>();
  const periods = found.map((period) => {
    if (period === null || period.kind === 'total' || period.kind === 'year') return period;
    const track = `${period.kind} ${period.rest}`;
    const before = last.get(track);
    let year = period.year ?? before?.year ?? titleYear;
    if (period.year === null && before && year !== null && period.index < before.index) {
      year++;
      counted = true;
    }
    if (year === null) yearless = true;
    last.set(track, { index: period.index, year });
    return { ...period, year };
  });
  return { periods, yearless, counted };
}

/** True where a coarser period beside finer ones of the same figure only adds them up. */
function derivedReason(period: HeaderPeriod, all: readonly (HeaderPeriod | null)[]): DroppedColumn['reason'] | null {
  const same = (other: HeaderPeriod): boolean => other.rest === period.rest || period.rest === '' || other.rest === '';
  const finer = (kinds: readonly HeaderPeriod['kind'][], from: number, to: number): boolean =>
    all.some((other) => {
      if (other === null || !kinds.includes(other.kind) || !same(other)) return false;
      if (period.year !== null && other.year !== null && period.year !== other.year) return false;
      return other.index >= from && other.index <= to;
    });
  switch (period.kind) {
    case 'month':
      return null;
    case 'quarter':
      return finer(['month'], period.index * 3 - 2, period.index * 3) ? 'subtotal' : null;
    case 'half':
      return finer(['month'], period.index * 6 - 5, period.index * 6) ||
        finer(['quarter'], period.index * 2 - 1, period.index * 2)
        ? 'subtotal'
        : null;
    case 'year':
      return finer(['month', 'quarter', 'half'], 1, 12) ? 'total' : null;
    case 'total':
      return finer(['month', 'quarter', 'half', 'year'], 0, 12)
        ? period.year !== null && period.index > 0
          ? 'subtotal'
          : 'total'
        : null;
  }
}

/** '2024-03', '2024-Q1', '2024-H1', '2024'; without a year the period alone ('03', 'Q1'). */
export function periodText({ kind, year, index }: HeaderPeriod): string {
  if (kind === 'year') return String(year ?? '');
  const own = kind === 'month' ? String(index).padStart(2, '0') : kind === 'quarter' ? `Q${index}` : `H${index}`;
  return year === null ? own : `${year}-${own}`;
}
