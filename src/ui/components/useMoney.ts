import type { DisplayUnit } from '~/domain/displayUnit';
import { fineDecimals, sayAmount, sheetDecimals, startingUnit, unitIn, unitLabel } from '~/i18n/displayUnits';
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
  /** As `say`, with the decimals a small amount needs to be told from nothing: for one figure, not for a column. */
  sayFinely(value: number | null): string;
  compact(value: number | null): string;
  exact(value: number | null): string;
}

/**
 * Money as the open plan shows it: in the unit that was chosen for it, else in one that suits its size. `decimals` are the
 * least there are, for amounts of one customer in a unit that suits the whole plan; `usual` is what an amount of a column usually
 * is, which then shows two digits of it at least.
 */
export function useMoney(options: { decimals?: number; usual?: () => number | null } = {}): MoneyWords {
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
  const finely = (amount: number | null) => fineDecimals(unit(), { amount, minorUnit: currency().minorUnit });
  const decimals = () =>
    Math.max(options.decimals ?? 0, sheetDecimals(unit(), total()), finely(options.usual?.() ?? null));
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
    sayFinely: (value) => {
      const fine = { minorUnit: currency().minorUnit, unit: unit(), decimals: Math.max(decimals(), finely(value)) };
      if (value === null) return show(null);
      return sayAmount(t, format().money(value, fine), { unit: unit(), currency: currency().code });
    },
    compact: (value) => format().compactMoney(value, currency()),
    exact: (value) => format().exactMoney(value, currency()),
  };
}
