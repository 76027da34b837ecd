import { wilsonInterval } from '../kpi/wilson';

/** Answers in columns. */
export interface SurveyAnswers {
  /** 0 = satisfaction (CSAT), 1 = recommendation (NPS). */
  kind: Uint8Array;
  score: ArrayLike<number>;
  /** Highest possible answer; NaN = the usual one: 5, and 10 for a recommendation. */
  scale: ArrayLike<number>;
}

export interface Score {
  value: number | null;
  n: number;
  interval: { lower: number; upper: number } | null;
}

const USUAL = { csat: 5, nps: 10 } as const;
/** On scales other than five: from this share of the scale on, a person counts as satisfied. */
const SATISFIED = 0.8;
const PROMOTER = 9;
const DETRACTOR = 6;
const Z95 = 1.959963984540054;

/** The scale an answer was given on. */
export const scaleOf = (answers: SurveyAnswers, row: number): number =>
  Number.isNaN(answers.scale[row]) ? (answers.kind[row] === 1 ? USUAL.nps : USUAL.csat) : answers.scale[row];

/** A satisfaction of 1 … scale, a recommendation of 0 … 10 on the scale of ten; nothing else can be counted. */
export function isValidAnswer(answers: SurveyAnswers, row: number): boolean {
  const scale = scaleOf(answers, row);
  const score = answers.score[row];
  if (answers.kind[row] === 1) return scale === USUAL.nps && score >= 0 && score <= USUAL.nps;
  return scale > 1 && score >= 0 && score <= scale;
}

/**
 * Share of satisfied among the valid answers of these rows, 0 … 1, with its 95 % interval: 4 or 5 of five, else at least 80 %
 * of the scale. No valid answer → null, never 0. Source: kpi sheet §2, csat; interval by Wilson.
 */
export function csatOf(answers: SurveyAnswers, rows: Iterable<number>): Score {
  let n = 0;
  let satisfied = 0;
  for (const row of rows) {
    if (answers.kind[row] !== 0 || !isValidAnswer(answers, row)) continue;
    n += 1;
    if (answers.score[row] >= SATISFIED * scaleOf(answers, row) - 1e-9) satisfied += 1;
  }
  return { value: n === 0 ? null : satisfied / n, n, interval: wilsonInterval(satisfied, n) };
}

/**
 * Promoters (9–10) minus detractors (0–6) per hundred valid answers, −100 … 100, with the 95 % interval of a difference of two
 * shares of one sample. No valid answer → null; answers on another scale than ten are not counted. Source: F. Reichheld, HBR
 * 81/12 (2003); kpi sheet §2, nps.
 */
export function npsOf(answers: SurveyAnswers, rows: Iterable<number>): Score {
  let n = 0;
  let promoters = 0;
  let detractors = 0;
  for (const row of rows) {
    if (answers.kind[row] !== 1 || !isValidAnswer(answers, row)) continue;
    n += 1;
    if (answers.score[row] >= PROMOTER) promoters += 1;
    else if (answers.score[row] <= DETRACTOR) detractors += 1;
  }
  if (n === 0) return { value: null, n, interval: null };
  const share = (promoters - detractors) / n;
  const half = Z95 * Math.sqrt(Math.max(0, (promoters + detractors) / n - share * share) / n);
  return {
    value: share * 100,
    n,
    interval: { lower: Math.max(-100, (share - half) * 100), upper: Math.min(100, (share + half) * 100) },
  };
}

/**
 * The newest answer of every person and kind among these rows, so that who answers often counts once; of two on one day the
 * later row. Rows without a person are persons of their own. `person` holds equal numbers for the same person, 0 = nameless.
 */
export function latestAnswers(
  { kind, day, person }: { kind: Uint8Array; day: ArrayLike<number>; person: Uint32Array },
  rows: Iterable<number>,
): number[] {
  const newest = new Map<number, number>();
  const nameless: number[] = [];
  for (const row of rows) {
    if (person[row] === 0) {
      nameless.push(row);
      continue;
    }
    const key = person[row] * 2 + kind[row];
    const known = newest.get(key);
    if (known === undefined || day[row] > day[known] || (day[row] === day[known] && row > known)) newest.set(key, row);
  }
  return [...nameless, ...newest.values()].sort((a, b) => a - b);
}
