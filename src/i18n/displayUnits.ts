import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';
import type { Language, Translate } from './translate';

/** The units a language counts in, smallest first. */
export const UNITS_OF: Record<Language, readonly DisplayUnit[]> = {
  'zh-CN': ['one', 'thousand', 'tenThousand', 'million', 'hundredMillion'],
  en: ['one', 'thousand', 'million'],
};

/** A unit a language does not have is shown in the next smaller one that it has. */
export function unitIn(language: Language, unit: DisplayUnit): DisplayUnit {
  const offered = UNITS_OF[language];
  if (offered.includes(unit)) return unit;
  const smaller = offered.filter((id) => DISPLAY_UNITS[id] <= DISPLAY_UNITS[unit]);
  return smaller[smaller.length - 1] ?? 'one';
}

/** The unit a plan starts with: 万元 or thousands where its total fills at least three digits of them, or is not known. */
export function startingUnit(language: Language, total: { amount: number | null; minorUnit: number }): DisplayUnit {
  const usual: DisplayUnit = language === 'zh-CN' ? 'tenThousand' : 'thousand';
  if (total.amount === null) return usual;
  const major = Math.abs(total.amount) / 10 ** total.minorUnit;
  return major >= DISPLAY_UNITS[usual] * 100 ? usual : 'one';
}

/** Decimals of a sheet: 元 0; 万元 0, 1 when the plan is under 1,000万; 亿 2; K 0, M 2. */
export function sheetDecimals(unit: DisplayUnit, total: { amount: number | null; minorUnit: number }): number {
  const shown = Math.abs(total.amount ?? 0) / 10 ** total.minorUnit / DISPLAY_UNITS[unit];
  if (unit === 'hundredMillion' || unit === 'million') return 2;
  return unit === 'tenThousand' && shown < 1000 ? 1 : 0;
}

/** Decimals that leave an amount two digits at least, two decimals at most: 12, 1.7, 0.24; 0 for nothing and for unknown. */
export function fineDecimals(unit: DisplayUnit, of: { amount: number | null; minorUnit: number }): number {
  const shown = Math.abs(of.amount ?? 0) / 10 ** of.minorUnit / DISPLAY_UNITS[unit];
  if (shown === 0 || unit === 'one') return 0;
  return shown >= 10 ? 0 : shown >= 1 ? 1 : 2;
}

const YUAN = 'CNY';

/** What stands in the header: 万元 for yuan, else the sign of the currency and the scale: $ k, US$ 万. */
export function unitLabel(t: Translate, unit: DisplayUnit, currency: string): string {
  if (t.language === 'zh-CN' && currency === YUAN) return t(`unit.yuan.${unit}`);
  const symbol = currencySymbol(t.language, currency);
  return unit === 'one' ? symbol : `${symbol} ${t(`unit.scale.${unit}`)}`;
}

/** A sum with its unit, as a sentence says it: 1,216 万元, $ 1,216 k. */
export function sayAmount(
  t: Translate,
  text: string,
  { unit, currency }: { unit: DisplayUnit; currency: string },
): string {
  if (t.language === 'zh-CN' && currency === YUAN) return `${text} ${unitLabel(t, unit, currency)}`;
  const scale = unit === 'one' ? '' : ` ${t(`unit.scale.${unit}`)}`;
  return `${currencySymbol(t.language, currency)} ${text}${scale}`;
}

export function currencySymbol(language: Language, currency: string): string {
  const parts = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return parts.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
}
