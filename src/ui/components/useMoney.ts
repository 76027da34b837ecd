import type { DisplayUnit } from '~/domain/displayUnit';
import { sayAmount, sheetDecimals, startingUnit, unitIn, unitLabel } from '~/i18n/displayUnits';
import { useApp } from '~/state/app';
import { useText } from './TextProvider';

export interface MoneyWords {
  unit(): DisplayUnit;
  /** For the header of a view: 万元, $ k. */
  label(): string;
  decimals(): number;
  /** In the unit of the view, without its name: for cells and figures. */
  show(value: number | null): string;
  /** In the unit of the view with its name: for sentences. */
  say(value: number | null): string;
  compact(value: number | null): string;
  exact(value: number | null): string;
}

/**
 * Money as the open plan shows it: in the unit that was chosen for it, else in one that suits its size. `decimals` are the
 * least there are, for amounts of one customer in a unit that suits the whole plan.
 */
export function useMoney(options: { decimals?: number } = {}): MoneyWords {
  const app = useApp();
  const { t, format, language } = useText();
  const currency = () => {
    const source = app.status().plan ?? app.status().workspace;
    return { code: source?.currency ?? ('CNY' as const), minorUnit: source?.minorUnit ?? 2 };
  };
  const total = () => ({
    amount: app.planTotal() ?? app.status().plan?.base.total ?? null,
    minorUnit: currency().minorUnit,
  });
  const unit = () => {
    const plan = app.status().plan;
    const chosen = plan ? app.preferences.unit(plan.id) : null;
    return unitIn(language(), chosen ?? startingUnit(language(), total()));
  };
  const decimals = () => Math.max(options.decimals ?? 0, sheetDecimals(unit(), total()));
  const label = () => unitLabel(t, unit(), currency().code);
  const show = (value: number | null) =>
    format().money(value, { minorUnit: currency().minorUnit, unit: unit(), decimals: decimals() });
  return {
    unit,
    label,
    decimals,
    show,
    say: (value) =>
      value === null ? show(null) : sayAmount(t, show(value), { unit: unit(), currency: currency().code }),
    compact: (value) => format().compactMoney(value, currency()),
    exact: (value) => format().exactMoney(value, currency()),
  };
}
