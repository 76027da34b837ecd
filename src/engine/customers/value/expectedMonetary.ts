import type { GammaGammaFit, MoneyHistory } from './fitGammaGamma';

type MoneyModel = Omit<GammaGammaFit, 'logLikelihood'>;

/** Money per purchase of a customer nobody knows anything about: the mean over all; null where the model has none (q ≤ 1). */
export const populationMonetary = ({ p, q, v }: MoneyModel): number | null => (q > 1 ? (p * v) / (q - 1) : null);

/**
 * Money per coming purchase and customer, in the unit of the input: own mean and everybody's mean, weighted by how much is
 * known. Few purchases pull towards everybody. Customers without repeat purchases, or with a mean of 0 or less, get
 * everybody's mean; NaN (unknown) where the model has none. Source: Fader & Hardie 2013, equation 5.
 */
export function expectedMonetary(model: MoneyModel, { frequency, monetary }: MoneyHistory): Float64Array {
  const { p, q, v } = model;
  const everybody = populationMonetary(model) ?? Number.NaN;
  return Float64Array.from({ length: frequency.length }, (_, i) => {
    const x = frequency[i];
    const isKnown = x > 0 && monetary[i] > 0 && p * x + q > 1;
    return isKnown ? (p * (v + x * monetary[i])) / (p * x + q - 1) : everybody;
  });
}
