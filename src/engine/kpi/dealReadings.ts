import type { Day } from '~/domain/period';
import { coverOf, shareQuantile, USUAL_COVER } from '../pipeline/index';
import { spanLastYear } from './earlierSpan';
import { type Reading, ratioReading, shareReading, without } from './reading';
import type { Scene } from './scene';
import { reach, unreached } from './serviceReadings';
import { type DealSource, rowsWithin } from './sourceFacts';

/** Days in which a lead must be won to count, and after which it is old enough to be judged (kpi sheet §2). */
const LEAD_DAYS = 180;
/** Cases a year ago below which there is nothing to compare with. */
const FEW = 10;

/**
 * Exits from a stage forward ÷ all exits in the period; a stage that was skipped counts as passed, of several exits of
 * one deal from one stage the last. Kpi sheet, stageConversion; source: stage changes.
 */
export function stageConversion(scene: Scene): Reading {
  return againstLastYear(scene, (source, from, to) => {
    const { day, forward } = source.exits;
    let exits = 0;
    let on = 0;
    for (const row of rowsWithin(day, from, to)) {
      exits += 1;
      on += forward[row];
    }
    return shareReading(on, exits);
  });
}

/**
 * Won ÷ (won + lost) of the deals that ended in the period, by count; by amount beside. Deals without a step for so
 * long that they are as good as lost count as lost on that day. Kpi sheet, winRate.
 */
export function winRate(scene: Scene): Reading {
  return againstLastYear(scene, (source, from, to) => {
    let won = 0;
    let wonAmount = 0;
    let lostAmount = 0;
    let lost = 0;
    let idle = 0;
    for (let row = 0; row < source.state.length; row += 1) {
      const end = source.state[row] === 0 ? source.idleOn[row] : source.closed[row];
      if (!(end >= from && end <= to)) continue;
      const worth = source.worth[row] > 0 ? source.worth[row] : 0;
      if (source.state[row] === 1) {
        won += 1;
        wonAmount += worth;
        continue;
      }
      lost += 1;
      lostAmount += worth;
      if (source.state[row] === 0) idle += 1;
    }
    const all = wonAmount + lostAmount;
    return shareReading(won, won + lost, { beside: { byAmount: all > 0 ? wonAmount / all : null, idle } });
  });
}

/**
 * Leads created in the period that were won within 180 days ÷ those that are 180 days old by now; younger ones are in
 * neither part and counted beside. Kpi sheet, leadToWon.
 */
export function leadToWon(scene: Scene): Reading {
  const source = scene.input.sources?.deals;
  if (!source) return without('noSource');
  const due = Math.min(scene.to, source.asOf - LEAD_DAYS);
  const young = countWithin(source.created, Math.max(scene.from, due + 1), Math.min(scene.to, source.asOf));
  if (scene.from > source.asOf) return without(unreached(scene));
  if (due < scene.from) return without('tooEarly', { beside: { notDue: young }, asOf: source.asOf });
  const cohort = (from: Day, to: Day): Reading => {
    let leads = 0;
    let won = 0;
    for (const row of rowsWithin(source.created, from, to)) {
      leads += 1;
      if (source.state[row] === 1 && source.closed[row] - source.created[row] <= LEAD_DAYS) won += 1;
    }
    return shareReading(won, leads, { beside: { notDue: young } });
  };
  return withLastYear(scene, { ...cohort(scene.from, due), asOf: source.asOf }, cohort);
}

/**
 * Mean days from the beginning to the win of the deals won in the period, the median and the mean age of open deals
 * beside; rows that end before they begin say nothing. The beginning is the day of creation. Kpi sheet, salesCycle.
 */
export function salesCycle(scene: Scene): Reading {
  const source = scene.input.sources?.deals;
  if (!source) return without('noSource');
  const to = reach(scene, source.asOf);
  if (to === null) return without(unreached(scene));
  const days: number[] = [];
  const ages: number[] = [];
  for (let row = 0; row < source.state.length; row += 1) {
    const { state, closed, created } = source;
    const began = created[row];
    if (state[row] === 1 && closed[row] >= scene.from && closed[row] <= to && closed[row] >= began) {
      days.push(closed[row] - began);
    }
    const isOpen = began <= to && (state[row] === 0 || closed[row] > to);
    if (isOpen) ages.push(to - began);
  }
  return ratioReading(sum(days), days.length, {
    empty: 'noCases',
    cases: days.length,
    asOf: to,
    beside: { median: shareQuantile(days, 0.5), openAge: ages.length > 0 ? sum(ages) / ages.length : null },
  });
}

/**
 * Open amount expected to close in the rest of the period ÷ (target − actual − expected repeat sales). Deals whose day
 * has passed are out; those without a day count where the period reaches the end of the year. Nothing left to find is
 * reached, not a number. Enough from 1 ÷ own win rate by amount, else 3. Kpi sheet, pipelineCover. A period that is
 * over has no open rest.
 */
export function pipelineCover(scene: Scene): Reading {
  const source = scene.input.sources?.deals;
  if (!source?.cover) return without('noSource');
  if (scene.to <= source.asOf) return without('noDaysLeft');
  if (scene.target === null) return without('noTarget');
  const { expected, share, winRate: rate } = source.cover;
  const inside = expected.filter(({ from, to }) => from >= scene.from && to <= scene.to);
  const all = inside.reduce<number | null>((total, { amount }) => add(total, amount), inside.length > 0 ? 0 : null);
  const actual = scene.started ? scene.actual : 0;
  const repeat = all === null || actual === null ? null : Math.max(0, all - actual) * (1 - share);
  const { open, undated, past } = openWithin(source, scene);
  const { needed, cover, least, state } = coverOf({ open, target: scene.target, actual, repeat, winRate: rate });
  const more = { beside: { least, undated, past, needed }, asOf: source.asOf };
  if (state === 'unknown') return without('historyTooShort', more);
  if (state === 'reached' || cover === null) return without('reached', more);
  return ratioReading(open, needed ?? 0, {
    empty: 'reached',
    ...more,
    // The starting limit stands for deals of which nobody knows how many are won.
    limitAt: (limit) => (limit === USUAL_COVER ? least : limit),
  });
}

function openWithin(source: DealSource, scene: Scene): { open: number; undated: number; past: number } {
  const toYearEnd = scene.to >= scene.year.periods[scene.year.periods.length - 1].to;
  let open = 0;
  let undated = 0;
  let past = 0;
  for (let row = 0; row < source.state.length; row += 1) {
    const worth = source.worth[row];
    if (source.state[row] !== 0 || !(worth > 0)) continue;
    const day = source.expected[row];
    if (Number.isNaN(day)) undated += worth;
    else if (day < source.asOf) past += worth;
    else if (day >= scene.from && day <= scene.to) open += worth;
  }
  return { open: toYearEnd ? open + undated : open, undated, past };
}

function againstLastYear(scene: Scene, read: (source: DealSource, from: Day, to: Day) => Reading): Reading {
  const source = scene.input.sources?.deals;
  if (!source) return without('noSource');
  const to = reach(scene, source.asOf);
  if (to === null) return without(unreached(scene));
  return withLastYear(scene, { ...read(source, scene.from, to), asOf: to }, (a, b) => read(source, a, b));
}

/** Judges a share by the same months a year before, where there were cases enough. */
function withLastYear(scene: Scene, reading: Reading, read: (from: Day, to: Day) => Reading): Reading {
  const span = spanLastYear(scene.input.fiscal, scene);
  const before = read(span.from, span.to);
  const base = (before.cases ?? 0) >= FEW ? before.value : null;
  return {
    ...reading,
    beside: { ...reading.beside, lastYear: before.value },
    limitAt: (limit) => (base === null ? null : limit * base),
    noLimit: 'noBase',
  };
}

const add = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

function countWithin(day: ArrayLike<number>, from: Day, to: Day): number {
  let count = 0;
  for (const _ of rowsWithin(day, from, to)) count += 1;
  return count;
}
