import type { Day } from '~/domain/period';
import { complaintDays, complaintsOnTime } from '../customers/serviceComplaints';
import { csatOf, latestAnswers, npsOf, type Score } from '../customers/serviceScores';
import { amountOf, type Reading, ratioReading, shareReading, without } from './reading';
import type { Scene } from './scene';
import { rowsWithin, type SurveySource } from './sourceFacts';

const HOURS_PER_DAY = 24;

/** Share of satisfied among the newest answers of every person in the period; null without a valid one. Kpi sheet, csat. */
export function csat(scene: Scene): Reading {
  return surveyReading(scene, (source, rows) => {
    const { value, n, interval } = csatOf(source, rows);
    return value === null ? null : shareReading(Math.round(value * n), n, { interval });
  });
}

/** Promoters minus detractors per hundred, −100 … 100, of the newest answers of every person in the period. Kpi sheet, nps. */
export function nps(scene: Scene): Reading {
  return surveyReading(scene, (source, rows) => {
    const score: Score = npsOf(source, rows);
    if (score.value === null) return null;
    // The interval is kept as a share like all others: the page turns it into points.
    const { lower, upper } = score.interval ?? { lower: -100, upper: 100 };
    return amountOf(score.value, { cases: score.n, interval: { lower: lower / 100, upper: upper / 100 } });
  });
}

/** Mean hours from received to closed of the complaints closed in the period, median beside; in whole days. Kpi sheet. */
export function complaintTime(scene: Scene): Reading {
  const source = scene.input.sources?.complaints;
  if (!source) return without('noSource');
  const to = reach(scene, source.asOf);
  if (to === null) return without(unreached(scene));
  const { closed, sum, median } = complaintDays(source, rowsWithin(source.closed, scene.from, to));
  return ratioReading(sum * HOURS_PER_DAY, closed, {
    empty: 'noCases',
    cases: closed,
    asOf: to,
    beside: { median: median === null ? null : median * HOURS_PER_DAY },
  });
}

/** Complaints closed by their deadline ÷ those whose deadline lies in the period and has passed. Open and past it is late. */
export function complaintOnTime(scene: Scene): Reading {
  const source = scene.input.sources?.complaints;
  if (!source) return without('noSource');
  const to = reach(scene, source.asOf);
  if (to === null) return without(unreached(scene));
  const { due, onTime } = complaintsOnTime(source, rowsWithin(source.deadline, scene.from, to), to);
  return shareReading(onTime, due, { asOf: to });
}

/** Due visits made in time ÷ visits due in the period; what there is still time for counts in neither. Kpi sheet. */
export function visitCompliance(scene: Scene): Reading {
  const source = scene.input.sources?.visits;
  if (!source) return without('noSource');
  const to = reach(scene, source.asOf);
  if (to === null) return without(unreached(scene));
  let due = 0;
  let done = 0;
  // Half a million of them for fifty thousand customers, in each period of the trend: no generator here.
  for (let row = 0; row < source.due.length; row += 1) {
    const day = source.due[row];
    if (day < scene.from || day > to || source.done[row] < 0) continue;
    due += 1;
    done += source.done[row];
  }
  return shareReading(done, due, { asOf: to });
}

/** Contracts that ended in the period and were renewed in time ÷ those that ended; never filled from orders. Kpi sheet. */
export function renewal(scene: Scene): Reading {
  const source = scene.input.sources?.contracts;
  if (!source) return without('noSource');
  const to = reach(scene, source.asOf);
  if (to === null) return without(unreached(scene));
  let ended = 0;
  let renewed = 0;
  for (const row of rowsWithin(source.until, scene.from, to)) {
    if (source.renewed[row] < 0) continue;
    ended += 1;
    renewed += source.renewed[row];
  }
  return shareReading(renewed, ended, { asOf: to });
}

/** Courses passed ÷ courses that people were put down for, up to the end of the period; a course counts once per person. */
export function trainingCoverage(scene: Scene): Reading {
  const source = scene.input.sources?.training;
  if (!source) return without('noSource');
  const to = reach(scene, source.asOf);
  if (to === null) return without(unreached(scene));
  const passed = new Map<number, number>();
  for (const row of rowsWithin(source.day, Number.NEGATIVE_INFINITY, to)) {
    passed.set(source.pair[row], Math.max(passed.get(source.pair[row]) ?? 0, source.passed[row]));
  }
  let done = 0;
  for (const one of passed.values()) done += one;
  return shareReading(done, passed.size, { asOf: to });
}

function surveyReading(scene: Scene, read: (source: SurveySource, rows: number[]) => Reading | null): Reading {
  const source = scene.input.sources?.surveys;
  if (!source) return without('noSource');
  const to = reach(scene, source.asOf);
  if (to === null) return without(unreached(scene));
  const reading = read(source, latestAnswers(source, rowsWithin(source.day, scene.from, to)));
  return reading ? { ...reading, asOf: to } : without('noCases', { cases: 0, asOf: to });
}

/** Last day of the period that a source reaches; null where it ends before the period begins. */
export function reach(scene: Scene, asOf: Day): Day | null {
  const to = Math.min(scene.to, asOf);
  return to < scene.from ? null : to;
}

/** Why a source says nothing about a period it does not reach. */
export const unreached = (scene: Scene): 'notStarted' | 'outsideCoverage' =>
  scene.from > scene.input.asOf ? 'notStarted' : 'outsideCoverage';
