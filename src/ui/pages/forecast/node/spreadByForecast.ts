/**
 * Lays an amount for several months on them by the shape of the forecast, to the minor unit: the parts add up to it exactly.
 * Equally where the forecast says nothing of any of them or is not above zero.
 */
export function spreadByForecast(amount: number, forecast: readonly number[]): number[] {
  const usable = forecast.every((mean) => mean >= 0) && forecast.some((mean) => mean > 0);
  const weights = usable ? forecast : forecast.map(() => 1);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let [weight, laid] = [0, 0];
  return weights.map((own) => {
    weight += own;
    // Rounding what is laid so far, not each part, keeps the sum.
    const next = Math.round((amount * weight) / all);
    const part = next - laid;
    laid = next;
    return part;
  });
}
