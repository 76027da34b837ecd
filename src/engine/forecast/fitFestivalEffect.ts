import { type FestivalEffect, festivalShare } from './festivalShare';

/** What is expected before any history speaks: a quarter more a day before the feast, half as much after it. */
const USUAL: FestivalEffect = { lift: 0.11, drop: -0.26 };
const USUAL_SPREAD = 0.3;
const LEAST_NOISE = 0.02;

/**
 * Lift before and drop after Spring Festival, learned from how January to March moved against a year before while the
 * feast moved too: regression of log changes, less the year's own growth, on the changed shares, held to the usual
 * effect as far as the history is noisy or the feast hardly moved. `values[i]` is the month `fromMonth` + i; missing
 * and non-positive months are left out. Under 24 months: the usual effect.
 * Source: X-13 "genhol" regressors as in R's seasonal; ridge as the mean of a normal posterior.
 */
export function fitFestivalEffect(values: ArrayLike<number | null>, fromMonth: number): FestivalEffect {
  const changes: { change: number; before: number; after: number; near: boolean }[] = [];
  for (let i = 12; i < values.length; i++) {
    const now = values[i];
    const then = values[i - 12];
    if (now === null || then === null || !(now > 0) || !(then > 0)) continue;
    const here = festivalShare(fromMonth + i);
    const there = festivalShare(fromMonth + i - 12);
    changes.push({
      change: Math.log(now / then),
      before: here.before - there.before,
      after: here.after - there.after,
      near: here.before + here.after + there.before + there.after > 0,
    });
  }
  const calm = changes.filter(({ near }) => !near).map(({ change }) => change);
  if (calm.length < 3 || calm.length === changes.length) return USUAL;
  const growth = calm.reduce((sum, change) => sum + change, 0) / calm.length;
  const noise = calm.reduce((sum, change) => sum + (change - growth) ** 2, 0) / (calm.length - 1);
  const hold = Math.max(noise, LEAST_NOISE ** 2) / USUAL_SPREAD ** 2;
  let bb = hold;
  let aa = hold;
  let ba = 0;
  let by = hold * USUAL.lift;
  let ay = hold * USUAL.drop;
  for (const { change, before, after, near } of changes) {
    if (!near) continue;
    bb += before * before;
    aa += after * after;
    ba += before * after;
    by += before * (change - growth);
    ay += after * (change - growth);
  }
  const determinant = bb * aa - ba * ba;
  return {
    lift: clamp((by * aa - ay * ba) / determinant),
    drop: clamp((ay * bb - by * ba) / determinant),
  };
}

/** Beyond a factor of e to the 1.5 each way it is an accident, not the feast. */
const clamp = (effect: number): number => Math.min(1.5, Math.max(-1.5, effect));
