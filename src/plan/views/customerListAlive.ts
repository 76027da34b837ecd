import { membersOf } from '../document';
import type { ListScene } from './customerListScene';
import type { ListValues } from './customerListValues';

/** The probability that a customer still buys, by the model that was fitted last; blank until one was. */
export function customerAlive({ document, values }: ListScene): ListValues {
  const numbers = values?.alive ?? new Float64Array(membersOf(document, 'customer').next).fill(Number.NaN);
  return { kind: 'share', numbers, texts: null, total: null, gap: values ? null : 'noFit' };
}
