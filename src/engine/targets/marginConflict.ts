import { fitMargins } from '../numeric';
import { type MarginHold, marginGrid, marginMask } from './marginGrid';
import type { MarginsEdit } from './marginsEdit';

/**
 * A smallest set of holds that together make margins impossible: each is left out in turn, and stays out where the rest
 * conflicts without it (deletion filter, Chinneck & Dravnieks 1991). Releasing any one of the set resolves this conflict.
 * Empty where single held leaves, closed periods or missing lines conflict by themselves.
 */
export function conflictingHolds(options: MarginsEdit, holds: MarginHold[]): string[] {
  let kept = holds;
  for (const hold of holds) {
    const without = kept.filter((other) => other !== hold);
    if (isImpossible(options, without)) kept = without;
  }
  return kept.map((hold) => hold.id);
}

/** Whether the free leaves, however they are weighed, cannot meet the margins. */
function isImpossible(options: MarginsEdit, holds: MarginHold[]): boolean {
  const { free, rowTotal, colTotal, sign } = marginGrid(options, marginMask(options, holds));
  if (sign === null) return false;
  if (rowTotal.some((total) => total < 0) || colTotal.some((total) => total < 0)) return true;
  return !fitMargins({ weight: free.map((count) => (count > 0 ? 1 : 0)), rowTotal, colTotal }).ok;
}
