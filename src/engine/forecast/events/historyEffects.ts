import { type EffectOptions, fitEventEffects } from './fitEventEffects';
import { positiveLogs } from './positiveLogs';

/** The logarithm of what feasts and promotions do to each month of a history; 0 throughout where nothing can be learned. */
export function historyEffects(
  history: ArrayLike<number | null>,
  options: EffectOptions & { leftOut: ReadonlySet<number> },
): Float64Array {
  const none = new Float64Array(history.length);
  if (options.holidays.length === 0 && options.promotions.length === 0) return none;
  const logs = positiveLogs(history, options.leftOut);
  if (!logs) return none;
  const { holidayLog, promotionLog } = fitEventEffects(logs, options);
  return none.map((_, t) => holidayLog[t] + promotionLog[t]);
}
