import { CALENDAR_YEAR, type FiscalCalendar, fiscalSpan, fiscalYearOfDay } from '~/domain/calendar';
import type { PlanSettings } from '~/domain/command';
import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import { periodsOfYears } from '~/domain/planYears';
import type { PlanProposal } from '~/domain/view';
import type { FactTable } from '~/engine/facts/index';
import { type Base, type BaseFacts, baseOf } from '../base';
import { baseFacts, firstYear, workAround } from '../baseFacts';
import { type PlanDocument, workspaceOf } from '../document';
import { isKnownMonth, type MonthCoverage, monthCoverage } from '../facts';
import { holidaysOf } from '../holidays';
import { type ProfileOptions, periodSeason } from '../profiles';
import { proposedDimensions } from './proposedDimensions';
import { lineFigures, proposedFacts, proposedPools } from './proposedLines';

/** Customers that are planned by name; the others share one member per seller. */
const KEY_CUSTOMERS = 20;
/** With this many months of a year known, it is too late to plan it: the next one is proposed. */
const TOO_LATE = 3;
const BASES = ['lastYear', 'lastTwelveMonths', 'actualPlusForecast'] as const;

/**
 * What a plan made from the orders would look like: whatever the user has not settled is proposed. The year is the first
 * of which less than a quarter is known: with more of it gone there is little left to plan. The base is last year, the last
 * twelve whole months, or actuals with the forecast of the rest: the first of them with the fewest unknown months. The
 * target starts at the base (what twelve months of it would be). Names are the page's to give.
 */
export function planProposal(
  document: PlanDocument,
  wanted: Partial<PlanSettings>,
  { today }: { today: Day },
): PlanProposal {
  const coverage = monthCoverage(document);
  const calendar = wanted.calendar ?? CALENDAR_YEAR;
  const yearName = wanted.fiscalYear ?? yearToPlan(calendar, coverage, today);
  const year = firstYear({ calendar, fiscalYear: yearName });
  const dimensions = proposedDimensions(document);
  const chosen = wanted.dimensions ?? dimensions.filter(({ recommended }) => recommended).map(({ id }) => id);
  const keyCustomers = keyCustomersFor(dimensions, chosen, wanted.keyCustomers);
  const currency = wanted.currency ?? workspaceOf(document)?.currency ?? 'CNY';
  const settings = { dimensions: chosen, keyCustomers };
  const months = proposedFacts(document, settings);
  const facts = months && baseFacts(document, { months, pools: proposedPools(document, settings), year, coverage });
  const total = facts && { months: totalOf(facts.months), cut: totalOf(facts.cut) };
  const work = workAround(document, { currency }, year);
  const bases = BASES.map((kind) => baseOf(total, coverage, { kind, year, work, today }));
  const kind = wanted.base ?? bestBase(bases);
  const base = bases.find(({ summary }) => summary.kind === kind);
  const figures =
    facts && base
      ? lineFigures(facts.months, baseOf(facts, coverage, { kind, year, work, today }))
      : fromScratch(wanted);
  const profile =
    total && coverage
      ? companyProfile(total, coverage, {
          year,
          work,
          holidays: holidaysOf(document, { currency }),
          festival: currency === 'CNY',
        })
      : null;
  return {
    settings: {
      name: wanted.name ?? '',
      currency,
      calendar,
      fiscalYear: yearName,
      ...(wanted.years === undefined ? {} : { years: wanted.years }),
      dimensions: chosen,
      keyCustomers,
      base: kind,
      target: wanted.target ?? base?.summary.estimate ?? 0,
      ...(wanted.members ? { members: wanted.members } : {}),
      names: wanted.names ?? { pooledCustomers: '', defaultMember: '' },
    },
    dimensions,
    ...figures,
    leafValues: figures.lines * periodsOfYears(calendar, yearName, wanted.years ?? 1).length,
    bases: bases.map(({ summary }, i) => ({
      kind: BASES[i],
      total: summary.total,
      estimate: summary.estimate,
      from: summary.from,
      to: summary.to,
      unknownMonths: summary.unknownMonths,
      forecastMonths: summary.forecastMonths,
    })),
    profileYears: profile?.years ?? 0,
    festivalMoved: profile?.festivalMoved ?? false,
  };
}

/** The first fiscal year with fewer than three months known (without orders: over). */
function yearToPlan(calendar: FiscalCalendar, coverage: MonthCoverage | null, today: Day): number {
  const last = coverage ? coverage.to : monthIndexOf(today) - 1;
  // The middle of the month: a year of weeks begins within days of a month's end.
  const year = fiscalYearOfDay(calendar, monthPeriodAt(last).from + MIDDLE_OF_MONTH);
  const known = last - monthIndexOf(fiscalSpan(calendar, year).from + MIDDLE_OF_MONTH) + 1;
  return known < TOO_LATE ? year : year + 1;
}

const MIDDLE_OF_MONTH = 14;

function keyCustomersFor(
  dimensions: PlanProposal['dimensions'],
  chosen: string[],
  wanted: number | null | undefined,
): number | null {
  if (wanted !== undefined || !chosen.includes('customer')) return wanted ?? null;
  const customers = dimensions.find(({ id }) => id === 'customer')?.members ?? 0;
  return customers > KEY_CUSTOMERS ? KEY_CUSTOMERS : null;
}

/** The base with the fewest unknown months; of equal ones the first in the list, as it is sold rather than foretold. */
function bestBase(bases: Base[]): PlanSettings['base'] {
  const known = bases.filter(({ summary }) => summary.total !== null);
  const fewest = Math.min(...known.map(({ summary }) => summary.unknownMonths));
  return known.find(({ summary }) => summary.unknownMonths === fewest)?.summary.kind ?? 'none';
}

/** The company as one row. */
const totalOf = (facts: FactTable): FactTable => ({
  dimensions: [],
  count: 1,
  codes: [],
  fromMonth: facts.fromMonth,
  cuts: facts.cuts,
  amount: facts.amount.map((month) => Float64Array.of(sum(month))),
  orderLines: Uint32Array.of(sum(facts.orderLines)),
});

function sum(values: Float64Array | Uint32Array): number {
  let all = 0;
  for (let i = 0; i < values.length; i += 1) all += values[i];
  return all;
}

function companyProfile(
  { months: total }: BaseFacts,
  coverage: MonthCoverage,
  options: ProfileOptions,
): { years: number; festivalMoved: boolean } | null {
  const history: (number | null)[] = [];
  for (let month = coverage.from; month <= coverage.to; month += 1) {
    const sold = total.amount[month - total.fromMonth]?.[0] ?? 0;
    history.push(isKnownMonth(coverage, month) ? Math.max(0, sold) : null);
  }
  return periodSeason(history, { ...options, fromMonth: coverage.from });
}

/** Lines of a plan without data: the cross product of its members. */
function fromScratch(wanted: Partial<PlanSettings>): { lines: number; density: number | null; singleSales: null } {
  const lists = Object.values(wanted.members ?? {});
  const lines = lists.length === 0 ? 0 : lists.reduce((product, list) => product * Math.max(1, list.length), 1);
  return { lines, density: null, singleSales: null };
}
