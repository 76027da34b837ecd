import { DEAL_LOST, DEAL_OPEN, DEAL_WON, type DealTable } from './dealTable';

/** The last time each deal left each stage, one after another. */
export interface StageExits {
  deal: Uint32Array;
  stage: Int16Array;
  day: Float64Array;
  /** 1 to a later stage or won; 0 lost, or back. */
  forward: Uint8Array;
}

/**
 * When deals left stages, by the steps on record: of several exits from one stage the last counts, and a stage that a
 * deal skipped counts as passed on the day it was skipped. Deals without steps, and wins or losses without a day, leave
 * nothing.
 */
export function stageExits({ count, stages, result, closed, steps }: DealTable): StageExits {
  const deals: number[] = [];
  const from: number[] = [];
  const days: number[] = [];
  const forwards: number[] = [];
  const day = new Float64Array(stages);
  const forward = new Uint8Array(stages);
  for (let deal = 0; deal < count; deal += 1) {
    const [first, end] = [steps.start[deal], steps.start[deal + 1]];
    if (first === end) continue;
    day.fill(Number.NaN);
    const leave = (stage: number, on: number, isForward: boolean): void => {
      day[stage] = on;
      forward[stage] = isForward ? 1 : 0;
    };
    for (let i = first; i < end; i += 1) {
      const own = steps.stage[i];
      const before = i > first ? steps.stage[i - 1] : 0;
      if (i > first && before !== own) leave(before, steps.day[i], own > before);
      for (let skipped = i > first ? before + 1 : 0; skipped < own; skipped += 1) leave(skipped, steps.day[i], true);
    }
    const last = steps.stage[end - 1];
    if (result[deal] !== DEAL_OPEN && !Number.isNaN(closed[deal])) {
      leave(last, closed[deal], result[deal] === DEAL_WON);
      for (let s = last + 1; result[deal] === DEAL_WON && s < stages; s += 1) leave(s, closed[deal], true);
    } else day[last] = Number.NaN;
    for (let s = 0; s < stages; s += 1) {
      if (Number.isNaN(day[s]) || (result[deal] === DEAL_LOST && day[s] > closed[deal])) continue;
      deals.push(deal);
      from.push(s);
      days.push(day[s]);
      forwards.push(forward[s]);
    }
  }
  return {
    deal: Uint32Array.from(deals),
    stage: Int16Array.from(from),
    day: Float64Array.from(days),
    forward: Uint8Array.from(forwards),
  };
}
