import { RISKS } from '~/domain/customerList';
import { customerSilence } from '../customers/customerSilence';
import type { ListScene } from './customerListScene';
import type { ListValues } from './customerListValues';
import { orderCoverage } from './orderCoverage';

const HIGH = RISKS.indexOf('high');
const WATCH = RISKS.indexOf('watch');

/** On the warning list (kpi sheet §2, churn); the second bound (own value) is worth a look. */
const SILENCE = { high: 3, watch: 2 };
const ALIVE = { high: 0.2, watch: 0.5 };

/**
 * How likely a customer is lost. Where a value model was fitted, by the chance that it still buys: below 20 % is high, below
 * 50 % worth a look. Else by its silence: above three times its own interval is high, above twice worth a look. Blank for who
 * has neither.
 */
export function customerRisk({ document, cache, values }: ListScene): ListValues {
  const { times } = customerSilence(document, cache);
  const numbers = times.map((silence, code) => {
    const alive = values?.alive[code] ?? Number.NaN;
    if (!Number.isNaN(alive)) return alive < ALIVE.high ? HIGH : alive < ALIVE.watch ? WATCH : 0;
    if (Number.isNaN(silence)) return Number.NaN;
    return silence > SILENCE.high ? HIGH : silence > SILENCE.watch ? WATCH : 0;
  });
  return { kind: 'flag', numbers, texts: null, total: null, gap: orderCoverage(document) ? null : 'noOrders' };
}
