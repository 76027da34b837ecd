import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';
import type { BlockChange } from './blockPlan';

/** Pasted numbers that are all far from what they replace: most likely they were written in another unit. */
export interface SizeJump {
  /** Median of new over old. */
  ratio: number;
  /** The unit in which they would fit; null where none does. */
  unit: DisplayUnit | null;
}

const FAR = 1_000;
/** A unit is believed where it brings the median this near to what was there. */
const NEAR = 30;

/**
 * Null where the median of new over old amounts lies between 1/1,000 and 1,000, or nothing can be compared: blanks,
 * zeros and changes of sign say nothing about a unit.
 */
export function sizeJump(changes: readonly BlockChange[], shown: DisplayUnit): SizeJump | null {
  const ratios: number[] = [];
  for (const { before, amount } of changes) {
    if (!before || !amount || before < 0 !== amount < 0) continue;
    ratios.push(amount / before);
  }
  if (ratios.length === 0) return null;
  ratios.sort((a, b) => a - b);
  const ratio = ratios[Math.floor((ratios.length - 1) / 2)];
  if (ratio < FAR && ratio > 1 / FAR) return null;
  const units = Object.keys(DISPLAY_UNITS) as DisplayUnit[];
  const distance = (unit: DisplayUnit) => Math.abs(Math.log((ratio * DISPLAY_UNITS[unit]) / DISPLAY_UNITS[shown]));
  const best = units.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return { ratio, unit: best !== shown && distance(best) <= Math.log(NEAR) ? best : null };
}
