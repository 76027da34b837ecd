import { expectedMonetary } from './expectedMonetary';
import { expectedPurchases } from './expectedPurchases';
import { type BgNbdFit, fitBgNbd } from './fitBgNbd';
import { fitGammaGamma, type GammaGammaFit } from './fitGammaGamma';
import { fitParetoNbd, type ParetoNbdFit } from './fitParetoNbd';
import { type HoldOut, holdOut } from './holdOut';
import { lifetimeValue } from './lifetimeValue';
import { probabilityAlive } from './probabilityAlive';
import type { FitRefusal, PurchaseHistory } from './purchaseHistory';
import { type RepeatClass, repeatClasses } from './repeatClasses';

export interface ValueInput {
  kind: 'bgNbd' | 'paretoNbd';
  /** Everybody who bought, and mean money per repeat purchase. */
  history: PurchaseHistory & { monetary: ArrayLike<number> };
  /** The same up to an earlier day, and what came after it: null where the history is too short to hold a part out. */
  check: { history: PurchaseHistory; later: ArrayLike<number>; horizon: number } | null;
  horizon: number;
  /** Per unit of time, see `lifetimeValue`. */
  discount: number;
}

/** What a base of customers is worth. Columns go with the rows of the history; without a model they are empty. */
export interface ValuedCustomers {
  model: BgNbdFit | ParetoNbdFit | null;
  refusal: FitRefusal['reason'] | null;
  money: GammaGammaFit | null;
  /** Why money is taken from plain means instead. */
  moneyRefusal: FitRefusal['reason'] | null;
  /** Between repeat purchases and money per purchase, −1 … 1: the money model takes them for unrelated. Null where unknown. */
  correlation: number | null;
  alive: Float64Array;
  /** Purchases within the horizon. */
  purchases: Float64Array;
  /** Money per purchase. */
  perPurchase: Float64Array;
  worth: Float64Array;
  /** Customers by repeat purchases, the last class and more. */
  counts: RepeatClass[];
  check: HoldOut | null;
}

/** Classes of repeat purchases, and one more for all above. */
const MOST_REPEATS = 7;
export const VALUE_STEPS = 5;

/**
 * Fits the models and values every customer: chance of being alive, purchases, money per purchase and value within the horizon,
 * with the two tests of whether to believe it. Nothing is thrown for what data can cause: a refusal says why.
 */
export function valueCustomers(input: ValueInput, onStep: (done: number) => void = () => undefined): ValuedCustomers {
  const { history, horizon, discount, check } = input;
  const learn = input.kind === 'bgNbd' ? fitBgNbd : fitParetoNbd;
  const model = learn(history);
  onStep(1);
  const money = fitGammaGamma({ frequency: history.frequency, monetary: history.monetary });
  onStep(2);
  const spending = {
    money: 'reason' in money ? null : money,
    moneyRefusal: 'reason' in money ? money.reason : null,
    correlation: correlationOf(history.frequency, history.monetary),
  };
  if ('reason' in model) {
    const none = new Float64Array();
    const columns = { alive: none, purchases: none, perPurchase: none, worth: none };
    return { model: null, refusal: model.reason, ...spending, ...columns, counts: [], check: null };
  }
  const alive = probabilityAlive(model, history);
  const purchases = expectedPurchases(model, history, horizon);
  const perPurchase = moneyOf(spending.money, history);
  const worth = lifetimeValue(model, history, { alive, money: perPurchase, horizon, discount });
  onStep(3);
  const counts = repeatClasses(model, history, MOST_REPEATS);
  onStep(4);
  const early = check ? learn(check.history) : null;
  const tested =
    check && early && !('reason' in early)
      ? holdOut(early, check.history, { later: check.later, horizon: check.horizon, most: MOST_REPEATS })
      : null;
  onStep(VALUE_STEPS);
  return { model, refusal: null, ...spending, alive, purchases, perPurchase, worth, counts, check: tested };
}

/** By the model; without one, or where it has no mean, the own mean and for the rest the mean of all. */
function moneyOf(model: GammaGammaFit | null, { frequency, monetary }: ValueInput['history']): Float64Array {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < frequency.length; i++) {
    if (!(frequency[i] > 0 && monetary[i] > 0)) continue;
    sum += monetary[i] * frequency[i];
    count += frequency[i];
  }
  const mean = count > 0 ? sum / count : Number.NaN;
  if (model) return expectedMonetary(model, { frequency, monetary }).map((one) => (Number.isNaN(one) ? mean : one));
  return Float64Array.from({ length: frequency.length }, (_, i) =>
    frequency[i] > 0 && monetary[i] > 0 ? monetary[i] : mean,
  );
}

function correlationOf(frequency: ArrayLike<number>, monetary: ArrayLike<number>): number | null {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < frequency.length; i++) {
    if (!(frequency[i] > 0 && monetary[i] > 0)) continue;
    // Both are skewed: a few giants would decide it else.
    const x = Math.log(frequency[i]);
    const y = Math.log(monetary[i]);
    n += 1;
    sx += x;
    sy += y;
    sxx += x * x;
    syy += y * y;
    sxy += x * y;
  }
  const spread = (n * sxx - sx * sx) * (n * syy - sy * sy);
  return n > 2 && spread > 1e-9 ? Math.max(-1, Math.min(1, (n * sxy - sx * sy) / Math.sqrt(spread))) : null;
}
