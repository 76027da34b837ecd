import { type FiscalCalendar, fiscalYear, fiscalYearOfMonth } from '~/domain/calendar';
import type { PlanSettings } from '~/domain/command';
import { type Day, monthIdAt, monthIndexOf } from '~/domain/period';
import type { PlanProposal } from '~/domain/view';
import type { FactTable } from '~/engine/facts/index';
import { seasonProfile } from '~/engine/forecast/index';
import { type Base, baseOf } from '../base';
import { type PlanDocument, workspaceOf } from '../document';
import { isKnownMonth, type MonthCoverage, monthCoverage } from '../facts';
import { proposedDimensions } from './proposedDimensions';
import { lineFigures, proposedFacts } from './proposedLines';

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
  const calendar = wanted.calendar ?? { kind: 'months', startMonth: 1, nameBy: 'end' };
  const yearName = wanted.fiscalYear ?? yearToPlan(calendar, coverage, today);
  const year = fiscalYear(calendar, yearName);
  const dimensions = proposedDimensions(document);
  const chosen = wanted.dimensions ?? dimensions.filter(({ recommended }) => recommended).map(({ id }) => id);
  const keyCustomers = keyCustomersFor(dimensions, chosen, wanted.keyCustomers);
  const facts = proposedFacts(document, { dimensions: chosen, keyCustomers });
  const total = facts ? totalOf(facts) : null;
  const bases = BASES.map((kind) => baseOf(total, coverage, { kind, year, today }));
  const base = bases.find(({ summary }) => summary.kind === (wanted.base ?? bestBase(bases)));
  const currency = wanted.currency ?? workspaceOf(document)?.currency ?? 'CNY';
  const figures = facts && base ? lineFigures(facts, base, coverage) : fromScratch(wanted);
  const months = year.periods.map(({ from }) => monthIndexOf(from));
  const profile = total && coverage ? companyProfile(total, coverage, { months, festival: currency === 'CNY' }) : null;
  return {
    settings: {
      name: wanted.name ?? '',
      currency,
      calendar,
      fiscalYear: yearName,
      dimensions: chosen,
      keyCustomers,
      base: wanted.base ?? bestBase(bases),
      target: wanted.target ?? base?.summary.estimate ?? 0,
      ...(wanted.members ? { members: wanted.members } : {}),
      names: wanted.names ?? { pooledCustomers: '', defaultMember: '' },
    },
    dimensions,
    ...figures,
    leafValues: figures.lines * year.periods.length,
    bases: bases.map(({ summary, months: behind }, i) => ({
      kind: BASES[i],
      total: summary.total,
      estimate: summary.estimate,
      from: monthIdAt(Math.min(...behind)),
      to: monthIdAt(Math.max(...behind)),
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
  const year = fiscalYearOfMonth(calendar, last);
  const known = last - monthIndexOf(fiscalYear(calendar, year).periods[0].from) + 1;
  return known < TOO_LATE ? year : year + 1;
}

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
  total: FactTable,
  coverage: MonthCoverage,
  options: { months: number[]; festival: boolean },
): { years: number; festivalMoved: boolean } | null {
  const history: (number | null)[] = [];
  for (let month = coverage.from; month <= coverage.to; month += 1) {
    const sold = total.amount[month - total.fromMonth]?.[0] ?? 0;
    history.push(isKnownMonth(coverage, month) ? Math.max(0, sold) : null);
  }
  return seasonProfile(history, { fromMonth: coverage.from, ...options });
}

/** Lines of a plan without data: the cross product of its members. */
function fromScratch(wanted: Partial<PlanSettings>): { lines: number; density: number | null; singleSales: null } {
  const lists = Object.values(wanted.members ?? {});
  const lines = lists.length === 0 ? 0 : lists.reduce((product, list) => product * Math.max(1, list.length), 1);
  return { lines, density: null, singleSales: null };
}
