import type { FitRefusal } from '~/engine/customers/index';

/** The fit, where a test knows that there must be one. */
export function fitted<F extends object>(fit: F): Exclude<F, FitRefusal> {
  if ('reason' in fit) throw new Error(String(fit.reason));
  return fit as Exclude<F, FitRefusal>;
}
