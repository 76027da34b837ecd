import type { Money } from '~/domain/money';
import { scaledProduct } from './scaledProduct';

/** Hundredths of a percent in one. */
const BASIS_POINTS = 4;

/**
 * A sales amount as it is paid: cash always has tax in it, so sales are lifted by the tax rate before cash meets them (13 for
 * 13 %, to a hundredth of a percent). Minor units, rounded once, half away from zero; returns stay negative. Sales that
 * have tax in them stay as they are; blank stays blank. Source: kpi sheet, §1.4.
 */
export function withTax(
  sales: Money | null,
  { taxIncluded, percent }: { taxIncluded: boolean; percent: number },
): Money | null {
  if (sales === null || taxIncluded) return sales;
  if (!(percent >= 0)) throw new RangeError(`a tax rate of ${percent} %`);
  return scaledProduct(sales, 10 ** BASIS_POINTS + Math.round(percent * 100), -BASIS_POINTS);
}
