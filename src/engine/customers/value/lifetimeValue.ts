import { gaussLegendre } from '../../numeric/gaussLegendre';
import { purchasesWhileAlive } from './expectedPurchases';
import type { PurchaseHistory } from './purchaseHistory';
import type { PurchaseModel } from './purchaseModel';

export interface LifetimeOptions {
  /** Chance of being alive, by `probabilityAlive`. */
  alive: ArrayLike<number>;
  /** Money per purchase, by `expectedMonetary`; NaN = unknown. */
  money: ArrayLike<number>;
  /** How far ahead, in the unit of the history's times. */
  horizon: number;
  /** What a unit of time costs: log(1 + yearly rate) ÷ units per year; 0 = money later is worth as much. */
  discount: number;
}

const NODES = gaussLegendre(6);

/**
 * What each customer is worth today over the horizon: coming purchases × money per purchase, each discounted to the day the
 * history ends. In the unit of the money; NaN where its money is unknown; never negative for positive money. Less with a
 * higher discount, more with a longer horizon. Purchases are discounted at the moment they come (not by whole years):
 * E(H)d(H) + δ ∫ E(t)d(t) dt.
 */
export function lifetimeValue(model: PurchaseModel, history: PurchaseHistory, options: LifetimeOptions): Float64Array {
  const { alive, money, horizon, discount } = options;
  if (!(horizon >= 0 && discount >= 0)) throw new RangeError(`horizon ${horizon}, discount ${discount}`);
  const ofAlive = purchasesWhileAlive(model);
  const { frequency, age } = history;
  return Float64Array.from({ length: frequency.length }, (_, i) => {
    if (horizon === 0) return money[i] * 0;
    if (alive[i] === 0) return money[i] * 0;
    const x = frequency[i];
    let bought = ofAlive(x, age[i], horizon) * Math.exp(-discount * horizon);
    for (let n = 0; discount > 0 && n < NODES.at.length; n++) {
      const t = NODES.at[n] * horizon;
      bought += discount * horizon * NODES.weight[n] * ofAlive(x, age[i], t) * Math.exp(-discount * t);
    }
    return alive[i] * bought * money[i];
  });
}
