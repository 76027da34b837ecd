import { WORKING_TARGET } from '~/domain/plan';
import { useApp } from '~/state/app';
import { useText } from './TextProvider';
import { type MoneyWords, useMoney } from './useMoney';

/** How amounts of one measure are put. */
export type AmountWords = Pick<MoneyWords, 'label' | 'show' | 'say'> & {
  /** At an axis whose longest mark is `most`. */
  axis(amount: number, most: number): string;
};

/** Amounts of a measure: money in the unit of the view, anything else in decimals and a unit of its own. */
export function useAmounts(measure: () => string): AmountWords {
  const app = useApp();
  const { format } = useText();
  const money = useMoney();
  /** Null where it is money of the plan. */
  const own = () => {
    const { plan } = app.status();
    const found = plan?.groups[0]?.measures.find(({ id }) => id === measure());
    if (!found || found.id === WORKING_TARGET.measure || found.kind === 'ratio') return null;
    return found.unit === plan?.currency && found.scale === plan.minorUnit ? null : found;
  };
  const number = (value: number | null, scale: number) =>
    format().number(value === null ? null : value / 10 ** scale, scale);
  const show = (value: number | null) => {
    const found = own();
    return found ? number(value, found.scale) : money.show(value);
  };
  return {
    label: () => own()?.unit ?? money.label(),
    show,
    say: (value) => {
      const found = own();
      if (!found) return money.say(value);
      return value === null ? show(value) : `${show(value)} ${found.unit}`;
    },
    axis: (amount, most) => {
      const found = own();
      if (found) return format().number(amount / 10 ** found.scale, most < 10 ** (found.scale + 1) ? found.scale : 0);
      return money.show(most / 10) === money.show(0) ? money.compact(amount) : money.show(amount);
    },
  };
}
