import { dayOf, monthPeriodAt } from '~/domain/period';
import { type Holidays, springFestival, workingCalendar, workingDays } from '~/domain/workingDays';
import { FESTIVAL_DAYS, type FestivalEffect, festivalFactor, festivalShare } from './festivalShare';
import { fitFestivalEffect } from './fitFestivalEffect';

export interface SeasonProfileOptions {
  /** The calendar month (counted from 1970-01) of the first history value. */
  fromMonth: number;
  /** The plan's calendar months, counted the same way, in plan order. */
  months: readonly number[];
  /** Off for plans that Spring Festival does not touch. */
  festival: boolean;
  /** Days off that people brought; absent: those that ship with the product. */
  holidays?: Holidays;
}

export interface SeasonProfile {
  /** Share of each plan month in the plan's year; they add up to 1. */
  shares: Float64Array;
  /** Whole years of history behind it. */
  years: number;
  /** Spring Festival falls more than a week from where it fell in the last year of the history. */
  festivalMoved: boolean;
}

const MOST_YEARS = 5;
const MOVED_DAYS = 7;

/**
 * How a year's target falls on its months: the share of each calendar month, averaged over up to five whole years
 * counted back from the end of the history. From two years on the effect of Spring Festival is taken out of the
 * history and put back where the plan year has its feast. With one year the share of January and February together
 * stays, and is split by their open days, each of the 14 stocking days before the feast counted once more.
 * History: sales per month, oldest first, null = unknown; a year with an unknown month, a negative month or no sales is
 * left out. Null when no whole year is left. Source: kpi sheet, formula 1 (season profile).
 */
export function seasonProfile(history: ArrayLike<number | null>, options: SeasonProfileOptions): SeasonProfile | null {
  const { fromMonth, months, festival } = options;
  const spans = wholeYears(history);
  if (spans.length === 0 || months.length === 0) return null;
  const moves = festival && spans.length > 1;
  const effect: FestivalEffect = moves ? fitFestivalEffect(history, fromMonth) : { lift: 0, drop: 0 };
  const calendar = calendarShares(history, { spans, fromMonth, effect });
  const shares = Float64Array.from(months, (month) => calendar[mod12(month)] * festivalFactor(month, effect));
  if (festival && !moves) splitNewYear(shares, months, options.holidays);
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(total > 0)) return null;
  return {
    shares: shares.map((share) => share / total),
    years: spans.length,
    festivalMoved: festival && hasMoved(fromMonth + history.length - 1, months),
  };
}

/** First index of each usable run of twelve months, newest first. */
function wholeYears(history: ArrayLike<number | null>): number[] {
  const spans: number[] = [];
  for (let first = history.length - 12; first >= 0 && spans.length < MOST_YEARS; first -= 12) {
    let sum = 0;
    let usable = true;
    for (let i = first; i < first + 12; i++) {
      const value = history[i];
      if (value === null || !(value >= 0) || !Number.isFinite(value)) usable = false;
      else sum += value;
    }
    if (usable && sum > 0) spans.push(first);
  }
  return spans;
}

/** Mean share per calendar month (0 = January) with the feast's effect taken out. */
function calendarShares(
  history: ArrayLike<number | null>,
  from: { spans: number[]; fromMonth: number; effect: FestivalEffect },
): Float64Array {
  const shares = new Float64Array(12);
  for (const first of from.spans) {
    const year = new Float64Array(12);
    for (let i = first; i < first + 12; i++) {
      const month = from.fromMonth + i;
      year[mod12(month)] = (history[i] ?? 0) / festivalFactor(month, from.effect);
    }
    const total = year.reduce((sum, value) => sum + value, 0);
    for (let m = 0; m < 12; m++) shares[m] += year[m] / total / from.spans.length;
  }
  return shares;
}

function splitNewYear(shares: Float64Array, months: readonly number[], holidays: Holidays | undefined): void {
  const january = months.findIndex((month) => mod12(month) === 0);
  const february = months.findIndex((month) => mod12(month) === 1);
  if (january < 0 || february < 0) return;
  const both = shares[january] + shares[february];
  const early = weightedDays(months[january], holidays);
  const late = weightedDays(months[february], holidays);
  shares[january] = (both * early) / (early + late);
  shares[february] = both - shares[january];
}

function weightedDays(month: number, holidays: Holidays | undefined): number {
  const { from, to } = monthPeriodAt(month);
  return (
    workingDays(workingCalendar(holidays ?? 'CN', from, to), from, to) + FESTIVAL_DAYS * festivalShare(month).before
  );
}

/** Compares the plan's feast with that of the latest January in the history. */
function hasMoved(lastMonth: number, months: readonly number[]): boolean {
  const planned = months.find((month) => mod12(month) === 0);
  if (planned === undefined) return false;
  const planYear = 1970 + planned / 12;
  const historyYear = Math.min(planYear - 1, 1970 + Math.floor(lastMonth / 12));
  const there = feastInYear(historyYear);
  const here = feastInYear(planYear);
  return there !== null && here !== null && Math.abs(here - there) > MOVED_DAYS;
}

function feastInYear(year: number): number | null {
  const feast = springFestival(year);
  return feast === null ? null : feast - dayOf(year, 1, 1);
}

const mod12 = (month: number): number => ((month % 12) + 12) % 12;
