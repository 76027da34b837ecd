/** Steps of a rebate, rising: from `at` on the rate counts for all of the base. */
export interface RebateStep {
  at: number;
  rate: number;
}

export interface RebateReading {
  /** Which step: −1 below the first. */
  step: number;
  rate: number;
  /** What is missing to the next step, in units of `at`; null above the last. */
  toNext: number | null;
  nextRate: number | null;
}

/** Which step a figure reaches. A step is reached at its very figure. No steps, or a figure that is not known: rate 0. */
export function rebateStep(steps: readonly RebateStep[], reached: number | null): RebateReading {
  let step = -1;
  for (let i = 0; reached !== null && i < steps.length; i += 1) {
    if (i > 0 && steps[i].at < steps[i - 1].at)
      throw new RangeError(`step ${i} at ${steps[i].at} lies below the one before`);
    if (reached >= steps[i].at) step = i;
  }
  const next = steps[step + 1];
  return {
    step,
    rate: step < 0 ? 0 : steps[step].rate,
    toNext: next === undefined || reached === null ? null : next.at - reached,
    nextRate: next?.rate ?? null,
  };
}

/**
 * Money of a rebate, in minor units, half away from zero. Sales that are not positive earn none. Accrued: what has been
 * earned on the sales so far at the rate that the *forecast* reaches, so that a year's accruals meet what is paid
 * (`kpi.md` §3.11).
 */
export const rebateMoney = (sales: number, rate: number): number => (sales > 0 ? Math.round(sales * rate) : 0);

/**
 * Sales at the end of a programme, from what was sold so far: what was sold in the rest of it a year ago, at the growth so far;
 * without a year before, at the pace so far. Null where no day of it has passed. Never below what was sold.
 */
export function salesAtEnd(of: {
  soFar: number;
  /** The same days a year ago, and the rest of them; null where they are not known. */
  soFarBefore: number | null;
  restBefore: number | null;
  daysPassed: number;
  days: number;
}): number | null {
  const { soFar, soFarBefore, restBefore, daysPassed, days } = of;
  if (daysPassed <= 0) return null;
  if (daysPassed >= days) return soFar;
  const rest =
    soFarBefore !== null && restBefore !== null && soFarBefore > 0
      ? (restBefore * soFar) / soFarBefore
      : (soFar / daysPassed) * (days - daysPassed);
  return Math.round(soFar + Math.max(0, rest));
}
