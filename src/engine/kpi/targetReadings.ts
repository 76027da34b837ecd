import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import { workingDays } from '~/domain/workingDays';
import { sharesOfPeriods } from '../facts/index';
import { knownMonths } from './coverage';
import { salesBetween } from './dayLedger';
import { amountToDate, seasonShareElapsed } from './elapsed';
import { amountOf, type Reading, ratioReading, without } from './reading';
import type { Scene } from './scene';
import { seasonProfile } from './seasonProfile';

/** Years of history the season profile looks at. */
const PROFILE_MONTHS = 36;

/** Actual ÷ target of the whole period. A running period is judged on its pace. */
export function attainment(scene: Scene): Reading {
  if (scene.actual === null) return without(unknownActual(scene));
  if (scene.target === null) return without('noTarget', { numerator: scene.actual });
  return ratioReading(scene.actual, scene.target, {
    empty: 'targetNotPositive',
    reason: scene.running ? 'judgedOnPace' : null,
  });
}

/** Target − actual; negative is more than the target. */
export function gap(scene: Scene): Reading {
  if (scene.actual === null) return without(unknownActual(scene));
  const { target } = scene;
  if (target === null) return without('noTarget');
  return amountOf(target - scene.actual, {
    reason: scene.running ? 'judgedOnPace' : null,
    limitAt: (limit) => limit * target,
  });
}

/** Working days gone ÷ working days of the period. */
export function timeProgress(scene: Scene): Reading {
  if (!scene.started) return without('notStarted');
  const all = workingDays(scene.calendar, scene.from, scene.to);
  return ratioReading(workingDays(scene.calendar, scene.from, scene.end), all, { empty: 'noDaysLeft' });
}

/** What should have been reached by now: closed months and the working-day share of the running one. */
export function planToDate(scene: Scene): Reading {
  if (!scene.started) return without('notStarted');
  const plan = amountToDate(scene.leaves, scene.calendar, scene.end);
  return plan === null ? without('noTarget') : amountOf(plan);
}

/** Actual to date ÷ plan to date; no status while the period is only a few working days old. */
export function pace(scene: Scene): Reading {
  if (scene.actual === null) return without(unknownActual(scene));
  const plan = amountToDate(scene.leaves, scene.calendar, scene.end);
  if (plan === null) return without('noTarget', { numerator: scene.actual });
  const gone = workingDays(scene.calendar, scene.from, scene.end);
  return ratioReading(scene.actual, plan, {
    empty: 'targetNotPositive',
    reason: scene.running && gone <= scene.settings.paceGraceDays ? 'tooEarly' : null,
  });
}

/** What each working day left has to bring; the mean of the days so far stands beside it and is the limit. */
export function requiredDaily(scene: Scene): Reading {
  if (scene.actual === null) return without(unknownActual(scene));
  if (scene.target === null) return without('noTarget');
  const gone = workingDays(scene.calendar, scene.from, scene.end);
  const left = workingDays(scene.calendar, scene.end + 1, scene.to);
  const rest = Math.max(0, scene.target - scene.actual);
  const meanSoFar = gone > 0 ? scene.actual / gone : null;
  return ratioReading(rest, left, {
    empty: 'noDaysLeft',
    beside: { meanSoFar },
    reason: gone <= scene.settings.paceGraceDays ? 'tooEarly' : null,
    limitAt: (limit) => (meanSoFar === null ? null : limit * Math.max(0, meanSoFar)),
  });
}

/** Year end at the usual season: actual of the year to date ÷ share of the season gone. Never months × 12. */
export function runRate(scene: Scene): Reading {
  if (!scene.started) return without('notStarted');
  const yearCovered = scene.coverage.some((stretch) => stretch.from <= scene.year.from && scene.end <= stretch.to);
  if (!scene.known || !yearCovered) return without('outsideCoverage');
  const { periods } = scene.year;
  const yearStart = monthIndexOf(periods[0].from + NEAREST_MONTH);
  const months = seasonProfile(monthlyHistory(scene, yearStart), yearStart, scene.calendar);
  if (months === null) return without('historyTooShort');
  const isMonths = scene.input.fiscal.kind === 'months';
  const profile = isMonths ? months : sharesOfPeriods({ first: yearStart, shares: months }, periods, scene.calendar);
  const share = seasonShareElapsed({ periods, profile }, scene.calendar, scene.end);
  const actual = salesBetween(scene.ledger, scene.year.from, scene.end);
  if (share < scene.settings.runRateMinimumShare) {
    return without('tooEarly', { numerator: actual, denominator: share });
  }
  const yearTarget = targetOfYear(scene);
  const reading = ratioReading(actual, share, { empty: 'tooEarly', beside: { yearTarget } });
  return {
    ...reading,
    value: reading.value === null ? null : Math.round(reading.value),
    limitAt: (limit) => (yearTarget === null ? null : limit * yearTarget),
    noLimit: 'noTarget',
  };
}

/** Why the actual is unknown. */
export const unknownActual = (scene: Scene): 'notStarted' | 'outsideCoverage' =>
  scene.started ? 'outsideCoverage' : 'notStarted';

/** A year of weeks begins within a week of a month's first day. */
const NEAREST_MONTH = 7;

function monthlyHistory(scene: Scene, yearStart: number) {
  const firstMonth = yearStart - PROFILE_MONTHS;
  const sums = Array.from({ length: PROFILE_MONTHS }, (_, m) => {
    const { from, to } = monthPeriodAt(firstMonth + m);
    return salesBetween(scene.ledger, from, to);
  });
  return { sums, known: knownMonths(scene.coverage, firstMonth, PROFILE_MONTHS), firstMonth };
}

function targetOfYear(scene: Scene): number | null {
  const { targets } = scene.input;
  const last = scene.year.periods[scene.year.periods.length - 1].to;
  let sum: number | null = null;
  targets?.periods.forEach((period, p) => {
    const amount = targets.amounts[p];
    if (amount !== null && period.from >= scene.year.from && period.to <= last) sum = (sum ?? 0) + amount;
  });
  return sum;
}
