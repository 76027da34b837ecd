import type { EffectOptions } from './fitEventEffects';
import { learnEffects } from './learnEffects';

/** The logarithm of what feasts and promotions do to each month of a history; 0 throughout where nothing can be learned. */
export function historyEffects(
  history: ArrayLike<number | null>,
  options: EffectOptions & { leftOut: ReadonlySet<number> },
): Float64Array {
  const none = new Float64Array(history.length);
  const effects = learnEffects(history, options);
  return effects ? none.map((_, t) => effects.holidayLog[t] + effects.promotionLog[t]) : none;
}
