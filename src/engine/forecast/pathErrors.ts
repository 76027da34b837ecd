/** Sums behind the usual error measures of one forecast path against what came; add up paths, divide at the end. */
export interface PathErrors {
  /** Mean absolute error ÷ mean absolute seasonal change of the training part; null where that is 0. */
  mase: number | null;
  /** 0 to 200. Both values 0 counts as no error. */
  smape: number;
  /** Σ (forecast − actual) ÷ Σ |actual|; null where all actuals are 0. */
  bias: number | null;
  /** Σ |forecast − actual| ÷ Σ |actual|: the share of what came that was foretold wrongly; null where all are 0. */
  wape: number | null;
}

/**
 * How far a forecast missed: MASE, sMAPE, bias and WAPE, over as many steps as there are actuals.
 * Source: Hyndman & Koehler 2006 (MASE); M4 Competitor's Guide 2018 (sMAPE, scale).
 */
export function pathErrors(forecast: ArrayLike<number>, actual: ArrayLike<number>, scale: number): PathErrors {
  const steps = actual.length;
  let absolute = 0;
  let percentage = 0;
  let signed = 0;
  let size = 0;
  for (let h = 0; h < steps; h++) {
    const miss = forecast[h] - actual[h];
    const both = Math.abs(forecast[h]) + Math.abs(actual[h]);
    absolute += Math.abs(miss);
    percentage += both > 0 ? (200 * Math.abs(miss)) / both : 0;
    signed += miss;
    size += Math.abs(actual[h]);
  }
  return {
    mase: scale > 0 && steps > 0 ? absolute / steps / scale : null,
    smape: steps > 0 ? percentage / steps : 0,
    bias: size > 0 ? signed / size : null,
    wape: size > 0 ? absolute / size : null,
  };
}
