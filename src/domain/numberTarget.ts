import { issue } from './issue';
import { type NumberContext, readNumber } from './number';
import { fail, ok, type Result } from './result';

export type TargetContext = Omit<NumberContext, 'current' | 'kind'> & {
  /** What the plan grows from, in minor units; null where there is none. */
  base: number | null;
};

export interface TargetEntry {
  amount: number;
  /** Written as growth on the base. */
  relative: boolean;
}

/**
 * What a target typed into the wizard means, in minor units: an amount ('1000万', '12m', '5 000') or growth on the base
 * ('+8%', '*1.1'). Growth without a base, and an empty text, are refused.
 */
export function readTarget(text: string, { base, ...context }: TargetContext): Result<TargetEntry> {
  const read = readNumber(text, { ...context, current: base, kind: 'money' });
  if (!read.ok) return read.issues.some(({ code }) => code === 'number/needsValue') ? fail(issue('plan/noBase')) : read;
  if (read.value.kind === 'blank') return fail(issue('number/notUnderstood', { text: '' }));
  if (read.value.relative && base === null) return fail(issue('plan/noBase'));
  return ok({ amount: read.value.amount, relative: read.value.relative });
}
