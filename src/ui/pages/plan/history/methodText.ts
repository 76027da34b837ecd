import type { HistoryLine } from '~/domain/history';
import type { Format } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';

export interface MethodWords {
  t: Translate;
  format: Format;
  /** Minor units as the page shows them. */
  money(amount: number | null): string;
}

/** How an entry was made, in words: "season profile, rounded to 1,000, 2 locked". '' where there is nothing to say. */
export function methodText(method: HistoryLine['method'], { t, format, money }: MethodWords): string {
  const number = (name: string): number | null => {
    const value = method[name];
    return typeof value === 'number' ? value : null;
  };
  const word = (group: 'basis' | 'series' | 'origin' | 'kind'): string | null => {
    const value = method[group];
    if (typeof value !== 'string') return null;
    return (
      t.find(`history.method.${group}.${value}`) ?? (group === 'basis' ? t.find(`spread.bases.${value}`) : null) ?? null
    );
  };
  const [min, max, unit, rate] = [number('min'), number('max'), number('unit'), number('rate')];
  const [rows, periods, cells, members] = [number('rows'), number('periods'), number('cells'), number('members')];
  const [tables, records] = [number('tables'), number('records')];
  const [percent, held] = [number('percent'), number('held')];
  const parts = [
    word('origin'),
    word('series'),
    rate === null ? null : t('history.method.rate', { rate: format.growth(rate) }),
    quota(method, { t, format }),
    // What everybody expects goes without saying.
    method.basis === 'proportional' ? null : word('basis'),
    word('kind'),
    unit === null || unit <= 1 ? null : t('history.method.roundedTo', { unit: money(unit) }),
    bounds({ min, max }, { t, money }),
    rows !== null ? t('history.method.margins', { rows, periods: periods ?? 0 }) : null,
    rows === null && periods !== null ? t('history.method.periods', { n: periods }) : null,
    records === null || tables === null ? null : t('history.method.brought', { tables, rows: format.count(records) }),
    records !== null && tables === null ? t('history.method.records', { n: records }) : null,
    cells === null ? null : t('history.method.cells', { n: cells }),
    members === null ? null : t('history.method.members', { n: members }),
    percent === null || percent === 100 ? null : t('history.method.percent', { percent }),
    held === null ? null : t('effect.held', { n: held }),
    method.equalSpread === true ? t('effect.equalSpread') : null,
    typeof method.typed === 'string' ? t('history.method.typed', { text: method.typed }) : null,
  ];
  return parts.filter((part) => part !== null).join(t('effect.comma'));
}

function quota(
  { growth, relief }: HistoryLine['method'],
  { t, format }: Pick<MethodWords, 't' | 'format'>,
): string | null {
  if (typeof growth !== 'number' || typeof relief !== 'number') return null;
  return t('history.method.quota', { growth: format.growth(growth), relief: format.percent(relief) });
}

function bounds(
  { min, max }: { min: number | null; max: number | null },
  { t, money }: Pick<MethodWords, 't' | 'money'>,
): string | null {
  if (min !== null && max !== null) return t('history.method.between', { min: money(min), max: money(max) });
  if (min !== null) return t('history.method.atLeast', { min: money(min) });
  return max === null ? null : t('history.method.atMost', { max: money(max) });
}
