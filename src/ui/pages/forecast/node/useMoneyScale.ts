import { DISPLAY_UNITS } from '~/domain/displayUnit';
import { useApp } from '~/state/app';
import { useMoney } from '../../../components/useMoney';

/** Amounts as they are typed into fields: in the unit of the view, stored in minor units. */
export function useMoneyScale() {
  const app = useApp();
  const money = useMoney();
  const factor = () => {
    const source = app.status().plan ?? app.status().workspace;
    return 10 ** (source?.minorUnit ?? 2) * DISPLAY_UNITS[money.unit()];
  };
  return {
    /** To the minor unit at most, to four digits in large units. */
    decimals: () => Math.min(4, Math.round(Math.log10(factor()))),
    label: money.label,
    shown: (amount: number | null) => (amount === null ? null : amount / factor()),
    stored: (value: number | null) => (value === null ? null : Math.round(value * factor())),
  };
}
